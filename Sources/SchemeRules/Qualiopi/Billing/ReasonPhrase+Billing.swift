extension ReasonPhrase {
  /// What is invoiced, and its corrections.
  static let qualiopiBilling: [ReasonPhrase] = [
    ReasonPhrase(
      "billed-before-decision",
      what: ("L'audit en est à\u{202F}: {state}.", "The audit stands at: {state}."),
      why: (
        "On facture après chaque audit, quand le dossier passe en décision.",
        "Each audit is invoiced when its file goes to decision."
      ),
      wayOut: (
        "Attendez que le dossier soit transmis pour décision.", "Wait until the file is passed on for decision."
      )),
    ReasonPhrase(
      "billed-while-in-decision",
      what: ("L'audit en est à\u{202F}: {state}.", "The audit stands at: {state}."),
      why: (
        "L'audit passe à la facturation une fois la décision enregistrée.",
        "The audit goes on to billing once the decision is recorded."
      ),
      wayOut: (
        "Faites enregistrer la décision, puis redemandez l'acte.",
        "Have the decision recorded, then request the act again."
      )),
    ReasonPhrase(
      "billing-is-the-offices",
      what: (
        "L'acte est demandé par une personne qui n'est pas du service certification.",
        "The act is requested by a person who is not of the certification office."
      ),
      why: (
        "Ce qui est à facturer se tient au service certification.",
        "What is to be invoiced is kept by the certification office."
      ),
      wayOut: ("Demandez-le au service certification.", "Ask the certification office for it.")),
    ReasonPhrase(
      "correction-recorded-already",
      what: ("Cette ligne est déjà enregistrée.", "This line is recorded already."),
      why: (
        "Une ligne enregistrée ne se modifie pas\u{202F}; elle se corrige par une autre.",
        "A recorded line is not edited; another one corrects it."
      ),
      wayOut: ("Enregistrez une nouvelle correction.", "Record a new correction.")),
    ReasonPhrase(
      "already-billed",
      what: ("Cet audit figure déjà à facturer.", "This audit is already to be invoiced."),
      why: ("Un audit n'est facturé qu'une fois.", "An audit is invoiced once."),
      wayOut: (
        "Pour changer un montant, enregistrez une correction de la ligne.",
        "To change an amount, record a correction of the line."
      )),
    ReasonPhrase(
      "no-day-to-bill",
      what: ("Aucune journée d'audit n'est enregistrée.", "No day of the audit is recorded."),
      why: ("Le montant se calcule sur les journées d'audit.", "The amount is computed from the days of the audit."),
      wayOut: (
        "Enregistrez les demi-journées de l'audit, ou leur nombre au contrat.",
        "Record the half-days of the audit, or their number in the contract."
      )),
    ReasonPhrase(
      "no-tariff",
      what: ("Aucun tarif n'est connu à cette date.", "No tariff is known for that date."),
      why: (
        "Le prix est celui du tarif en vigueur ou de l'accord-cadre du contrat\u{202F}; il ne se devine pas.",
        "The price is that of the tariff in force or of the contract's framework agreement; it is not guessed."
      ),
      wayOut: (
        "Enregistrez dans les réglages le tarif en vigueur à cette date.",
        "Record the tariff in force on that date in the settings."
      )),
    ReasonPhrase(
      "actual-cost-missing",
      what: ("Le coût réel de la mission n'est pas enregistré.", "The actual cost of the mission is not recorded."),
      why: (
        "Pour un client d'outre-mer, la mission d'un auditeur venu de métropole est facturée au coût réel.",
        "For an overseas client, the mission of an auditor coming from mainland France is charged at actual cost."
      ),
      wayOut: ("Enregistrez ce coût, puis redemandez l'acte.", "Record that cost, then request the act again.")),
    ReasonPhrase(
      "purchase-order-incomplete",
      what: ("Il manque au bon de commande\u{202F}: {orderLacks}.", "The purchase order lacks: {orderLacks}."),
      why: (
        "Avec le SIRET de facturation, le numéro de commande et le service payeur, la transmission est automatique.",
        "With the billing SIRET, the order number and the paying department, the transfer is automatic."
      ),
      wayOut: (
        "Demandez au client de compléter sa commande\u{202F}; à défaut, la facture part en l'état.",
        "Ask the client to complete the order; otherwise the invoice is issued as it stands."
      )),
    ReasonPhrase(
      "purchase-order-late",
      what: (
        "Le bon de commande a été reçu le {received}, l'audit commençant le {opens}.",
        "The purchase order was received on {received}, the audit starting on {opens}."
      ),
      why: ("Un bon de commande parvient avant l'audit.", "A purchase order comes before the audit."),
      wayOut: (
        "Vérifiez que la facture n'est pas déjà partie en l'état.", "Check that the invoice has not left as it stands."
      )),
    ReasonPhrase(
      "no-line-to-correct",
      what: ("Aucune ligne à facturer ne se nomme {line}.", "No line to invoice is named {line}."),
      why: (
        "Une correction nomme la ligne d'origine, jamais une autre correction.",
        "A correction names the original line, never another correction."
      ),
      wayOut: ("Choisissez une ligne de la liste à facturer.", "Choose a line of the billing list.")),
    ReasonPhrase(
      "correction-above-line",
      what: (
        "La correction est de {amount}, il reste {left} sur la ligne {line}.",
        "The correction is {amount}, {left} is left of the line {line}."
      ),
      why: ("Le total d'un poste n'est jamais négatif.", "The total of an item is never below zero."),
      wayOut: ("Corrigez au plus ce qui reste de la ligne.", "Correct at most what is left of the line.")),
    ReasonPhrase(
      "correction-of-nothing",
      what: ("La correction de la ligne {line} n'ôte rien.", "The correction of the line {line} takes nothing off."),
      why: ("Une correction est une ligne négative.", "A correction is a negative line."),
      wayOut: ("Donnez un montant supérieur à zéro.", "Give an amount above zero.")),
    ReasonPhrase(
      "correction-motive-missing",
      what: ("La correction n'a pas de motif.", "The correction has no motive."),
      why: (
        "La ligne d'origine et sa correction restent lisibles, avec le motif.",
        "The original line and its correction stay readable, with the motive."
      ),
      wayOut: ("Ajoutez un motif, puis redemandez l'acte.", "Add a motive, then request the act again.")),
  ]
}
