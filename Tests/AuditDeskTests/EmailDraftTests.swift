import AuditModel
import Testing
import WorkingDays

@testable import AuditDesk

/// Letters as Internet messages (RFC 5322, RFC 2047).
struct EmailDraftTests {
  private let instant = Instant(
    clampingMillisecondsSince1970: CivilDate("2026-05-13")!.startInParis.millisecondsSince1970 + 36_000_000)

  private func letter(_ subject: String, _ paragraphs: [String] = ["Bonjour,", "Ça va."]) -> Letter {
    Letter(kind: .decision, day: CivilDate("2026-05-13")!, subject: subject, paragraphs: paragraphs)
  }

  private func message(_ subject: String = "Décision", to: String = "contact@exemple.fr") throws -> String {
    EmailDraft(
      letter(subject), from: try #require(MailboxAddress("Certification Horizon <decisions@exemple.fr>")),
      to: try #require(MailboxAddress(to)), date: instant
    ).message
  }

  private func headers(_ message: String) -> [String] {
    let head = message.components(separator: "\r\n\r\n").first ?? ""
    return head.components(separator: "\r\n").reduce(into: [String]()) { lines, line in
      if line.hasPrefix(" "), !lines.isEmpty { lines[lines.count - 1] += line } else { lines.append(line) }
    }
  }

  @Test func `a message has the headers of RFC 5322, each once, and says it is still to be sent`() throws {
    let lines = headers(try message())
    #expect(
      lines.map { $0.components(separator: ":")[0] } == [
        "Date", "From", "To", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "X-Unsent",
      ])
    #expect(lines[0] == "Date: Wed, 13 May 2026 10:00:00 +0200")
    #expect(lines[1] == "From: Certification Horizon <decisions@exemple.fr>")
    #expect(lines[2] == "To: contact@exemple.fr")
    #expect(lines[3] == "Subject: =?UTF-8?B?RMOpY2lzaW9u?=")
  }

  @Test func `every octet is ASCII, every line ends with CRLF and none is longer than RFC 5322 asks`() throws {
    let text = try message(String(repeating: "Décision de certification à l'été, ", count: 20), to: "É. Roux <a@b.fr>")
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    let lines = text.components(separator: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 78 })
    #expect(!text.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" || $0 == "\r\n" })
  }

  @Test func `each encoded word stands alone, of at most 75 characters, and decodes to the whole subject`() throws {
    let subject = String(repeating: "éà", count: 60)
    let header = try #require(headers(try message(subject)).first { $0.hasPrefix("Subject:") })
    let words = header.split(separator: " ").dropFirst()
    #expect(words.allSatisfy { $0.utf8.count <= 75 && $0.hasPrefix("=?UTF-8?B?") && $0.hasSuffix("?=") })
    let octets = words.flatMap { base64($0.dropFirst(10).dropLast(2)) }
    #expect(String(validating: octets, as: UTF8.self) == subject)
    for word in words { #expect(String(validating: base64(word.dropFirst(10).dropLast(2)), as: UTF8.self) != nil) }
  }

  @Test(arguments: ["\r\nBcc: voleur@exemple.fr", "\nX: 1", "\rY: 1", "\u{85}Z: 1", "\u{2028}W: 1"])
  func `a line break in a name or a subject never starts a header`(attack: String) throws {
    let body = try message("Décision" + attack)
    #expect(headers(body).count == 8)
    let plain = try message("Objet" + attack)
    #expect(headers(plain).count == 8)
    let named = EmailDraft(
      letter("Objet"), from: try #require(MailboxAddress(name: "Nom" + attack, address: "a@b.fr")),
      to: try #require(MailboxAddress("c@d.fr")), date: instant
    ).message
    #expect(headers(named).count == 8)
    #expect(
      MailboxAddress("Nom\(attack) <a@b.fr>").map {
        headers(EmailDraft(letter("x"), from: $0, to: $0, date: instant).message).count
      } ?? 8 == 8)
  }

  @Test(arguments: [
    "", "contact", "contact@", "@exemple.fr", "a b@exemple.fr", "a@b", "a@@b.fr", "a@b..fr", ".a@b.fr", "a@b.fr,c@d.fr",
    "a@b.fr>", "<a@b.fr", "a@b.fr\r\nBcc: c@d.fr", "Nom\n <a@b.fr>", "é@exemple.fr", "a@b.fr\u{0}",
  ])
  func `what is no address is not taken`(text: String) { #expect(MailboxAddress(text) == nil) }

  @Test func `a name is written as it is, quoted, or encoded`() throws {
    let names = [
      "Nadia <a@b.fr>": "Nadia <a@b.fr>", "N. (SARL) <a@b.fr>": "\"N. (SARL)\" <a@b.fr>",
      "Hélène <a@b.fr>": "=?UTF-8?B?SMOpbMOobmU=?= <a@b.fr>", "A \"B\" <a@b.fr>": "\"A \\\"B\\\"\" <a@b.fr>",
      "=?UTF-8?Q?x?= <a@b.fr>": "=?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?= <a@b.fr>", "<a@b.fr>": "a@b.fr",
    ]
    for (typed, header) in names { #expect(try #require(MailboxAddress(typed)).header == header) }
  }

  @Test func `the body is the letter with its accents, CRLF inside and out`() throws {
    let text = try message()
    let body = text.components(separator: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n")
    let octets = base64(Substring(body.replacing("\r\n", with: "")))
    let said = String(decoding: octets, as: UTF8.self)
    #expect(said == letter("Décision").text.replacing("\n", with: "\r\n"))
    #expect(said.contains("Ça va.\r\n"))
  }

  @Test func `base64 is that of RFC 4648`() {
    let vectors = ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "foobar": "Zm9vYmFy"]
    for (text, encoded) in vectors { #expect(Base64.text(Array(text.utf8)) == encoded) }
  }

  /// A decoder of its own, from the alphabet of RFC 4648.
  private func base64(_ text: Substring) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var (octets, bits, count) = ([UInt8](), 0, 0)
    for character in text where character != "=" {
      guard let place = alphabet.firstIndex(of: character) else { continue }
      (bits, count) = ((bits << 6 | place) & 0xFFFF, count + 6)
      if count >= 8 {
        count -= 8
        octets.append(UInt8(bits >> count & 0xFF))
      }
    }
    return octets
  }
}

extension String {
  fileprivate func components(separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
