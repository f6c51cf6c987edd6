public import WorkingDays

/// A letter as an e-mail that a person opens, reads again and sends: an Internet message (RFC 5322, MIME).
///
/// Only ASCII leaves: names and subject in encoded words, the body in base64, lines ended by CRLF.
public struct EmailDraft: Sendable {
  /// Whom it comes from.
  public let from: MailboxAddress
  /// Whom it goes to.
  public let to: MailboxAddress
  /// When it was written.
  public let date: Instant
  /// What it carries.
  public let letter: Letter

  /// Addresses a letter.
  public init(_ letter: Letter, from: MailboxAddress, to: MailboxAddress, date: Instant) {
    self.letter = letter
    self.from = from
    self.to = to
    self.date = date
  }

  /// The file, as a mail program opens it.
  public var message: String {
    let header = [
      ("Date", Self.dateTime(date)), ("From", from.header), ("To", to.header),
      ("Subject", HeaderText.unstructured(letter.subject)), ("MIME-Version", "1.0"),
      ("Content-Type", "text/plain; charset=utf-8"), ("Content-Transfer-Encoding", "base64"),
      // Mail programs that know it open the file as a message still to be sent.
      ("X-Unsent", "1"),
    ]
    let body = letter.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    return header.map { HeaderText.field($0.0, $0.1) + "\r\n" }.joined() + "\r\n" + Base64.lines(Array(body.utf8))
  }

  /// `Wed, 13 May 2026 10:00:00 +0200` (RFC 5322 §3.3), in Paris time.
  static func dateTime(_ instant: Instant) -> String {
    let day = instant.parisDate
    let offset = instant.parisOffsetMinutes
    let local = instant.millisecondsSince1970 + Int64(offset) * 60_000
    let seconds = Int((local - Int64(day.daysSince1970) * 86_400_000) / 1_000)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(two).joined(separator: ":")
    let year = String(repeating: "0", count: max(0, 4 - String(day.year).count)) + String(day.year)
    return "\(weekdays[(day.daysSince1970 % 7 + 7 + 3) % 7]), \(day.day) \(months[day.month - 1]) \(year) \(time) "
      + "+\(two(offset / 60))\(two(offset % 60))"
  }

  /// From Monday; day 0, 1 January 1970, was a Thursday.
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
