import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import ServerCore
import SyncCore

/// What streams, entities and fields are called on a page, in words of the field instead of their ids.
struct Titles: Sendable {
  let phrasing: Phrasing

  /// `Qualiopi`, or the word of a scheme of a newer version.
  func scheme(_ stream: StreamID) -> String {
    guard case .dossier(let scheme, _) = stream.family else { return phrasing.say("organisme", "body") }
    return Scheme(rawValue: scheme)?.name ?? scheme
  }

  /// The key of the body a stream is about: its SIREN in groups of three where it is one.
  func bodyKey(_ stream: StreamID) -> String? {
    switch stream.family {
    case .dossier(_, let key), .organisation(let key):
      SIREN(key) == nil
        ? key : stride(from: 0, to: 9, by: 3).map { key.dropFirst($0).prefix(3) }.joined(separator: "\u{202F}")
    case .office, .directory, .other: nil
    }
  }

  /// The legal name of the body a stream is about; its key where no name is held.
  func body(_ stream: StreamID, _ reading: ConsoleReading) throws -> String {
    guard let key = Self.key(of: stream) else { return stream.description }
    guard let organisation = StreamID.organisation(key), let body = AuditNames.body(key),
      let fold = try reading.fold(organisation), let name = FactView("legalName", of: body, in: fold).value?.text
    else { return key }
    return name
  }

  /// The key of a body's or dossier's stream.
  static func key(of stream: StreamID) -> String? {
    switch stream.family {
    case .dossier(_, let key), .organisation(let key): key
    case .office, .directory, .other: nil
    }
  }

  /// `Audit de surveillance, 12 et 13 mai 2026`.
  func audit(_ board: AuditBoard) -> String {
    let kind = board.view.text("kind").flatMap(QualiopiAuditKind.init(rawValue:))?.words.text(in: phrasing.language)
    let name = kind ?? phrasing.say("audit", "audit")
    return board.days.map { "\(name), \(phrasing.days($0.first, $0.last))" } ?? name
  }

  /// What a field is called.
  func field(_ field: FieldName, of entity: EntityID) -> String {
    AuditSchema.current.rule(of: field, in: entity.typePath)?.words.text(in: phrasing.language) ?? field.description
  }

  /// What an entity is called: an indicator by its number and label, a sheet by its meeting, the rest by their type.
  func entity(_ entity: EntityID) -> String {
    let type = AuditSchema.current.type(entity.typePath)?.words.text(in: phrasing.language) ?? entity.typePath
    switch entity.typePath {
    case "audit/item":
      let label = Int(entity.localName).flatMap { QualiopiIndicator($0) }?.info.label.text(in: phrasing.language)
      return "\(type) \(entity.localName)" + (label.map { " — \($0)" } ?? "")
    case "audit/point":
      let label = ControlPoint.of(code: entity.localName)?.label.text(in: phrasing.language)
      return "\(type) \(entity.localName)" + (label.map { " — \($0)" } ?? "")
    case "audit/observation":
      return "\(type) \(entity.localName.split(separator: ".").joined(separator: ", "))"
    case "audit/sheet":
      return AuditSheet(rawValue: entity.localName) == .closing
        ? phrasing.say("feuille de clôture", "closing sheet") : phrasing.say("feuille d'ouverture", "opening sheet")
    default: return type
    }
  }
}
