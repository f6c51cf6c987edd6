/// An e-mail address with the name shown before it (RFC 5322 §3.4), as a person gave it: Constat invents none.
public struct MailboxAddress: Sendable, Hashable {
  /// The name; empty for none.
  public let name: String
  /// `local@domain`, dot-atoms in ASCII.
  public let address: String

  /// Reads `address`, or `name <address>`; nil for anything that could not stand in a header.
  ///
  /// Quoted local parts, comments and literal domains of RFC 5322 are not taken: nobody in the trade has one.
  public init?(_ text: String) {
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return nil }
    let trimmed = Self.trimmed(text[...])
    if trimmed.hasSuffix(">"), let open = trimmed.lastIndex(of: "<") {
      self.init(
        name: String(Self.trimmed(trimmed[..<open])),
        address: String(trimmed[trimmed.index(after: open)...].dropLast()))
    } else {
      self.init(name: "", address: String(trimmed))
    }
  }

  /// Pairs a name with an address; nil when the address is none.
  public init?(name: String, address: String) {
    let halves = address.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, address.utf8.count <= 254, halves[0].utf8.count <= 64, Self.isDotAtom(halves[0]),
      Self.isDotAtom(halves[1]), halves[1].contains(".")
    else { return nil }
    self.name = name
    self.address = address
  }

  /// The header text.
  var header: String { name.isEmpty ? address : "\(HeaderText.phrase(name)) <\(address)>" }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }

  private static func isDotAtom(_ text: Substring) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.utf8.allSatisfy(HeaderText.isAtom)
    }
  }
}
