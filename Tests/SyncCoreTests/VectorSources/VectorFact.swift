import SyncCore

/// One thing a visible state says, in words: what a case's author writes by hand is compared with what was printed.
struct VectorFact: Hashable {
  let kind: Kind
  let words: String

  enum Kind: String {
    // Said of a state as far as the author cares.
    case shows, heads, frozen, requests, lapses, entries, ruled
    // Said in full: what the author leaves out must not be there.
    case conflict, disputed, deleted, late, unread, unknown

    var isExhaustive: Bool {
      switch self {
      case .shows, .heads, .frozen, .requests, .lapses, .entries, .ruled: false
      case .conflict, .disputed, .deleted, .late, .unread, .unknown: true
      }
    }
  }

  init(_ kind: Kind, _ words: String...) {
    self.kind = kind
    self.words = words.joined(separator: " ")
  }

  /// Compared by bytes: "é" in one code point and in two differ.
  static func == (left: Self, right: Self) -> Bool {
    left.kind == right.kind && left.words.utf8.elementsEqual(right.words.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    for byte in words.utf8 { hasher.combine(byte) }
  }
}

extension VectorFact {
  /// `null` where nothing is shown.
  static func shows(_ on: String, _ field: String, _ value: JSONValue) -> Self {
    Self(.shows, on, field, JSONWriter.text(value))
  }
  static func heads(_ on: String, _ field: String, _ ids: String) -> Self { Self(.heads, on, field, list(ids)) }
  static func conflict(_ on: String, _ field: String, base: String = "", _ values: JSONValue...) -> Self {
    Self(.conflict, on, field, "concurrent-values", list(base), JSONWriter.text(.array(values)))
  }
  static func overlap(_ on: String, _ field: String, base: String = "", _ values: JSONValue...) -> Self {
    Self(.conflict, on, field, "overlapping-text", list(base), JSONWriter.text(.array(values)))
  }
  static func unread(_ on: String, _ field: String) -> Self { Self(.unread, on, field) }
  static func late(_ on: String, _ field: String, _ ids: String) -> Self { Self(.late, on, field, list(ids)) }
  static func entries(_ on: String, _ field: String, _ ids: String) -> Self { Self(.entries, on, field, list(ids)) }
  static func deleted(_ on: String) -> Self { Self(.deleted, on) }
  static func disputed(_ on: String, _ ids: String) -> Self { Self(.disputed, on, list(ids)) }
  static func frozen(_ on: String, _ seen: String) -> Self {
    Self(.frozen, on, JSONWriter.text(VectorNames.seen(seen).json))
  }
  static func requests(_ on: String, _ ids: String) -> Self { Self(.requests, on, list(ids)) }
  static func lapses(_ on: String, _ pairs: [JSONValue]) -> Self { Self(.lapses, on, JSONWriter.text(.array(pairs))) }
  static func ruled(_ request: String, by ruling: String, _ verdict: String) -> Self {
    Self(.ruled, list(request), list(ruling), verdict)
  }
  static func unknown(_ id: String) -> Self { Self(.unknown, list(id)) }

  /// In the order written: what a state orders, the author has to order too.
  private static func list(_ ids: String) -> String {
    JSONWriter.text(.array(VectorNames.ids(ids).map { .string($0.description) }))
  }
}

extension VectorFact {
  /// All a visible state says.
  static func all(of state: JSONValue) -> [VectorFact] {
    var facts: [VectorFact] = []
    for entity in state["entities"]?.members ?? [] {
      for member in entity.value.members ?? [] {
        switch (member.key, member.value) {
        case ("fields", let fields):
          for field in fields.members ?? [] { facts += ofField(field.value, [entity.key, field.key]) }
        case ("life", "deleted"): facts.append(Self(.deleted, entity.key))
        case ("life", let ids): facts.append(Self(.disputed, entity.key, JSONWriter.text(ids)))
        case (let key, let value):
          facts.append(Self(Kind(rawValue: key) ?? .unknown, entity.key, JSONWriter.text(value)))
        }
      }
    }
    for ruling in state["rulings"]?.members ?? [] {
      let (id, verdict) = (ruling.value.elements?.first ?? .null, ruling.value.elements?.last?.text ?? "")
      facts.append(Self(.ruled, JSONWriter.text(.array([.string(ruling.key)])), JSONWriter.text(.array([id])), verdict))
    }
    facts += (state["unknown"]?.elements ?? []).map { Self(.unknown, JSONWriter.text(.array([$0]))) }
    return facts
  }

  private static func ofField(_ field: JSONValue, _ place: [String]) -> [VectorFact] {
    let place = place.joined(separator: " ")
    var facts: [VectorFact] = []
    if field["heads"] == nil { facts.append(Self(.heads, place, "[]")) }
    for member in field.members ?? [] {
      switch (member.key, member.value) {
      case ("shown", let value): facts.append(Self(.shows, place, JSONWriter.text(value)))
      case ("unread", true): facts.append(Self(.unread, place))
      case ("conflict", let conflict):
        facts.append(
          Self(
            .conflict, place, conflict["reason"]?.text ?? "", JSONWriter.text(conflict["base"] ?? .null),
            JSONWriter.text(conflict["values"] ?? .null)))
      case (let key, let value):
        facts.append(Self(Kind(rawValue: key) ?? .unknown, place, JSONWriter.text(value)))
      }
    }
    return facts
  }
}
