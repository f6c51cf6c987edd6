extension ReasonPhrase {
  /// How long an audit lasts, and on which dates.
  static let qualiopiDurations: [ReasonPhrase] = [
    ReasonPhrase(
      "shorter-than-contract",
      what: (
        "L'audit est prévu sur {scheduled}, le contrat en fixe {needed}.",
        "The audit is planned for {scheduled}, the contract sets {needed}."
      ),
      why: (
        "La durée vient de la réglementation et ne se réduit pas.",
        "Durations come from regulation and are never shortened."
      ),
      wayOut: ("Planifiez toute la durée du contrat.", "Plan the whole duration of the contract.")),
    ReasonPhrase(
      "shorter-than-table",
      what: (
        "L'audit est prévu sur {scheduled}, la table des durées en demande au moins {needed}.",
        "The audit is planned for {scheduled}, the table of durations asks at least {needed}."
      ),
      why: (
        "La durée vient de la réglementation, que la table du certificateur reprend, et ne se réduit pas.",
        "Durations come from regulation, as the certifier's table has it, and are never shortened."
      ),
      wayOut: (
        "Faites porter cette durée au contrat s'il en fixe une moindre, puis planifiez-la.",
        "Have the contract hold this duration where it sets a shorter one, then plan it."
      )),
    ReasonPhrase(
      "contract-too-short",
      what: (
        "L'audit est prévu sur {scheduled}, le contrat en couvre {needed}.",
        "The audit is planned for {scheduled}, the contract covers {needed}."
      ),
      why: ("Un audit ne dépasse pas ce que le contrat couvre.", "An audit does not exceed what the contract covers."),
      wayOut: (
        "Faites signer un avenant, ou planifiez la durée du contrat.",
        "Have an amendment signed, or plan the duration of the contract."
      )),
    ReasonPhrase(
      "new-entrant-half-day-missing",
      what: (
        "La surveillance est prévue sur {scheduled}, il en faut {needed}.",
        "The surveillance is planned for {scheduled}, {needed} is needed."
      ),
      why: (
        "La surveillance d'un nouvel entrant dure une demi-journée de plus.",
        "A new entrant's surveillance audit lasts half a day more."
      ),
      wayOut: (
        "Ajoutez une demi-journée et mettez le contrat à jour.", "Add half a day and have the contract updated."
      )),
    ReasonPhrase(
      "new-entrant-contract-not-updated",
      what: (
        "Le contrat ne porte pas la demi-journée du nouvel entrant\u{202F}: il faut {needed}.",
        "The contract does not hold the new entrant's half-day: {needed} is needed."
      ),
      why: (
        "La demi-journée de plus est portée au contrat.", "The half-day more is written into the contract."
      ),
      wayOut: ("Enregistrez l'avenant au contrat.", "Record the amendment of the contract.")),
    ReasonPhrase(
      "turnover-left-bracket",
      what: (
        "Le chiffre d'affaires du BPF en vigueur est de {turnover}, celui du contrat de {contractTurnover}.",
        "The turnover of the BPF in force is {turnover}, that of the contract {contractTurnover}."
      ),
      why: (
        "Quand le chiffre d'affaires change de tranche, la durée de la surveillance est revue.",
        "When turnover leaves its bracket, the duration of the surveillance is revised."
      ),
      wayOut: (
        "Révisez la durée et enregistrez l'avenant avec ce chiffre d'affaires.",
        "Revise the duration and record the amendment with this turnover."
      )),
    ReasonPhrase(
      "more-than-a-day-per-date",
      what: (
        "Plus d'une journée d'audit tient sur une même date\u{202F}: {days}.",
        "More than a day of audit stands on one date: {days}."
      ),
      why: (
        "Au plus une journée d'audit par jour calendaire\u{202F}; un jour et demi prend deux dates.",
        "At most one day of audit per calendar day; a day and a half takes two dates."
      ),
      wayOut: ("Répartissez l'audit sur une date de plus.", "Spread the audit over one more date.")),
    ReasonPhrase(
      "split-not-agreed",
      what: ("L'audit est morcelé sur des dates séparées\u{202F}: {days}.", "The audit is split over dates: {days}."),
      why: (
        "Un audit ne se morcelle qu'avec un accord préalable.", "An audit is split only with a prior agreement."
      ),
      wayOut: (
        "Enregistrez l'accord de dérogation, ou choisissez des jours qui se suivent.",
        "Record the derogation, or choose days that follow one another."
      )),
    ReasonPhrase(
      "split-too-long",
      what: ("L'audit s'étend sur trop de temps\u{202F}: {days}.", "The audit stretches over too long: {days}."),
      why: (
        "Un audit morcelé tient en quelques semaines, ici jusqu'au {latest}.",
        "A split audit stays within a few weeks, here until {latest}."
      ),
      wayOut: ("Rapprochez les dates.", "Bring the dates closer together.")),
  ]
}
