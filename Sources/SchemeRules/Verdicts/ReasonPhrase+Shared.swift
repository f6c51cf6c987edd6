extension ReasonPhrase {
  /// Codes that several acts share.
  static let shared: [ReasonPhrase] = [
    ReasonPhrase(
      "unknown-act",
      what: ("L'acte «\u{202F}{act}\u{202F}» n'est pas connu ici.", "The act “{act}” is not known here."),
      why: (
        "Un acte n'est jugé que par une version qui le connaît, sous le dispositif du dossier.",
        "An act is judged only by a version that knows it, under the scheme of the dossier."
      ),
      wayOut: (
        "Demandez au service certification de mettre le serveur à jour, puis redemandez l'acte.",
        "Ask the certification office to update the server, then request the act again."
      )),
    ReasonPhrase(
      "stale",
      what: (
        "Le dossier a changé depuis ce que vous aviez sous les yeux.",
        "The dossier has changed since what you had before you."
      ),
      why: (
        "Cet acte engage\u{202F}: il se prend en connaissance de tout le dossier.",
        "This act commits: it is taken with the whole dossier in view."
      ),
      wayOut: (
        "Synchronisez, relisez le dossier, puis redemandez l'acte.",
        "Sync, read the dossier again, then request the act again."
      )),
    ReasonPhrase(
      "not-recorded",
      what: (
        "Rien n'est enregistré de ce que la règle demande\u{202F}: {needs}.",
        "Nothing is recorded of what the rule asks: {needs}."
      ),
      why: (
        "Ce qui n'est pas enregistré n'est supposé en faveur de personne.",
        "What is not recorded is assumed in nobody's favour."
      ),
      wayOut: (
        "Faites enregistrer ces faits par le service certification, puis redemandez l'acte.",
        "Have the certification office record these facts, then request the act again."
      )),
    ReasonPhrase(
      "conflict-open",
      what: ("Une divergence est ouverte\u{202F}: {fields}.", "A divergence is open: {fields}."),
      why: (
        "Un acte ne repose pas sur une valeur que deux personnes ont écrite différemment.",
        "An act does not rest on a value that two people wrote differently."
      ),
      wayOut: (
        "Faites trancher la divergence, puis redemandez l'acte.",
        "Have the divergence settled, then request the act again."
      )),
    ReasonPhrase(
      "requester-not-lead",
      what: (
        "L'acte est demandé par une personne qui n'est pas responsable de cet audit.",
        "The act is requested by a person who is not the lead auditor of this audit."
      ),
      why: (
        "Le responsable d'audit clôture l'audit, présente le rapport et le clôt.",
        "The lead auditor closes the audit, presents the report and closes it."
      ),
      wayOut: (
        "Transmettez vos constats au responsable d'audit, qui demandera l'acte.",
        "Pass your findings to the lead auditor, who will request the act."
      )),
    ReasonPhrase(
      "motive-missing", rule: "R-ROLE-17",
      what: ("La décision n'a pas de motif.", "The decision has no motive."),
      why: (
        "Un refus, une suspension ou un retrait dit ses motifs.",
        "A refusal, a suspension or a withdrawal says its reasons."
      ),
      wayOut: ("Ajoutez un motif, puis redemandez l'acte.", "Add a motive, then request the act again.")),
    ReasonPhrase(
      "decider-audited", rule: "R-ROLE-01",
      what: (
        "La décision est demandée par une personne qui a conduit l'audit.",
        "The decision is requested by a person who conducted the audit."
      ),
      why: (
        "La décision revient à une personne qui n'a pas conduit l'audit.",
        "The decision belongs to a person who did not conduct the audit."
      ),
      wayOut: (
        "Transmettez le rapport à un expert décisionnaire.", "Pass the report to a decision expert."
      )),
  ]
}
