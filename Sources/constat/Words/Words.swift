import AuditModel

/// The one table of French aliases of nouns, verbs and values people type (WORDS.md); the canonical word is English.
///
/// Each alias is typed with or without its accents. A test checks that no alias names two things in one place.
enum Words {
  /// Nouns and top-level verbs.
  static let nouns: [String: [String]] = [
    "join": ["rattacher"],
    "device": ["poste"],
    "key": ["clé"],
    "change": ["ligne"],
    "status": ["état"],
    "sync": ["synchroniser"],
    "outbox": ["à-envoyer"],
    "log": ["historique"],
    "verify": ["vérifier"],
    "dossier": ["dossiers"],
    "audit": ["audits"],
    "observation": ["constat"],
    "evidence": ["preuve"],
    "interview": ["entretien"],
    "situation": ["changement"],
    "divergence": ["divergences"],
    "handover": ["passation"],
    "deadline": ["échéance", "échéances"],
    "sheet": ["feuille"],
    "nonconformity": ["non-conformité"],
    "report": ["rapport"],
    "decision": ["décision"],
    "habilitation": [],
    "proposal": ["proposition"],
    "body": ["organisme"],
    "mail": ["courrier"],
    "form": ["formulaire"],
    "record": ["enregistrer"],
    "rule": ["règle", "règles"],
    "contract": ["contrat", "devis"],
    "unpaid": ["impayé", "impayés"],
    "competence": ["compétence", "compétences"],
    "certificate": ["certificat"],
    "correction": ["reprise", "reprises"],
    "complaint": ["réclamation", "réclamations"],
    "billing": ["à-facturer"],
    "subcontract": ["sous-traitance"],
    "setting": ["réglage", "réglages"],
  ]

  /// Verbs below a noun.
  static let verbs: [String: [String]] = [
    "list": ["liste", "lister"],
    "rotate": ["renouveler"],
    "submit": ["soumettre"],
    "show": ["voir", "montrer"],
    "add": ["ajouter"],
    "open": ["ouvrir"],
    "plan": ["planifier"],
    "prepare": ["préparer"],
    "start": ["commencer"],
    "grade": ["coter"],
    "check": ["contrôler"],
    "done": ["terminer"],
    "close": ["clôturer"],
    "observe": ["constater"],
    "settle": ["trancher"],
    "write": ["écrire"],
    "read": ["lire"], "deliver": ["remettre"],
    "compute": ["calculer"],
    "opening": ["ouverture"],
    "closing": ["clôture"],
    "present": ["présenter"],
    "print": ["imprimer"],
    "record": ["enregistrer"],
    "suspend": ["suspendre"],
    "correct": ["corriger"],
    "name": ["nommer"],
    "notice": ["notifier"],
    "validate": ["valider"],
    "send-plan": ["envoyer-plan"],
    "cancel": ["annuler"],
    "document": ["pièce"],
    "move": ["déplacer"],
    "sign": ["signer"],
    "update": ["modifier"],
    "declare": ["déclarer"],
    "acknowledge": ["accuser"],
    "examine": ["examiner"],
    "next": ["suite"],
    "mark": ["marque"],
    "set": ["régler"],
  ]

  /// Verbs whose French word depends on the noun.
  static let verbsOfNouns: [String: [String]] = [
    "complaint notify": ["notifier"],
    "decision record": ["prononcer"],
    "unpaid settle": ["régler"],
    "correction record": ["reprendre"],
    "report sent": ["envoyé"],
    "report answer": ["répondre"],
    "report wait": ["attendre"],
    "report close": ["clore"],
    "report submit": ["transmettre"],
    "nonconformity plan": [],
    "nonconformity evidence": ["preuves"],
    "nonconformity lift": ["lever"],
    "nonconformity return": ["renvoyer"],
    "audit bill": ["à-facturer"],
    "audit lead": ["responsable"],
    "certificate publish": ["publier"],
    "billing order": ["bon-de-commande"],
    "dossier describe": ["décrire"],
    "dossier funding": ["financeurs"],
    "dossier contact": ["interlocuteur"],
  ]

  /// Values of options and arguments.
  static let values: [String: [String]] = [
    "conform": ["conforme", "c"],
    "minor": ["mineure", "i"],
    "major": ["majeure", "a"],
    "not-applicable": ["non-applicable", "x"],
    "not-audited": ["non-audité", "e"],
    "gap": ["écart"],
    "serious-gap": ["écart-grave"],
    "surveillance": [],
    "initial": ["initiale"],
    "renewal": ["renouvellement"],
    "extension": [],
    "address": ["adresse"],
    "director": ["dirigeant"],
    "name": ["dénomination"],
    "favourable": ["favorable"],
    "unfavourable": ["défavorable"],
    "on-site": ["sur-place"],
    "remote": ["à-distance"],
    "guard": ["garde-fou"],
    "deadline": ["échéance"],
    "state": ["état"],
    "authority": ["autorité"],
    "fee": ["tarif"],
    "checklist": ["point-d'audit"],
    "reading": ["lecture"],
    "grant": ["délivrer"],
    "refuse": ["refuser"],
    "maintain": ["maintenir"],
    "renew": ["renouveler"],
    "suspend": ["suspendre"],
    "reinstate": ["lever", "lever-la-suspension"],
    "withdraw": ["retirer"],
    "extend": ["étendre"],
    "dreets-receipt": ["récépissé", "récépissé-dreets"],
    "maintained": ["maintenu", "maintenue"],
    "replaced": ["remplacé", "remplacée"],
    "audit-notice": ["notification-audit"],
    "report-sent": ["envoi-rapport"],
    "decision": ["décision"],
    "suspension": [],
    "correction": ["reprise"],
    "complaint-acknowledgement": ["accusé-réclamation"],
  ]

  /// The aliases of a noun or verb, each also without accents.
  static func aliases(noun: String) -> [String] { spelt(nouns[noun] ?? []).filter { $0 != noun } }
  /// The aliases of a verb, each also without accents.
  static func aliases(verb: String) -> [String] { spelt(verbs[verb] ?? []).filter { $0 != verb } }

  /// The aliases of a verb of a noun, each also without accents.
  static func aliases(verb: String, of noun: String) -> [String] {
    spelt(verbsOfNouns["\(noun) \(verb)"] ?? verbs[verb] ?? []).filter { $0 != verb }
  }

  /// The canonical value for what was typed; nil when the word is none of those allowed.
  static func value(_ typed: String, among allowed: [String]) -> String? {
    let word = typed.lowercased()
    return allowed.first { $0 == word || spelt(values[$0] ?? []).contains(word) }
  }

  private static func spelt(_ words: [String]) -> [String] {
    words.flatMap { word in
      let plain = withoutAccents(word)
      return plain == word ? [word] : [word, plain]
    }
  }

  static func withoutAccents(_ word: String) -> String {
    let plain: [Character: Character] = [
      "é": "e", "è": "e", "ê": "e", "à": "a", "ô": "o", "î": "i", "ç": "c", "û": "u",
    ]
    return String(word.map { plain[$0] ?? $0 })
  }
}
