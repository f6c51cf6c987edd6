import AuditModel
import AuditSchema
import SyncCore
import WorkingDays

/// Values as they stand in a recording: kept, or each word of a text replaced by another of its length.
///
/// The same word is always replaced by the same other, and no two words by one: texts that differed differ, texts that
/// were equal are, and merges find the same words changed.
struct RecordedValues {
  let keepsValues: Bool
  let people: [UserID: String]
  let entities: Set<EntityID>
  private var replaced: [[UInt8]: String] = [:]
  private var used: Set<String> = []
  private var drawn: [Int: Int] = [:]

  /// Fields whose texts come from a list, or stand in ids anyway.
  private static let closed: Set<String> = [
    "kind", "mode", "pack", "guide", "outcome", "subject", "held", "documents", "site", "sample", "indicator",
    "actionCategories",
  ]
  /// Members of objects of the same nature.
  private static let closedKeys: Set<String> = ["key", "site", "sha256"]

  init(keepsValues: Bool, people: [UserID: String], entities: Set<EntityID>) {
    self.keepsValues = keepsValues
    self.people = people
    self.entities = entities
  }

  /// A value of a field, as it stands in the file.
  mutating func told(_ value: JSONValue, of field: FieldName, on entity: EntityID) -> ScenarioYAML {
    told(value, isKept: keeps(field, on: entity))
  }

  /// A motive.
  mutating func told(motive: String) -> ScenarioYAML { .text(keepsValues ? motive : disguised(motive)) }

  private func keeps(_ field: FieldName, on entity: EntityID) -> Bool {
    if keepsValues || Self.closed.contains(field.description) { return true }
    return switch AuditSchema.current.rule(of: field, in: entity.typePath)?.kind {
    case .cautious, .machine: true
    default: false
    }
  }

  private mutating func told(_ value: JSONValue, isKept: Bool) -> ScenarioYAML {
    switch value {
    case .null, .bool, .integer: return ScenarioYAML(value)
    case .string(let text):
      if let person = UserID(text).flatMap({ people[$0] }) { return .person(person) }
      let stays = isKept || CivilDate(text) != nil || EntityID(text).map(entities.contains) ?? false
      return .text(stays ? text : disguised(text))
    case .array(let elements):
      var list: [ScenarioYAML] = []
      for element in elements { list.append(told(element, isKept: isKept)) }
      return .list(list)
    case .object(let members):
      var object: [ScenarioYAML.Member] = []
      for member in members {
        object.append((member.key, told(member.value, isKept: isKept || Self.closedKeys.contains(member.key))))
      }
      return .object(object)
    }
  }

  // MARK: words of a length

  /// The words of the merge (TextTokens in model.md) replaced, everything between them kept.
  private mutating func disguised(_ text: String) -> String {
    var result = ""
    var word: [UInt8] = []
    for byte in text.utf8 {
      if Self.isWord(byte) {
        word.append(byte)
        continue
      }
      result += replacement(word)
      word = []
      result.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return result + replacement(word)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private mutating func replacement(_ word: [UInt8]) -> String {
    if word.isEmpty { return "" }
    if let known = replaced[word] { return known }
    var length = String(decoding: word, as: UTF8.self).count
    var made = ""
    repeat {
      let number = drawn[length, default: 0]
      drawn[length] = number + 1
      guard let fitting = Self.word(number, length: length) else {
        length += 1
        continue
      }
      made = fitting
    } while made.isEmpty || used.contains(made)
    used.insert(made)
    replaced[word] = made
    return made
  }

  /// The n-th word of so many letters; nil when there are no more.
  private static func word(_ number: Int, length: Int) -> String? {
    var rest = number
    var letters: [UInt8] = []
    for _ in 0..<length {
      letters.append(0x61 + UInt8(rest % 26))
      rest /= 26
    }
    return rest == 0 ? String(decoding: letters.reversed(), as: UTF8.self) : nil
  }
}
