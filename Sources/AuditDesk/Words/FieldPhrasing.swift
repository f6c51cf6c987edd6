public import AuditModel
import AuditSchema
import SchemeRules
public import SyncCore
import WorkingDays

/// How the value of a field reads: codes, days, people and references in words, text of people as it was written.
///
/// A code or shape of a newer version stands as it is.
public struct FieldPhrasing: Sendable {
  /// The general words.
  public let phrasing: Phrasing
  let person: @Sendable (UserID) -> String?
  private let letter: @Sendable (EntityID) -> String?
  private let audit: @Sendable (EntityID) -> String?
  private let scheme: Scheme?

  /// Speaks a language.
  /// - Parameters:
  ///   - stream: where the values stand: a scheme has words of its own, « suspendu » for a certificate and « suspendue »
  ///     for a habilitation.
  ///   - person: what a person is called; nil for somebody unknown.
  ///   - letter: what a letter is called; nil for one not held.
  ///   - audit: what an audit is called; nil for one not held.
  public init(
    _ language: Language, of stream: StreamID? = nil, person: @escaping @Sendable (UserID) -> String? = { _ in nil },
    letter: @escaping @Sendable (EntityID) -> String? = { _ in nil },
    audit: @escaping @Sendable (EntityID) -> String? = { _ in nil }
  ) {
    phrasing = Phrasing(language)
    if case .dossier(let word, _)? = stream?.family { scheme = Scheme(rawValue: word) } else { scheme = nil }
    self.person = person
    self.letter = letter
    self.audit = audit
  }

  /// Whether the values of a field name people.
  public static func isOfPeople(_ field: FieldName, in typePath: String) -> Bool {
    people.contains("\(typePath).\(field)")
  }

  /// A value in words; `—` for none.
  public func words(_ value: JSONValue?, of field: FieldName, in typePath: String) -> String {
    guard let value, value != .null else { return "—" }
    let place = "\(typePath).\(field)"
    switch place {
    case "dossier.profile": return profile(ServiceProfile(value), sellsThroughCPF: value["cpf"]?.truth ?? false)
    case "audit.schedule":
      guard let entries = value.elements else { break }
      return entries.map(halfDays).joined(separator: phrasing.say("\u{202F}; ", "; "))
    case "contract.durations":
      guard let members = value.members else { break }
      return members.map { duration($0.key, $0.value) }.joined(separator: ", ")
    case "competence.period":
      guard let from = value["from"]?.text else { break }
      return value["until"]?.text.map { phrasing.days(from, $0) }
        ?? phrasing.say("à partir du \(phrasing.day(from))", "from \(phrasing.day(from)) on")
    case "contract.turnoverCents", "contract.dayPriceCents", "unpaid.amountCents", "audit/document.turnoverCents":
      guard let cents = value.number else { break }
      return phrasing.euros(cents)
    case "audit.days", "audit.noticedFor":
      guard let first = value["first"]?.text, let last = value["last"]?.text else { break }
      return phrasing.days(first, last)
    case "audit/evidence.file":
      guard let name = value["name"]?.text, let size = value["size"]?.number else { break }
      return "\(name) (\(bytes(size)))"
    case "audit/sheet.announced":
      guard let indicator = value["indicator"]?.number, let grade = value["grade"] else { break }
      return phrasing.say("indicateur \(indicator)\u{202F}: ", "indicator \(indicator): ")
        + words(grade, of: "grade", in: "audit/item")
    case "billing.item":
      guard let fr = value["fr"]?.text, let en = value["en"]?.text else { break }
      return phrasing.say(fr, en)
    case "billing.amount":
      guard let amount = value["amountCents"]?.number.flatMap(EuroCents.init(cents:)) else { break }
      return amount.text(in: phrasing.language)
    case "situation.answer":
      guard let outcome = value["outcome"], outcome.text != nil else { break }
      let motive = value["motive"]?.text.map { phrasing.say(" (motif\u{202F}: \($0))", " (motive: \($0))") } ?? ""
      return words(outcome, of: field, in: typePath) + motive
    case "followup.presented", "nonconformity.evidence":
      return value["mail"]?.text.flatMap { EntityID($0) }.map(reference) ?? handedOver(value)
    case "followup.answer":
      if value["none"]?.truth == true { return phrasing.say("aucune réponse reçue", "no answer received") }
      guard let mail = value["mail"]?.text.flatMap({ EntityID($0) }), let validated = value["validated"]?.truth else {
        break
      }
      return
        (validated ? phrasing.say("rapport validé", "report validated") : phrasing.say("non validé", "not validated"))
        + ", " + reference(mail)
    case "nonconformity.assessment":
      guard let found = value["found"]?.text, let words = ValueWords.words(of: found, in: place) else { break }
      return words.text(in: phrasing.language)
        + (value["reason"]?.text.map { phrasing.say("\u{202F}: ", ": ") + $0 } ?? "")
    case "audit/device.done":
      return value["user"]?.text.flatMap { UserID($0) }.flatMap(person) ?? value["user"]?.text ?? "—"
    default: break
    }
    if let said = certificate(value, in: place) ?? members(of: value, in: place) { return said }
    if Self.named.contains(place), let title = (value["title"] ?? value["name"])?.text { return title }
    if let elements = value.elements {
      return elements.isEmpty ? "—" : elements.map { words($0, of: field, in: typePath) }.joined(separator: ", ")
    }
    guard let text = value.text else { return phrasing.words(value) }
    if let said = correction(text, in: place) { return said }
    if let words = ValueWords.words(of: text, in: place, of: scheme) { return words.text(in: phrasing.language) }
    if Self.days.contains(place) { return phrasing.day(text) }
    if Self.people.contains(place) { return UserID(text).flatMap(person) ?? text }
    // A reference is no text of people.
    if Self.references.contains(place), let entity = EntityID(text) { return reference(entity) }
    return text
  }

