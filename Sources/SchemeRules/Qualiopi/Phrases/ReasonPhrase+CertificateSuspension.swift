extension ReasonPhrase {
  /// Suspension, its lifting, withdrawal.
  static let certificateSuspension: [ReasonPhrase] = [
    ReasonPhrase(
      "surveillance-not-missed",
      what: (
        "La surveillance n'a pas été manquée\u{202F}: sa fenêtre se ferme le {closes}, ou un audit s'y est tenu.",
        "The surveillance was not missed: its window closes on {closes}, or an audit was held in it."
      ),
      why: (
        "Sans audit, une suspension se décide à partir du lendemain d'une fenêtre close sans surveillance.",
        "Without an audit, a suspension is decided from the day after a window closed without any surveillance."
      ),
      wayOut: (
        "Attendez ce jour, ou indiquez l'audit dont une majeure n'est pas levée.",
        "Wait for that day, or name the audit whose major is not lifted."
      )),
    ReasonPhrase(
      "condition-missing",
      what: ("La suspension ne dit pas ce qui la lèvera.", "The suspension does not say what will lift it."),
      why: (
        "La lettre de suspension donne un délai et une condition, qui dépend de la cause.",
        "The letter of suspension gives a delay and a condition, which depends on the cause."
      ),
      wayOut: (
        "Ajoutez la condition, par exemple tenir la surveillance manquée.",
        "Add the condition, such as holding the missed surveillance."
      )),
    ReasonPhrase(
      "effect-before-decision",
      what: (
        "La suspension prendrait effet le {effect}, avant la décision du {day}.",
        "The suspension would take effect on {effect}, before the decision of {day}."
      ),
      why: (
        "Une suspension prend effet le jour de la décision, ou plus tard si la lettre le dit.",
        "A suspension takes effect on the day of the decision, or later if the letter says so."
      ),
      wayOut: ("Donnez ce jour ou un jour suivant.", "Give that day or a later one.")),
    ReasonPhrase(
      "delay-before-effect",
      what: (
        "Le délai finirait avant l'effet de la suspension ({effect}).",
        "The delay would end before the suspension takes effect ({effect})."
      ),
      why: ("Le délai court de l'effet de la suspension.", "The delay runs from the effect of the suspension."),
      wayOut: (
        "Donnez un délai qui finit plus tard, en général trois mois.",
        "Give a delay that ends later, three months as a rule."
      )),
    ReasonPhrase(
      "condition-not-met",
      what: (
        "La condition de la suspension n'est pas remplie\u{202F}: «\u{202F}{condition}\u{202F}».",
        "The condition of the suspension is not met: “{condition}”."
      ),
      why: (
        "Une suspension se lève quand la condition de sa lettre est remplie.",
        "A suspension is lifted once the condition of its letter is met."
      ),
      wayOut: (
        "Indiquez la surveillance tenue, ou faites lever les majeures\u{202F}; des preuves tardives servent ici.",
        "Name the surveillance held, or have the majors lifted; late evidence serves here."
      )),
    ReasonPhrase(
      "condition-met-late",
      what: ("La condition a été remplie le {metOn}.", "The condition was met on {metOn}."),
      why: (
        "Le délai de la lettre courait jusqu'au {until} inclus.",
        "The letter's delay ran until {until}, that day included."
      ),
      wayOut: (
        "Prononcez le retrait, ou faites reprendre la suspension.",
        "Withdraw the certificate, or have the suspension corrected."
      )),
    ReasonPhrase(
      "suspension-unknown",
      what: ("Aucune lettre de suspension n'est enregistrée.", "No letter of suspension is recorded."),
      why: ("Le retrait suit le délai de cette lettre.", "A withdrawal follows that letter's delay."),
      wayOut: ("Faites enregistrer la suspension par une décision.", "Have the suspension recorded by a decision.")),
    ReasonPhrase(
      "condition-met",
      what: (
        "La condition a été remplie le {metOn}, dans le délai.", "The condition was met on {metOn}, within the delay."
      ),
      why: (
        "Un certificat dont la condition est remplie à temps n'est pas retiré.",
        "A certificate whose condition is met in time is not withdrawn."
      ),
      wayOut: ("Levez la suspension.", "Lift the suspension.")),
    ReasonPhrase(
      "delay-not-over",
      what: (
        "Le délai de la lettre court jusqu'au {until} inclus.",
        "The letter's delay runs until {until}, that day included."
      ),
      why: ("Le retrait se décide le délai passé.", "A withdrawal is decided once the delay is over."),
      wayOut: ("Attendez le lendemain de ce jour.", "Wait for the day after.")),
  ]
}
