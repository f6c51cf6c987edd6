public import AuditModel
public import SyncCore

/// What the office did of a change an auditor saw (R-ROLE-19).
public struct SituationAnswer: Sendable {
  /// What became of it; the raw value is the wire name.
  public enum Outcome: String, Sendable, CaseIterable {
    /// The office took it over: into the register where the register holds the fact.
    case accepted
    /// The office left the register as it is.
    case setAside = "set-aside"

    /// What a screen says.
    public var words: LocalizedText {
      switch self {
      case .accepted: LocalizedText(fr: "accepté par le service", en: "accepted by the office")
      case .setAside: LocalizedText(fr: "écarté par le service", en: "set aside by the office")
      }
    }
  }

  /// What became of it.
  public let outcome: Outcome
  /// Why.
  public let motive: String
  /// The write it comes from.
  public let source: Write?

  /// Reads the field `answer`; nil for none, for one disputed, and for a shape of a newer version.
  public init?(_ fact: FactView) {
    guard !fact.isDisputed, let outcome = fact.value?["outcome"]?.text.flatMap(Outcome.init(rawValue:)) else {
      return nil
    }
    self.outcome = outcome
    motive = fact.value?["motive"]?.text ?? ""
    source = fact.source
  }

  /// The value of the field `answer`.
  public static func value(_ outcome: Outcome, motive: String) -> JSONValue {
    .sorted([("motive", .string(motive)), ("outcome", .string(outcome.rawValue))])
  }
}

extension CaptureDesk {
  /// Answers an observed change, as one change: what the register is to say, where it holds the fact, and the answer.
  ///
  /// The observation stays what it is: only the body's own declaration meets its duty to inform.
  public func answer(
    _ situation: EntityID, _ outcome: SituationAnswer.Outcome, motive: String,
    register: (body: EntityID, field: FieldName, value: JSONValue)?
  ) -> [Operation] {
    let fact = register.map { write($0.field, on: $0.body, $0.value, motive: motive) }
    return [fact, write("answer", on: situation, SituationAnswer.value(outcome, motive: motive))].compactMap { $0 }
  }
}
