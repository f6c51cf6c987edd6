/// The fields one body carries differently in two files.
struct PublicListDifference {
  private let siren: PublicListSIREN
  /// The body's own first, then its sites' by SIRET; each in the order of the fields.
  private(set) var changes: [PublicListChange] = []

  init(from old: PublicListBody, to new: PublicListBody) {
    siren = new.siren
    note(.legalName, .of(old.legalName), .of(new.legalName))
    note(.address, .of(old.address), .of(new.address))
    note(.headOffice, .of(old.headOffice?.text), .of(new.headOffice?.text))
    note(.nda, .of(old.nda), .of(new.nda))
    note(.otherNDAs, Self.joined(old.otherNDAs), Self.joined(new.otherNDAs))
    compare(old.qualiopi, new.qualiopi)
    compare(old.sites, new.sites)
  }

  private mutating func compare(_ old: PublicListQualiopi, _ new: PublicListQualiopi) {
    guard case .categories(let from) = old, case .categories(let to) = new else {
      note(.certified, .of(old.certified), .of(new.certified))
      return
    }
    note(.trainingActions, .of(from.trainingActions), .of(to.trainingActions))
    note(.skillsAssessments, .of(from.skillsAssessments), .of(to.skillsAssessments))
    note(.priorExperience, .of(from.priorExperience), .of(to.priorExperience))
    note(.apprenticeships, .of(from.apprenticeships), .of(to.apprenticeships))
  }

  private mutating func compare(_ old: [PublicListSite], _ new: [PublicListSite]) {
    let before = Dictionary(old.map { ($0.siret, $0) }) { first, _ in first }
    let after = Dictionary(new.map { ($0.siret, $0) }) { first, _ in first }
    for siret in Set(before.keys).union(after.keys).sorted() {
      switch (before[siret], after[siret]) {
      case (let from?, let to?):
        note(.siteName, .of(from.name), .of(to.name), siret)
        note(.siteAddress, .of(from.address), .of(to.address), siret)
        note(.siteClosed, .of(from.closed), .of(to.closed), siret)
      case (let from, let to):
        note(.siteListed, .of(from?.siret.text), .of(to?.siret.text), siret)
      }
    }
  }

  private mutating func note(
    _ field: PublicListField, _ from: PublicListValue, _ to: PublicListValue, _ siret: PublicListSIRET? = nil
  ) {
    guard from != to else { return }
    changes.append(PublicListChange(siren: siren, siret: siret, field: field, from: from, to: to))
  }

  private static func joined(_ texts: [String]) -> PublicListValue {
    texts.isEmpty ? .absent : .text(texts.joined(separator: " "))
  }
}
