import AuditDesk
import AuditModel
import SchemeRules
import SyncCore

/// Where a form may be filled in: in which stream, on which entity, by whom.
enum ActPlace {
  /// The types whose entities lie in the directory; those of all others lie in a dossier.
  static let directoryTypes: Set<String> = ["competence", "setting"]

  /// The types whose entities several forms fill in one after the other: a form that makes one also completes one.
  ///
  /// An entry of a register, such as a letter, is never written again: its correction is another entry.
  static let growingTypes: Set<String> = ["audit", "contract"]

  /// Whether a form is about something of a stream.
  static func belongs(_ form: ActForm, in stream: StreamID) -> Bool {
    switch stream.family {
    case .directory: directoryTypes.contains(form.entityType)
    case .dossier(let scheme, _): !directoryTypes.contains(form.entityType) && isOf(scheme, form)
    case .organisation, .office, .other: false
    }
  }

  /// Whether the machines of a stream say which act comes next: those of Qualiopi.
  static func hasReach(_ stream: StreamID) -> Bool {
    if case .dossier(let scheme, _) = stream.family { scheme == Scheme.qualiopi.rawValue } else { false }
  }

  /// The forms of a stream that one of these roles fills in, in the order of a certification's life.
  static func forms(in stream: StreamID, for roles: Set<Role>) -> [ActForm] {
    ActForm.all.filter { belongs($0, in: stream) && !$0.roles.isDisjoint(with: roles) }
  }

  /// Those that make something new.
  static func creating(in stream: StreamID, for roles: Set<Role>) -> [ActForm] {
    forms(in: stream, for: roles).filter(\.createsEntity)
  }

  /// Those about something that is there, or that complete it.
  static func about(_ typePath: String, in stream: StreamID, for roles: Set<Role>) -> [ActForm] {
    forms(in: stream, for: roles).filter { form in
      form.entityType.utf8.elementsEqual(typePath.utf8) && (!form.createsEntity || growingTypes.contains(typePath))
    }
  }

  /// Acts belong to the scheme whose catalogue has them, facts to the scheme their main rule is of, if it is of one.
  private static func isOf(_ word: String, _ form: ActForm) -> Bool {
    if let act = form.act, let known = ActCatalogue.act(named: act.description) { return known.scheme.rawValue == word }
    guard let area = form.rules.first?.description.split(separator: "-").dropFirst().first.map(String.init),
      let scheme = areas[area]
    else { return true }
    return scheme.rawValue == word
  }

  private static let areas: [String: Scheme] = ["QUAL": .qualiopi, "CLEA": .cleaNumerique, "CIAG": .certifIAG]
}