  /// What an entity named by a value is called.
  private func reference(_ entity: EntityID) -> String {
    switch entity.typePath {
    case "audit": audit(entity) ?? phrasing.say("un audit", "an audit")
    case "mail": letter(entity) ?? EntityPhrasing(phrasing: phrasing, person: person).the(entity)
    default: EntityPhrasing(phrasing: phrasing, person: person).the(entity)
    }
  }

  /// What was handed to an auditor, and when.
  private func handedOver(_ value: JSONValue) -> String {
    guard let day = value["handedOn"]?.text else { return phrasing.words(value) }
    let to = value["to"]?.text.map { UserID($0).flatMap(person) ?? $0 }
    return phrasing.say("remises le ", "handed over on ") + phrasing.day(day)
      + (to.map { phrasing.say(" à ", " to ") + $0 } ?? "")
  }

  /// What a body does, as far as its scheme asks.
  private func profile(_ profile: ServiceProfile, sellsThroughCPF: Bool) -> String {
    let categories = ActionCategory.allCases.filter(profile.categories.contains)
      .map { $0.words.text(in: phrasing.language) }
    let flags: [(Bool, String, String)] = [
      (profile.isCertifying, "mène à une certification", "leads to a certification"),
      (profile.isAlternating, "alternance", "alternating training"),
      (profile.isWorkBased, "formation en situation de travail", "work-based periods"),
      (profile.usesSubcontracting, "sous-traitance ou portage", "subcontracting or umbrella staff"),
      (profile.samplesTwoDaysAtMost, "prestations de deux jours ou moins", "services of two days or less"),
      (profile.services != .own, "seulement en sous-traitance d'autres organismes", "only as a subcontractor"),
      (sellsThroughCPF, "vend par le CPF", "sells through the CPF"),
    ]
    let words = categories + flags.filter(\.0).map { phrasing.say($0.1, $0.2) }
    return words.isEmpty ? "—" : words.joined(separator: ", ")
  }

  /// « 12 mai 2026, 1 jour, siege »: one date of a schedule.
  private func halfDays(_ entry: JSONValue) -> String {
    let length = entry["halfDays"]?.number.flatMap { AuditDuration(halfDays: Int(clamping: $0)) }
    return [
      phrasing.day(entry["date"]?.text), length?.words.text(in: phrasing.language), entry["site"]?.text,
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private func duration(_ kind: String, _ halfDays: JSONValue) -> String {
    let word = QualiopiAuditKind(rawValue: kind)?.words.text(in: phrasing.language) ?? kind
    let length = halfDays.number.flatMap { AuditDuration(halfDays: Int(clamping: $0)) }
    return word + phrasing.say("\u{202F}: ", ": ")
      + (length?.words.text(in: phrasing.language) ?? phrasing.words(halfDays))
  }

  private func bytes(_ size: Int64) -> String {
    size < 1_000
      ? phrasing.say("\(size)\u{202F}octets", "\(size) bytes")
      : phrasing.say("\((size + 500) / 1_000)\u{202F}ko", "\((size + 500) / 1_000) kB")
  }

  private static let days: Set<String> = [
    "dossier.validFrom", "dossier.certificateEnd", "title.since", "audit.startedOn", "audit/sheet.heldOn",
    "audit/evidence.dated", "nonconformity.raisedOn", "situation.on",
    "contract.quotedOn", "unpaid.since", "unpaid.settledOn", "audit/document.dated",
    "decision.decidedOn", "declaration.effectiveOn", "mail.dated", "mail.sent", "mail.received",
    "mail.acknowledged", "correction.from", "contact.recordedOn",
  ]
  private static let people: Set<String> = [
    "audit.lead", "audit.team", "followup.lead", "audit.named", "competence.person",
  ]
  private static let references: Set<String> = [
    "audit.contract", "audit.keepRequest", "audit.notice", "audit.planSent", "audit.splitAgreement", "audit.validation",
    "audit/document.mail", "billing.audit", "billing.corrects", "complaint.acknowledged", "complaint.concerns",
    "complaint.notified", "complaint.received", "contract.amends", "contract.signed", "correction.letter",
    "decision.audit", "decision.contract", "decision.letter", "declaration.mail", "declaration.observation",
    "mail.acknowledgedProof", "mail.corrects", "mail.file", "mail.proves",
    "mail.receivedProof", "mail.sentProof", "nonconformity.origin", "nonconformity.planMail", "proposal.audit",
  ]
  /// Members that have a title or a name beside the word people type for them.
  private static let named: Set<String> = ["audit.samples", "audit.sites", "contract.sites"]
}
