public import SyncCore

/// What the public list says of a body, as steps on its organisation stream (R-QUAL-108).
///
/// Entities: `body/<siren>` with `legalName` (text), `address` ({city, postcode, street}), `nda` (text), and `qualiopi`
/// (truth value) or `actionCategories` (texts); `body/<siren>/site/<siret>` with `name`, `address`, `closed`.
public enum PublicListFacts {
  /// The steps that make the stream say what the list says, and no others.
  ///
  /// `over` names only the list's own last write of a field: the list has seen nothing but itself, so what a person
  /// wrote stands beside it as a conflict, never under it.
  /// - Parameter previous: the list's own last write of a field; nil when it never wrote it.
  public static func operations(
    body: PublicListBody, previous: (EntityID, FieldName) -> Write?
  ) -> [SyncCore.Operation] {
    guard let entity = EntityID("body/\(body.siren.text)") else { return [] }
    var facts: [(EntityID, FieldName, JSONValue?)] = [
      (entity, "legalName", text(body.legalName)), (entity, "address", address(body.address)),
      (entity, "nda", text(body.nda)),
    ]
    switch body.qualiopi {
    case .certified(let flag): facts.append((entity, "qualiopi", truth(flag)))
    case .categories(let categories):
      facts.append((entity, "qualiopi", truth(body.qualiopi.certified)))
      facts.append((entity, "actionCategories", codes(categories)))
    }
    for site in body.sites {
      guard let place = entity.child("site", site.siret.text) else { continue }
      facts.append((place, "name", text(site.name)))
      facts.append((place, "address", address(site.address)))
      facts.append((place, "closed", truth(site.closed)))
    }
    return facts.compactMap { on, field, value in
      let before = previous(on, field)
      // Nothing published and nothing said before: silence stays silence.
      guard value != nil || (before != nil && before?.value != .null) else { return nil }
      guard before?.value != value ?? .null else { return nil }
      return .set(field, on: on, to: value ?? .null, over: before.map { [$0.id] } ?? [], motive: nil)
    }
  }

  private static func text(_ text: String?) -> JSONValue? { text.map { .string($0) } }

  private static func address(_ address: PublicListAddress) -> JSONValue? {
    let members = [
      ("city", address.city), ("postcode", address.postcode), ("street", address.street),
    ].compactMap { key, value in value.map { (key, JSONValue.string($0)) } }
    return members.isEmpty ? nil : .sorted(members)
  }

  private static func truth(_ flag: PublicListFlag) -> JSONValue? {
    switch flag {
    case .yes: true
    case .no: false
    case .unknown: nil
    }
  }

  private static func codes(_ categories: PublicListCategories) -> JSONValue? {
    let named = [
      ("apprenticeships", categories.apprenticeships), ("prior-experience", categories.priorExperience),
      ("skills-assessments", categories.skillsAssessments), ("training-actions", categories.trainingActions),
    ]
    guard named.contains(where: { $0.1 != .unknown }) else { return nil }
    return .array(named.filter { $0.1 == .yes }.map { .string($0.0) })
  }
}
