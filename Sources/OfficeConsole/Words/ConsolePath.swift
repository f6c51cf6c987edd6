import AuditDesk
import ServerHTTP
import SyncCore

/// Where things are shown: the one place that spells the console's addresses.
///
/// Stream names and local names of entities are made of letters, digits, dots, dashes and underscores: nothing to escape.
enum ConsolePath {
  static let work = "/"
  static let dossiers = "/dossiers"

  /// A dossier with its body.
  static func dossier(_ stream: StreamID) -> String { "/dossiers/\(stream)" }
  /// A body by its organisation stream, for one without a dossier.
  static func body(_ stream: StreamID) -> String { "/bodies/\(stream)" }
  /// Whatever page shows a stream.
  static func stream(_ stream: StreamID) -> String {
    if case .organisation = stream.family { body(stream) } else { dossier(stream) }
  }
  static func audit(_ stream: StreamID, _ audit: EntityID) -> String {
    "/dossiers/\(stream)/audits/\(audit.localName)"
  }
  static func report(_ stream: StreamID, _ audit: EntityID) -> String { Self.audit(stream, audit) + "/report" }
  static func divergence(_ divergence: Divergence) -> String { "/divergences/\(divergence.stream)/\(divergence.id)" }
  /// A reported change of an organisation.
  static func situation(_ stream: StreamID, _ situation: EntityID) -> String {
    "/situations/\(stream)/\(situation.localName)"
  }
  /// The form of an intention in a dossier, or in the directory.
  /// - Parameters:
  ///   - entity: what it is about; nil where it makes something new.
  ///   - given: answers already chosen, by the name of the input.
  static func act(_ form: ActForm, _ stream: StreamID, on entity: EntityID? = nil, given: [(String, String)] = [])
    -> String
  {
    let query =
      (entity.map { [("on", $0.description)] } ?? []) + given.map { (ActSubmission.prefix + $0.0, $0.1) }
    let path = "/acts/\(stream)/\(form.name)"
    return query.isEmpty
      ? path : path + "?" + query.map { "\($0.0)=\(FormFields.escaped($0.1))" }.joined(separator: "&")
  }
  /// Who may do what, by the certifier's own record.
  static let competences = "/competences"
  /// What was kept aside, and the devices people carry.
  static let quarantine = "/quarantine"
}
