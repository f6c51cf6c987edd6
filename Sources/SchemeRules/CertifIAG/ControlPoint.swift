public import AuditModel

/// A point checked in a CertifIAG audit (RULEBOOK §3.3.4, A-73).
public struct ControlPoint: Sendable, Hashable, Identifiable {
  /// When a point is checked.
  public enum Condition: Sendable, Hashable {
    case always
    /// Only for remote training.
    case ifRemote
    /// Only for a body selling on the CPF.
    case ifCPF
  }

  /// The code, `CP-01` to `CP-18` or `ET-01` to `ET-12`.
  public let code: String
  /// Its short name, in our own words.
  public let label: LocalizedText
  /// The rules checked, the main one first.
  public let rules: [RuleID]
  /// When it is checked.
  public let condition: Condition

  /// The code.
  public var id: String { code }
  /// Whether it is a point of the ethics charter.
  public var isEthics: Bool { code.hasPrefix("ET-") }

  /// The point of a code, or nil for an unknown one.
  public static func of(code: String) -> ControlPoint? {
    all.first { $0.code.utf8.elementsEqual(code.utf8) }
  }

  /// The points to check at a body, in the order of the table.
  public static func applicable(remote: Bool, cpf: Bool) -> [ControlPoint] {
    all.filter { $0.applies(remote: remote, cpf: cpf) }
  }

  /// Whether the point is checked at a body.
  public func applies(remote: Bool, cpf: Bool) -> Bool {
    switch condition {
    case .always: true
    case .ifRemote: remote
    case .ifCPF: cpf
    }
  }

  init(_ code: String, _ rules: [RuleID], fr: String, en: String, _ condition: Condition = .always) {
    self.code = code
    self.rules = rules
    label = LocalizedText(fr: fr, en: en)
    self.condition = condition
  }
}
