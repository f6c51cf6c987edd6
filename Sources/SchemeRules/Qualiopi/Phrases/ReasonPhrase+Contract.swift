extension ReasonPhrase {
  /// Contract, auditors and cancelling.
  static let qualiopiContract: [ReasonPhrase] = [
    ReasonPhrase(
      "audit-not-quoted",
      what: (
        "L'audit a déjà son contrat. L'audit est à l'étape\u{202F}: {state}.",
        "The audit has its contract already. The audit stands at: {state}."
      ),
      why: (
        "Le chemin d'un audit a ses étapes dans l'ordre\u{202F}: devis, contrat, planification, auditeur, notification, plan d'audit.",
        "The path of an audit has its steps in order: quote, contract, planning, auditor, notice, audit plan."
      ),
      wayOut: ("Passez à l'étape qui suit celle-là.", "Go on to the step after that one.")),
    ReasonPhrase(
      "requester-not-office",
      what: (
        "L'acte est demandé par une personne qui n'est pas du service certification.",
        "The act is requested by a person who is not of the certification office."
      ),
      why: (
        "Devis, planification et notification reviennent au service certification.",
        "Quotes, planning and notices belong to the certification office."
      ),
      wayOut: ("Demandez au service certification de faire l'acte.", "Ask the certification office to do it.")),
    ReasonPhrase(
      "contract-missing",
      what: ("L'audit n'a pas de contrat.", "The audit has no contract."),
      why: (
        "Un audit n'est planifié qu'une fois le contrat conclu, c'est-à-dire le devis signé.",
        "An audit is planned only once the contract exists, that is the signed quote."
      ),
      wayOut: (
        "Enregistrez le contrat, puis sa signature\u{202F}: «\u{202F}constat contrat enregistrer\u{202F}», «\u{202F}constat contrat signer\u{202F}».",
        "Record the contract, then its signature: “constat contract record”, “constat contract sign”."
      )),
    ReasonPhrase(
      "quote-not-signed",
      what: ("Aucun courrier reçu n'apporte le devis signé.", "No mail received brings the signed quote."),
      why: (
        "Le contrat est le devis signé par le client, prouvé par le courrier qui l'apporte.",
        "The contract is the quote signed by the client, proved by the mail that brings it."
      ),
      wayOut: (
        "Enregistrez ce courrier avec sa date de réception, puis redemandez l'acte.",
        "Record that mail with the day it was received, then request the act again."
      )),
    ReasonPhrase(
      "quote-documents-missing",
      what: ("Il manque au devis\u{202F}: {quoteDocuments}.", "The quote lacks: {quoteDocuments}."),
      why: (
        "Une demande de devis porte le NDA, le Kbis, le BPF et le RIB.",
        "A quote request carries the NDA, the Kbis, the BPF and the bank details."
      ),
      wayOut: (
        "Demandez ces pièces au client, enregistrez-les au contrat, puis redemandez l'acte.",
        "Ask the client for them, record them in the contract, then request the act again."
      )),
    ReasonPhrase(
      "contract-of-past-cycle",
      what: (
        "Ce contrat est celui d'un cycle déjà engagé (nature de l'audit\u{202F}: {kind}).",
        "This contract is that of a cycle already engaged (kind of audit: {kind})."
      ),
      why: (
        "Un nouveau cycle demande un nouveau devis et un nouveau contrat.",
        "A new cycle needs a new quote and a new contract."
      ),
      wayOut: (
        "Établissez un devis pour le nouveau cycle, puis enregistrez son contrat signé.",
        "Make a quote for the new cycle, then record its signed contract."
      )),
    ReasonPhrase(
      "audit-not-planned",
      what: (
        "L'auditeur n'est pas à nommer maintenant. L'audit est à l'étape\u{202F}: {state}.",
        "The auditor is not to be named now. The audit stands at: {state}."
      ),
      why: (
        "Le chemin d'un audit a ses étapes dans l'ordre\u{202F}: devis, contrat, planification, auditeur, notification, plan d'audit.",
        "The path of an audit has its steps in order: quote, contract, planning, auditor, notice, audit plan."
      ),
      wayOut: ("Planifiez d'abord l'audit.", "Plan the audit first.")),
    ReasonPhrase(
      "auditor-missing",
      what: ("Aucun responsable d'audit n'est désigné.", "No lead auditor is designated."),
      why: ("La notification porte le nom de l'auditeur.", "The notice names the auditor."),
      wayOut: (
        "Désignez un responsable d'audit, puis redemandez l'acte.",
        "Designate a lead auditor, then request the act again."
      )),
    ReasonPhrase(
      "third-cycle",
      what: (
        "Cet auditeur a déjà suivi ce client pendant deux cycles à la suite\u{202F}: {cycles} ({audits} audits).",
        "This auditor has served this client for two cycles in a row: {cycles} ({audits} audits)."
      ),
      why: (
        "Un auditeur suit un client pendant deux cycles consécutifs au plus, soit quatre audits.",
        "An auditor serves a client for at most two consecutive cycles, that is four audits."
      ),
      wayOut: (
        "Nommez un autre auditeur\u{202F}; celui-ci pourra revenir après un cycle complet fait par un autre.",
        "Name another auditor; this one may return after a full cycle done by another."
      )),
    ReasonPhrase(
      "fifth-audit",
      what: (
        "Cet auditeur a déjà fait {audits} audits de cycle chez ce client (cycles précédents\u{202F}: {cycles}).",
        "This auditor has already done {audits} cycle audits of this client (cycles before: {cycles})."
      ),
      why: (
        "Un auditeur suit un client pendant deux cycles consécutifs au plus, soit quatre audits.",
        "An auditor serves a client for at most two consecutive cycles, that is four audits."
      ),
      wayOut: (
        "Nommez un autre auditeur\u{202F}; celui-ci pourra revenir après un cycle complet fait par un autre.",
        "Name another auditor; this one may return after a full cycle done by another."
      )),
    ReasonPhrase(
      "keep-request-missing",
      what: (
        "Cet auditeur suivrait ce client un deuxième cycle, sans demande écrite du client.",
        "This auditor would serve this client for a second cycle, without a written request of the client."
      ),
      why: (
        "Garder l'auditeur pour un deuxième cycle demande une demande écrite du client.",
        "Keeping the auditor for a second cycle needs the client's written request."
      ),
      wayOut: (
        "Enregistrez le courrier de la demande et citez-le, ou nommez un autre auditeur.",
        "Record the mail of the request and cite it, or name another auditor."
      )),
    ReasonPhrase(
      "auditor-chosen-by-client",
      what: (
        "Le client demanderait un auditeur qui ne l'a jamais audité.",
        "The client would ask for an auditor who never audited it."
      ),
      why: (
        "Le client ne choisit pas son auditeur\u{202F}: il peut seulement demander à garder le précédent ou à en changer.",
        "The client does not choose its auditor: it may only ask to keep the previous one or to have another."
      ),
      wayOut: (
        "Nommez un auditeur sans cette demande, ou gardez le précédent.",
        "Name an auditor without that request, or keep the previous one."
      )),
    ReasonPhrase(
      "auditor-not-competent",
      what: (
        "Une compétence en vigueur le premier jour manque à l'équipe pour\u{202F}: {categories}.",
        "The team lacks a competence in force on the first day for: {categories}."
      ),
      why: (
        "Nul n'est nommé auditeur sans compétence enregistrée et en vigueur pour chaque catégorie de l'audit.",
        "Nobody is named auditor without a recorded competence in force for every category of the audit."
      ),
      wayOut: (
        "Enregistrez la compétence et son justificatif, ou nommez quelqu'un qui l'a.",
        "Record the competence and its proof, or name somebody who has it."
      )),
    ReasonPhrase(
      "categories-missing",
      what: (
        "Aucune catégorie d'actions n'est enregistrée pour cet audit.",
        "No category of actions is recorded for this audit."
      ),
      why: (
        "Sans catégorie, rien ne dit quelle compétence il faut.",
        "Without a category nothing says which competence it takes."
      ),
      wayOut: (
        "Enregistrez les catégories au contrat de l'audit, puis redemandez l'acte.",
        "Record the categories in the contract of the audit, then request the act again."
      )),
    ReasonPhrase(
      "audit-begun",
      what: (
        "L'audit a commencé\u{202F}: il est à l'étape\u{202F}: {state}.",
        "The audit has begun: it stands at: {state}."
      ),
      why: (
        "Un audit s'annule avant de commencer\u{202F}; un fait enregistré ne s'annule pas.",
        "An audit is cancelled before it begins; a recorded fact is not cancelled."
      ),
      wayOut: (
        "Menez l'audit à son terme, ou faites corriger sa date de début si elle est fausse.",
        "Carry the audit through, or have its start corrected if it is wrong."
      )),
    ReasonPhrase(
      "already-cancelled",
      what: ("L'audit est à l'étape\u{202F}: {state}.", "The audit stands at: {state}."),
      why: ("Un audit s'annule une fois.", "An audit is cancelled once."),
      wayOut: ("Il n'y a rien à faire.", "There is nothing to do.")),
    ReasonPhrase(
      "cancellation-without-motive",
      what: ("L'annulation n'a pas de motif.", "The cancellation has no motive."),
      why: (
        "Un audit annulé dit pourquoi, pour qui relira le dossier.",
        "A cancelled audit says why, for whoever reads the dossier later."
      ),
      wayOut: ("Ajoutez un motif, puis redemandez l'acte.", "Add a motive, then request the act again.")),
  ]
}
