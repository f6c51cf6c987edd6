extension ReasonPhrase {
  /// Which measure, when, on what state.
  static let certificateMeasures: [ReasonPhrase] = [
    ReasonPhrase(
      "state-changed",
      what: (
        "Le dossier n'est plus celui que vous aviez sous les yeux en décidant.",
        "The dossier is no longer the one you had before you when deciding."
      ),
      why: (
        "Une décision porte sur l'état exact qui a été montré\u{202F}; autre chose a été enregistré entre-temps.",
        "A decision is bound to the exact state shown; something else was recorded in between."
      ),
      wayOut: (
        "Synchronisez, relisez le dossier, puis redemandez la décision.",
        "Sync, read the dossier again, then request the decision again."
      )),
    ReasonPhrase(
      "state-not-shown",
      what: (
        "La décision ne dit pas sur quel état du dossier elle a été prise.",
        "The decision does not say on which state of the dossier it was taken."
      ),
      why: ("Une décision porte sur l'état exact qui a été montré.", "A decision is bound to the exact state shown."),
      wayOut: (
        "Mettez ce poste à jour, relisez le dossier, puis redemandez la décision.",
        "Update this device, read the dossier again, then request the decision again."
      )),
    ReasonPhrase(
      "decided-on-missing",
      what: ("La décision n'a pas de date.", "The decision has no date."),
      why: (
        "La date d'une décision est confirmée par une personne.", "The date of a decision is confirmed by a person."
      ),
      wayOut: ("Indiquez le jour de la décision.", "Say which day it was taken.")),
    ReasonPhrase(
      "decided-before-its-grounds",
      what: (
        "La décision est datée du {day}, avant ce sur quoi elle repose.",
        "The decision is dated {day}, before what it rests on."
      ),
      why: (
        "L'audit s'est achevé, et les preuves retenues ont été reçues, le {grounds} au plus tôt.",
        "The audit was over, and the evidence relied on received, on {grounds} at the earliest."
      ),
      wayOut: (
        "Datez la décision du jour où elle a été prise.", "Date the decision on the day it was taken."
      )),
    ReasonPhrase(
      "decided-in-future",
      what: ("La décision est datée du {day}, qui n'est pas venu.", "The decision is dated {day}, which has not come."),
      why: ("Une décision se date du jour où elle est prise.", "A decision bears the day it is taken."),
      wayOut: ("Corrigez la date, ou attendez ce jour.", "Correct the date, or wait for that day.")),
    ReasonPhrase(
      "outcome-contradicts-measure",
      what: (
        "Le sens enregistré ne va pas avec la mesure «\u{202F}{measure}\u{202F}».",
        "The outcome recorded does not go with the measure “{measure}”."
      ),
      why: (
        "Chaque mesure a son sens\u{202F}: délivrer est favorable, suspendre est défavorable.",
        "Each measure has its outcome: to grant is favourable, to suspend is unfavourable."
      ),
      wayOut: ("Redemandez la décision avec la seule mesure.", "Request the decision again with the measure alone.")),
    ReasonPhrase(
      "measure-not-possible",
      what: (
        "La mesure «\u{202F}{measure}\u{202F}» est demandée, et l'état du certificat est «\u{202F}{certificate}\u{202F}».",
        "The measure “{measure}” is requested, and the standing of the certificate is “{certificate}”."
      ),
      why: ("Cette mesure ne part pas de cet état.", "That measure does not start from that standing."),
      wayOut: (
        "Relisez le certificat («\u{202F}constat certificat voir\u{202F}»), puis choisissez la mesure qui convient.",
        "Read the certificate again (“constat certificate show”), then choose the measure that fits."
      )),
    ReasonPhrase(
      "initial-audit-needed",
      what: (
        "L'état du certificat est «\u{202F}{certificate}\u{202F}».",
        "The standing of the certificate is “{certificate}”."
      ),
      why: (
        "Après un retrait, un refus ou une expiration, seul un nouvel audit initial mène à un certificat.",
        "After a withdrawal, a refusal or an expiry only a new initial audit leads to a certificate."
      ),
      wayOut: (
        "Établissez un devis pour un audit initial\u{202F}; décidez sur son rapport.",
        "Quote an initial audit; decide on its report."
      )),
    ReasonPhrase(
      "audit-not-named",
      what: (
        "La décision ne dit pas sur quel audit elle est prise.", "The decision does not say on which audit it is taken."
      ),
      why: ("Cette mesure se décide sur un rapport d'audit.", "This measure is decided on an audit report."),
      wayOut: ("Indiquez l'audit, puis redemandez la décision.", "Name the audit, then request the decision again.")),
    ReasonPhrase(
      "audit-kind-missing",
      what: ("La nature de l'audit n'est pas enregistrée.", "The kind of the audit is not recorded."),
      why: (
        "La nature de l'audit dit quelles mesures sont possibles.",
        "The kind of the audit says which measures are possible."
      ),
      wayOut: (
        "Demandez au service certification d'enregistrer la nature de l'audit.",
        "Ask the certification office to record the kind of the audit."
      )),
    ReasonPhrase(
      "measure-not-of-this-audit",
      what: (
        "La mesure «\u{202F}{measure}\u{202F}» est demandée sur un {auditKind}.",
        "The measure “{measure}” is requested on the report of an audit of another kind: {auditKind}."
      ),
      why: (
        "Un audit initial mène à délivrer ou refuser, une surveillance à maintenir, un renouvellement à renouveler, une "
          + "extension à étendre.",
        "An initial audit leads to grant or refuse, a surveillance to maintain, a renewal to renew, an extension to "
          + "extend."
      ),
      wayOut: (
        "Choisissez la mesure de cet audit, ou l'autre audit.", "Choose this audit's measure, or the other audit."
      )),
    ReasonPhrase(
      "no-major-past-delay",
      what: (
        "Aucune majeure de cet audit n'est restée ouverte au-delà de son délai ({due}).",
        "No major of this audit stayed open beyond its delay ({due})."
      ),
      why: (
        "Un refus ou une suspension sur rapport sanctionne une majeure non levée dans les trois mois.",
        "A refusal or suspension on a report answers a major not lifted within three months."
      ),
      wayOut: (
        "Attendez la fin du délai, ou prononcez la décision favorable si toutes les majeures sont levées.",
        "Wait until the delay is over, or take the favourable decision if every major is lifted."
      )),
    ReasonPhrase(
      "cumulation-lifted-late",
      what: (
        "Les mineures en trop ont été levées sur des preuves reçues hors délai.",
        "The minors in excess were lifted on evidence received out of time."
      ),
      why: (
        "Leur cumul vaut une majeure, dont les preuves étaient attendues jusqu'au {due} inclus.",
        "Together they amount to a major, whose evidence was due by {due}, that day included."
      ),
      wayOut: (
        "Prononcez une décision défavorable\u{202F}; ces preuves peuvent servir à lever une suspension.",
        "Take an unfavourable decision; that evidence may serve to lift a suspension."
      )),
  ]
}
