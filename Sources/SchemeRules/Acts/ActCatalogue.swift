public import AuditModel

/// Every act this version knows; the server answers any other request `unknown-act`.
public enum ActCatalogue {
  /// The acts with their judges, in the order in which a dossier meets them.
  public static let definitions: [ActDefinition] =
    planning + reports + nonConformities + certificate + corrections + billing + certifIAG

  private static let certifIAG: [ActDefinition] = [ActDefinition(SuspendHabilitation.self)]

  /// The acts' rows.
  public static let all: [Act] = definitions.map(\.act)

  /// The act of a name, or nil for an unknown one.
  public static func act(named name: String) -> Act? {
    all.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The act of a name under a scheme, or nil when that scheme has no such act.
  public static func act(named name: String, in scheme: Scheme) -> Act? { definition(named: name, in: scheme)?.act }

  static func definition(named name: String, in scheme: Scheme) -> ActDefinition? {
    definitions.first {
      $0.act.scheme == scheme && $0.act.name.utf8.elementsEqual(name.utf8) && RuleSwitches.isOn($0.act.transition)
    }
  }
}
