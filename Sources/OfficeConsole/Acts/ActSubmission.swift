import AuditDesk
import AuditModel
import ServerHTTP
import SyncCore
import WorkingDays

/// What a person sent from the page of a form, as they typed it.
struct ActSubmission: Sendable {
  /// What the button asks for.
  enum Step: String, Sendable {
    /// Say what the rules would answer, and write nothing.
    case check
    /// Write it.
    case send
    /// One more field of an input that may be given several times.
    case more
  }

  /// The form's inputs on the page: apart from the page's own fields.
  static let prefix = "in."
  static let lineBytesMax = 1_000
  static let textBytesMax = 20_000

  let step: Step
  /// What the form is about; nil where it makes something new.
  let entity: EntityID?
  /// What the page had shown of the stream.
  let seen: SeenVector
  /// The state the page showed, for a form that is bound to it.
  let shownState: Digest?
  /// As typed, by the name of the input; empty texts left out.
  let typed: [String: [String]]

  /// Reads a form.
  /// - Throws: `PageFault.badForm` when a field the page always sends is missing or is not what the page wrote there.
  init(_ fields: FormFields, for form: ActForm) throws {
    let on = fields["on"] ?? ""
    entity = EntityID(on)
    guard on.isEmpty || entity != nil, let seen = fields["seen"] else { throw PageFault.badForm }
    self.seen = try SeenField.read(seen)
    shownState = form.bindsState ? fields["state"].flatMap { Digest(hex: $0) } : nil
    guard !form.bindsState || shownState != nil else { throw PageFault.badForm }
    step = fields["step"].flatMap(Step.init(rawValue:)) ?? .check
    typed = try Self.typed(fields, for: form)
  }

  /// What an address gives beforehand: a page opened with a letter already chosen.
  static func given(_ query: FormFields, for form: ActForm) -> [String: [String]] {
    do { return try typed(query, for: form) } catch { return [:] }
  }

  private static func typed(_ fields: FormFields, for form: ActForm) throws -> [String: [String]] {
    var typed: [String: [String]] = [:]
    for field in fields.fields where field.name.hasPrefix(prefix) {
      let name = String(field.name.dropFirst(prefix.count))
      guard form.inputs.contains(where: { $0.name == name }) else { throw PageFault.badForm }
      let text = field.value.trimmed
      if !text.isEmpty { typed[name, default: []].append(text) }
    }
    return typed
  }

  /// The answers as the form reads them: a day as people type it becomes a civil date.
  func given(to form: ActForm) -> [String: [String]] {
    var given = typed
    for input in form.inputs {
      switch input.kind {
      case .day: given[input.name] = typed[input.name]?.map { TypedDate.read($0)?.description ?? $0 }
      case .month: given[input.name] = typed[input.name]?.map(Self.month)
      case .halfDays: given[input.name] = typed[input.name]?.map(Self.halfDays)
      default: break
      }
    }
    return given
  }

  /// `05/2026` as the form reads it.
  private static func month(_ text: String) -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].count == 2 && parts[1].count == 4 ? "\(parts[1])-\(parts[0])" : text
  }

  /// `12/05/2026=2` as the form reads it.
  private static func halfDays(_ text: String) -> String {
    let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2, let date = TypedDate.read(halves[0].trimmed) else { return text }
    return "\(date)=\(halves[1].trimmed)"
  }
}

/// What is wrong with one answer: said beside its field.
struct ActMistake: Sendable, Equatable {
  let input: String
  let words: LocalizedText

  /// Everything wrong with what was sent, in the order of the screen.
  /// - Throws: `PageFault.badForm` for an answer to what the form does not ask.
  static func all(_ submission: ActSubmission, _ view: ActView) throws -> [ActMistake] {
    var mistakes: [String: LocalizedText] = [:]
    for fault in view.form.faults(in: submission.given(to: view.form)) {
      switch fault {
      case .unknown: throw PageFault.badForm
      case .missing(let input):
        mistakes[input.name] = LocalizedText(fr: "Cette réponse est obligatoire.", en: "This answer is compulsory.")
      case .twice(let input):
        mistakes[input.name] = LocalizedText(fr: "Une seule réponse est attendue.", en: "One answer only is expected.")
      case .notAllowed(let input, _): mistakes[input.name] = expected(input)
      }
    }
    for input in view.form.inputs where mistakes[input.name] == nil {
      mistakes[input.name] = mistake(submission.typed[input.name] ?? [], input, view)
    }
    return view.form.inputs.compactMap { input in mistakes[input.name].map { ActMistake(input: input.name, words: $0) }
    }
  }

  /// What the form itself cannot know: how long a text may be, and what there is to choose from.
  private static func mistake(_ texts: [String], _ input: ActInput, _ view: ActView) -> LocalizedText? {
    switch input.kind {
    case .text where texts.contains { $0.utf8.count > ActSubmission.textBytesMax }:
      LocalizedText(fr: "Ce texte est trop long : 20 000 octets au plus.", en: "Too long: 20,000 bytes at most.")
    case .entity, .entityOf, .person:
      texts.allSatisfy { text in view.options[input.name]?.contains { $0.code == text } ?? false }
        ? nil : LocalizedText(fr: "Choisissez dans la liste.", en: "Choose in the list.")
    case .text: nil
    default:
      texts.contains { $0.utf8.count > ActSubmission.lineBytesMax }
        ? LocalizedText(fr: "Cette ligne est trop longue : 1 000 octets au plus.", en: "Too long: 1,000 bytes at most.")
        : nil
    }
  }

  private static func expected(_ input: ActInput) -> LocalizedText {
    switch input.kind {
    case .day: TypedDate.mistake.words
    case .choice, .entity, .person: LocalizedText(fr: "Choisissez dans la liste.", en: "Choose in the list.")
    default:
      LocalizedText(
        fr: "Ce qui convient ici : \(input.expectation.fr).", en: "What fits here: \(input.expectation.en).")
    }
  }
}
