import AuditModel
import AuditSchema
public import SchemeRules
public import SyncCore
public import WorkingDays

/// An entry of the mail register as people read it (R-TIME-21): the date that counts, the way it went, what replaces it.
public struct MailEntryView: Sendable {
  /// The entry.
  public let item: MailItem
  /// The day that starts or proves something; nil while it is not known or disputed.
  public let countsOn: CivilDate?
  /// What it is about.
  public let about: String?
  /// The code of the channel.
  public let channel: String?
  /// The sender, as written.
  public let sender: String?
  /// The addressee, as written.
  public let addressee: String?
  /// Where the letter itself is kept: a file, or evidence or a document of the dossier.
  public let file: String?
  /// What proves its dates, by the field of the date, in the order of the register.
  public let proofs: [(date: FieldName, proof: String)]
  /// Whether it went out by e-mail and nothing says it arrived: it keeps its sending date all the same (A-103).
  public let isNotAcknowledged: Bool
  /// The entry that replaces it; nil where it holds.
  public let replacedBy: EntityID?

  /// The register of a dossier, by the date that counts, undated entries last.
  public static func all(in fold: StreamFold, settings: QualiopiSettings = .standard) -> [MailEntryView] {
    let register = MailRegister(fold)
    return register.entries.map { MailEntryView($0, in: fold, register, settings) }.sorted { left, right in
      switch (left.countsOn, right.countsOn) {
      case (let first?, let second?) where first != second: first < second
      case (_?, nil): true
      case (nil, _?): false
      default: left.item.id < right.item.id
      }
    }
  }

  init(_ item: MailItem, in fold: StreamFold, _ register: MailRegister, _ settings: QualiopiSettings) {
    func text(_ field: FieldName) -> String? {
      fold.field(field, of: item.id, schema: AuditSchema.current)?.shown?.text
    }
    self.item = item
    countsOn = item.clockStart(settings.notificationDateBasis)
    about = text("about")
    channel = text("channel")
    sender = text("sender")
    addressee = text("addressee")
    file = text("file")
    proofs = Self.proofFields.compactMap { date, field in text(field).map { (date, $0) } }
    isNotAcknowledged = item.direction == .outgoing && channel == "e-mail" && item.acknowledged == nil
    let holding = register.holding(item.id)?.id
    replacedBy = holding == item.id ? nil : holding
  }

  private static let proofFields: [(date: FieldName, field: FieldName)] = [
    ("sent", "sentProof"), ("received", "receivedProof"), ("acknowledged", "acknowledgedProof"),
  ]

  /// One line of the list.
  public func line(_ words: FieldPhrasing) -> String {
    func say(_ fr: String, _ en: String) -> String { words.phrasing.say(fr, en) }
    var parts = [
      countsOn.map(words.phrasing.day) ?? say("date inconnue", "no date"),
      words.words(item.direction.map { .string($0.rawValue) }, of: "direction", in: "mail"), about ?? "—",
      words.words(channel.map { .string($0) }, of: "channel", in: "mail"),
    ]
    if isNotAcknowledged, replacedBy == nil {
      parts.append(say("sans accusé de réception", "not acknowledged"))
    }
    if let proves = item.proves {
      let what = words.words(.string(proves.description), of: "proves", in: "mail")
      parts.append(say("porte \(what) (\(proves))", "carries \(what) (\(proves))"))
    }
    if !item.inConflict.isEmpty { parts.append(say("dates en divergence", "dates in dispute")) }
    if let replacedBy {
      parts.append(say("corrigé par \(replacedBy)", "corrected by \(replacedBy)"))
    } else if let corrects = item.corrects {
      parts.append(
        say("corrige \(corrects)\u{202F}: \(item.motive ?? "—")", "corrects \(corrects): \(item.motive ?? "—")"))
    }
    return parts.joined(separator: "  ")
  }
}
