extension ReasonPhrase {
  /// Planning a Qualiopi audit.
  static let qualiopiPlanning: [ReasonPhrase] = [
    ReasonPhrase(
      "weekend",
      what: (
        "L'audit tomberait un samedi ou un dimanche\u{202F}: {days}.", "The audit would fall on a weekend: {days}."
      ),
      why: ("Aucun audit le soir ni le week-end.", "No audit in the evening or at the weekend."),
      wayOut: ("Choisissez un jour de semaine.", "Choose a weekday.")),
    ReasonPhrase(
      "remote-only-at-surveillance",
      what: ("L'audit serait tenu à distance.", "The audit would be held remotely."),
      why: (
        "Un audit initial, de renouvellement ou d'extension se tient toujours sur place.",
        "An initial, renewal or extension audit is always on site."
      ),
      wayOut: ("Planifiez-le sur place.", "Plan it on site.")),
    ReasonPhrase(
      "remote-not-allowed",
      what: ("La surveillance serait tenue à distance.", "The surveillance would be held remotely."),
      why: (
        "La dernière décision ne l'a pas permis\u{202F}; son silence vaut refus.",
        "The last decision did not allow it; its silence means no."
      ),
      wayOut: ("Planifiez-la sur place.", "Plan it on site.")),
    ReasonPhrase(
      "before-window",
      what: ("La surveillance serait tenue trop tôt.", "The surveillance would be held too early."),
      why: ("Sa fenêtre s'ouvre le {opens}.", "Its window opens on {opens}."),
      wayOut: ("Choisissez une date à partir de ce jour.", "Choose that day or a later one.")),
    ReasonPhrase(
      "after-window",
      what: ("La surveillance serait tenue trop tard.", "The surveillance would be held too late."),
      why: (
        "Sa fenêtre se ferme le {closes}, sans dérogation possible.",
        "Its window closes on {closes}, without derogation."
      ),
      wayOut: (
        "Choisissez une date jusqu'à ce jour\u{202F}; passé ce jour, une suspension est proposée.",
        "Choose that day or an earlier one; after it, a suspension is proposed."
      )),
  ]
}
