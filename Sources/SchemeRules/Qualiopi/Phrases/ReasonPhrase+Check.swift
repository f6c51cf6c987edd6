extension ReasonPhrase {
  /// What `audit check` finds beside what the closing's guard refuses.
  static let qualiopiCheck: [ReasonPhrase] = [
    ReasonPhrase(
      "grades-diverge",
      what: ("Des cotations divergent sur {indicators}.", "Grades diverge on {indicators}."),
      why: (
        "Le rapport ne se présente qu'une fois la divergence tranchée.",
        "The report is presented only once the divergence is settled."
      ),
      wayOut: ("Tranchez-la avec votre collègue avant de partir.", "Settle it with your colleague before leaving.")),
    ReasonPhrase(
      "opening-sheet-missing",
      what: ("La feuille d'ouverture ne dit pas quand la réunion s'est tenue.", "The opening sheet bears no date."),
      why: ("L'audit commence par une réunion d'ouverture.", "An audit begins with an opening meeting."),
      wayOut: ("Remplissez la feuille d'ouverture.", "Fill the opening sheet.")),
    ReasonPhrase(
      "closing-sheet-missing",
      what: ("La feuille de clôture ne dit pas quand la réunion s'est tenue.", "The closing sheet bears no date."),
      why: (
        "Les non-conformités s'annoncent à la réunion de clôture.",
        "Non-conformities are announced at the closing meeting."
      ),
      wayOut: ("Remplissez la feuille de clôture.", "Fill the closing sheet.")),
    ReasonPhrase(
      "site-not-visited",
      what: ("Aucun constat sur\u{202F}: {sites}.", "No observation on: {sites}."),
      why: (
        "Chaque site du plan se voit avec les mêmes critères.", "Each site of the plan is seen with the same criteria."
      ),
      wayOut: (
        "Constatez sur ce site, ou faites corriger le plan par le service certification.",
        "Observe on that site, or have the office correct the plan."
      )),
    ReasonPhrase(
      "sample-not-observed",
      what: ("Aucun constat dans la prestation\u{202F}: {samples}.", "No observation of the service: {samples}."),
      why: (
        "Les preuves viennent d'entretiens, de données et de séances observées sur l'échantillon.",
        "Evidence comes of interviews, data and sessions observed on the sample."
      ),
      wayOut: (
        "Constatez sur cette prestation, ou changez l'échantillon.", "Observe that service, or change the sample."
      )
    ),
    ReasonPhrase(
      "evidence-undated",
      what: ("Preuve sans date\u{202F}: {titles}.", "Evidence without a date: {titles}."),
      why: ("Une preuve vaut par ce qu'elle montre et quand.", "Evidence counts for what it shows and when."),
      wayOut: ("Ajoutez la date portée par le document.", "Add the date the document bears.")),
    ReasonPhrase(
      "evidence-proves-nothing",
      what: ("Preuve rattachée à aucun indicateur\u{202F}: {titles}.", "Evidence of no indicator: {titles}."),
      why: ("Un constat s'appuie sur des preuves désignées.", "A finding rests on evidence that is named."),
      wayOut: ("Dites quels indicateurs elle prouve.", "Say which indicators it proves.")),
    ReasonPhrase(
      "announced-differs",
      what: (
        "La feuille de clôture et les cotations ne disent pas la même chose sur {indicators}.",
        "The closing sheet and the grades differ on {indicators}."
      ),
      why: (
        "L'organisme a entendu une non-conformité, il en lirait une autre.",
        "The body heard one non-conformity and would read another."
      ),
      wayOut: (
        "Annoncez-la de nouveau, ou corrigez la cotation avec son motif.",
        "Announce it again, or correct the grade with its motive."
      )),
    ReasonPhrase(
      "mark-use-not-checked",
      what: ("L'usage de la marque n'a pas été contrôlé.", "The use of the mark was not checked."),
      why: (
        "La surveillance contrôle l'usage de la marque Qualiopi.", "Surveillance checks the use of the Qualiopi mark."
      ),
      wayOut: ("Regardez le site et les documents, et dites ce que vous voyez.", "Look at the website and documents.")),
    ReasonPhrase(
      "corrective-action-not-examined",
      what: (
        "Aucun constat sur l'action corrective de {indicators}.",
        "No observation on the corrective action of {indicators}."
      ),
      why: (
        "La suite donnée aux non-conformités antérieures se regarde d'abord.",
        "What was done about earlier non-conformities is looked at first."
      ),
      wayOut: ("Constatez ce que l'action a donné.", "Observe what the action gave.")),
    ReasonPhrase(
      "short-services-graded",
      what: ("Une cotation ({grade}) est portée sur {indicators}.", "A grade ({grade}) stands on {indicators}."),
      why: (
        "Toutes les prestations échantillonnées durent 2 jours ou moins.",
        "Every sampled service lasts 2 days or less."
      ),
      wayOut: (
        "Cotez «\u{202F}non applicable\u{202F}», ou échantillonnez une prestation plus longue.",
        "Grade it “not applicable”, or sample a longer service."
      )),
    ReasonPhrase(
      "capture-not-done",
      what: ("Saisie pas encore terminée\u{202F}: {people}.", "Capture not done yet: {people}."),
      why: (
        "Le rapport fige ce qui est arrivé\u{202F}; une saisie tardive demande une nouvelle version.",
        "The report freezes what has arrived; a late capture takes a new version."
      ),
      wayOut: (
        "Faites dire «\u{202F}saisie terminée\u{202F}» à chaque auditeur, puis synchronisez.",
        "Have each auditor say that their capture is done, then sync."
      )),
  ]
}
