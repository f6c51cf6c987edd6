/// Why a file is no merge table.
public enum MergeTableFault: Error, Sendable, Hashable {
  /// Past `MergeTable.bytesMax`.
  case tooLong
  /// Not JSON as the change line spells it, white space between tokens apart.
  case spelling(JSONFault)
  /// A member missing, unknown or of the wrong shape; the path from the top names it, such as `types.audit.lead.kind`.
  case member(String)
}

extension MergeTable {
  /// Reads a file.
  /// - Throws: `MergeTableFault`; an unknown kind is a fault, since a merge by another kind would be another state.
  public init(reading file: [UInt8]) throws(MergeTableFault) {
    guard file.count <= Self.bytesMax else { throw .tooLong }
    let value: JSONValue
    do throws(JSONFault) {
      value = try JSONScanner.value(of: JSONWhiteSpace.stripped(file))
    } catch {
      throw .spelling(error)
    }
    try self.init(value)
  }

  /// Reads `{"version":N,"types":{TYPE:{FIELD:{"kind":KIND}}}}`, members in any order.
  /// - Throws: `MergeTableFault.member`, the first one met.
  public init(_ value: JSONValue) throws(MergeTableFault) {
    try Self.judge(value, holds: ["version", "types"], at: "")
    guard let version = value["version"]?.number, version >= 1 else { throw .member("version") }
    guard let listed = value["types"]?.members else { throw .member("types") }
    var types: [String: [FieldName: MergeKind]] = [:]
    for type in listed {
      let path = "types.\(type.key)"
      guard Self.isTypePath(type.key), let fields = type.value.members else { throw .member(path) }
      var kinds: [FieldName: MergeKind] = [:]
      for field in fields {
        let place = "\(path).\(field.key)"
        guard let name = FieldName(field.key) else { throw .member(place) }
        kinds[name] = try Self.kind(field.value, at: place)
      }
      types[type.key] = kinds
    }
    self.init(version: Int(version), types: types)
  }

  private static func judge(_ value: JSONValue, holds keys: [String], at place: String) throws(MergeTableFault) {
    guard let members = value.members else { throw .member(place) }
    for member in members where !keys.contains(where: { $0.utf8.elementsEqual(member.key.utf8) }) {
      throw .member(place.isEmpty ? member.key : "\(place).\(member.key)")
    }
  }

  /// Whether some entity has this type path: type words joined by slashes.
  private static func isTypePath(_ text: String) -> Bool {
    let words = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return words.count <= SyncLimits.entityPairsMax && words.allSatisfy { ASCIIName.isTypeWord($0) }
  }

  private static func kind(_ value: JSONValue, at place: String) throws(MergeTableFault) -> MergeKind {
    let word = value["kind"]?.text
    try judge(value, holds: word == "cautious" ? ["kind", "gravestFirst"] : ["kind"], at: place)
    switch word {
    case "latest": return .latest
    case "contested": return .contested
    case "cautious": return .cautious(try ranking(value["gravestFirst"], at: "\(place).gravestFirst"))
    case "text": return .text
    case "set": return .set
    case "journal": return .journal
    case "machine": return .machine
    default: throw .member("\(place).kind")
    }
  }

  private static func ranking(_ value: JSONValue?, at place: String) throws(MergeTableFault) -> Ranking {
    guard let elements = value?.elements, !elements.isEmpty, Set(elements).count == elements.count else {
      throw .member(place)
    }
    let texts = elements.compactMap(\.text)
    guard texts.count == elements.count else { throw .member(place) }
    return Ranking(gravestFirst: texts)
  }
}
