extension ReasonPhrase {
  /// Pre-audit file, notice and audit plan.
  static let qualiopiNotice: [ReasonPhrase] = [
    ReasonPhrase(
      "auditor-not-named",
      what: (
        "L'audit n'est pas à notifier maintenant. L'audit est à l'étape\u{202F}: {state}.",
        "The audit is not to be noticed now. The audit stands at: {state}."
      ),
      why: (
        "Le chemin d'un audit a ses étapes dans l'ordre\u{202F}: devis, contrat, planification, auditeur, notification, plan d'audit.",
        "The path of an audit has its steps in order: quote, contract, planning, auditor, notice, audit plan."
      ),
      wayOut: ("Nommez d'abord l'auditeur.", "Name the auditor first.")),
    ReasonPhrase(
      "file-incomplete",
      what: (
        "Le dossier préalable est incomplet\u{202F}: {documents}.",
        "The pre-audit file is incomplete: {documents}."
      ),
      why: (
        "L'audit n'est notifié que sur un dossier préalable reçu en entier.",
        "An audit is noticed only on a pre-audit file received in full."
      ),
      wayOut: (
        "Demandez la pièce, enregistrez-la avec son courrier, puis redemandez l'acte.",
        "Ask for the document, record it with its mail, then request the act again."
      )),
    ReasonPhrase(
      "file-outdated",
      what: (
        "Le dossier préalable n'est pas à jour\u{202F}: {documents}.",
        "The pre-audit file is not up to date: {documents}."
      ),
      why: ("Ces pièces sont mises à jour pour chaque audit.", "These documents are updated for each audit."),
      wayOut: (
        "Demandez la version à jour, enregistrez-la, puis redemandez l'acte.",
        "Ask for the current version, record it, then request the act again."
      )),
    ReasonPhrase(
      "notice-not-sent",
      what: ("Aucun courrier envoyé ne porte la notification.", "No mail sent carries the notice."),
      why: (
        "La notification est adressée au client, qui la valide.",
        "The notice is sent to the client, who validates it."
      ),
      wayOut: ("Enregistrez son envoi, puis redemandez l'acte.", "Record its sending, then request the act again.")),
    ReasonPhrase(
      "notice-without-contact",
      what: ("La notification ne dit pas qui contacter.", "The notice does not say whom to contact."),
      why: ("La notification nomme l'auditeur et les contacts.", "The notice names the auditor and the contacts."),
      wayOut: ("Ajoutez un contact, puis redemandez l'acte.", "Add a contact, then request the act again.")),
    ReasonPhrase(
      "audit-not-noticed",
      what: (
        "La notification n'est pas à valider maintenant. L'audit est à l'étape\u{202F}: {state}.",
        "The notice is not to be validated now. The audit stands at: {state}."
      ),
      why: (
        "Le chemin d'un audit a ses étapes dans l'ordre\u{202F}: devis, contrat, planification, auditeur, notification, plan d'audit.",
        "The path of an audit has its steps in order: quote, contract, planning, auditor, notice, audit plan."
      ),
      wayOut: (
        "Notifiez d'abord l'audit, aux dates et avec l'auditeur en vigueur.",
        "Notify the audit first, with its dates and auditor as they are now."
      )),
    ReasonPhrase(
      "validation-not-received",
      what: (
        "Aucun courrier reçu ne porte la validation du client.",
        "No mail received carries the client's validation."
      ),
      why: (
        "Le client valide la notification dans son espace ou par écrit.",
        "The client validates the notice in its space or in writing."
      ),
      wayOut: (
        "Enregistrez ce courrier avec sa date de réception, puis redemandez l'acte.",
        "Record that mail with the day it was received, then request the act again."
      )),
    ReasonPhrase(
      "notice-not-validated",
      what: (
        "Le plan d'audit n'est pas à envoyer maintenant. L'audit est à l'étape\u{202F}: {state}.",
        "The audit plan is not to be sent now. The audit stands at: {state}."
      ),
      why: (
        "Le chemin d'un audit a ses étapes dans l'ordre\u{202F}: devis, contrat, planification, auditeur, notification, plan d'audit.",
        "The path of an audit has its steps in order: quote, contract, planning, auditor, notice, audit plan."
      ),
      wayOut: ("Faites d'abord valider la notification par le client.", "Have the client validate the notice first.")),
    ReasonPhrase(
      "requester-not-lead", rule: "T-QUAL-A05",
      what: (
        "Le plan d'audit est envoyé par une personne qui n'est pas responsable de cet audit.",
        "The audit plan is sent by a person who is not the lead auditor of this audit."
      ),
      why: ("Le plan d'audit vient de l'auditeur.", "The audit plan comes from the auditor."),
      wayOut: ("Demandez au responsable d'audit de l'envoyer.", "Ask the lead auditor to send it.")),
    ReasonPhrase(
      "scope-missing", rule: "T-QUAL-A05",
      what: ("L'audit n'a pas de périmètre.", "The audit has no scope."),
      why: ("Le plan d'audit porte sur un périmètre calculé.", "The audit plan rests on a computed scope."),
      wayOut: (
        "Demandez au service certification d'enregistrer le périmètre.",
        "Ask the certification office to record the scope."
      )),
    ReasonPhrase(
      "scope-below-minimum",
      what: ("Le périmètre laisse de côté {indicators}.", "The scope leaves out {indicators}."),
      why: (
        "L'auditeur peut ajouter des indicateurs au minimum de l'audit, jamais en retirer.",
        "The auditor may add indicators to the minimum of the audit, never take one away."
      ),
      wayOut: (
        "Ajoutez-les au périmètre, puis redemandez l'acte.",
        "Add them to the scope, then request the act again."
      )),
    ReasonPhrase(
      "plan-not-sent",
      what: ("Aucun courrier envoyé ne porte le plan d'audit.", "No mail sent carries the audit plan."),
      why: ("L'auditeur envoie un plan d'audit avant l'audit.", "The auditor sends an audit plan before the audit."),
      wayOut: ("Enregistrez son envoi, puis redemandez l'acte.", "Record its sending, then request the act again.")),
    ReasonPhrase(
      "plan-sent-late",
      what: (
        "Le plan d'audit n'est pas parti avant le premier jour\u{202F}: {days}.",
        "The audit plan did not leave before the first day: {days}."
      ),
      why: ("L'auditeur envoie un plan d'audit avant l'audit.", "The auditor sends an audit plan before the audit."),
      wayOut: (
        "L'audit peut se tenir\u{202F}; l'étape manquée y reste marquée.",
        "The audit may be held; the step missed stays marked on it."
      )),
    ReasonPhrase(
      "notice-of-other-days",
      what: (
        "Ce courrier a notifié d'autres jours que ceux de l'audit.",
        "This mail told other days than those of the audit."
      ),
      why: (
        "Des jours déplacés se notifient et se valident de nouveau.", "Moved days are noticed and validated again."
      ),
      wayOut: (
        "Envoyez une nouvelle notification, enregistrez ce courrier, puis redemandez l'acte.",
        "Send a new notice, record that mail, then request the act again."
      )),
    ReasonPhrase(
      "validation-before-notice",
      what: (
        "La validation a été reçue avant l'envoi de la notification, le {days}.",
        "The validation was received before the notice went out on {days}."
      ),
      why: (
        "Le client valide la notification qu'il a reçue, pas une précédente.",
        "The client validates the notice it received, not an earlier one."
      ),
      wayOut: (
        "Enregistrez la validation de cette notification, puis redemandez l'acte.",
        "Record the validation of this notice, then request the act again."
      )),
  ]
}
