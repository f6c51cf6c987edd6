public import AuditModel
public import SyncCore
public import WorkingDays

/// A scenario file in the making: its head, then one step after the other.
public struct ScenarioWriter: Sendable {
  private var lines: [String] = []

  /// Begins a file.
  /// - Parameter comments: what stands above everything, a line each.
  public init(title: String, comments: [String]) {
    for comment in comments { self.comment(comment) }
    lines.append("scenario: \(YAMLText.quoted(title))")
  }

  /// The server's clock when the scenario begins.
  public mutating func start(at instant: Instant) { lines.append("date: \(instant)") }

  /// The people, with their roles, and whose each device is.
  public mutating func declare(people: [(name: String, roles: [Role])], devices: [(name: String, person: String)]) {
    block("people", people.map { ($0.name, .words($0.roles.map(\.rawValue))) })
    block("devices", devices.map { ($0.name, .word($0.person)) })
  }

  /// The streams everybody works in.
  public mutating func declare(dossiers: [StreamID]) {
    lines.append("dossiers: \(ScenarioYAML.words(dossiers.map(\.description)).spelling)")
  }

  /// Who sees which of them, where not everybody sees all.
  public mutating func declare(assignments: [(person: String, streams: [StreamID])]) {
    block("assign", assignments.map { ($0.person, .words($0.streams.map(\.description))) })
  }

  /// The head is done.
  public mutating func beginSteps() { lines.append("steps:") }

  /// A remark, on as many lines as it has.
  public mutating func comment(_ remark: String) {
    lines += remark.split(separator: "\n", omittingEmptySubsequences: false).map { "# \($0)" }
  }

  /// A step.
  public mutating func step(_ members: ScenarioYAML.Member...) {
    lines.append("- \(ScenarioYAML.map(members).spelling)")
  }

  /// A sync of one device; `all` for every one.
  public mutating func sync(_ device: String, faults: [ScenarioYAML] = []) {
    if faults.isEmpty {
      step(("sync", .word(device)))
    } else {
      step(("sync", .word(device)), ("faults", .list(faults)))
    }
  }

  /// What one device reads of another's file.
  public mutating func handOver(from: String, to: String, stream: StreamID) {
    step(("handover", .map([("from", .word(from)), ("to", .word(to)), ("streams", .word(stream.description))])))
  }

  /// A change, its operations a line each.
  /// - Parameters:
  ///   - looks: whether the person looks at what they write on.
  ///   - written: what the device's clock showed; nil for whatever it shows.
  ///   - name: what later steps call the change.
  public mutating func capture(
    _ device: String, in stream: StreamID, looks: Bool, at written: Instant? = nil, as name: String? = nil,
    _ operations: [ScenarioYAML]
  ) {
    var members: [ScenarioYAML.Member] = [("capture", .word(device)), ("stream", .word(stream.description))]
    if let written { members.append(("at", .text(written.description))) }
    members.append(("look", .word(String(looks))))
    if let name { members.append(("as", .word(name))) }
    lines.append("- \(ScenarioYAML.map(members + [("ops", .lines(operations))]).spelling)")
  }

  /// The whole file.
  public var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func block(_ key: String, _ members: [ScenarioYAML.Member]) {
    lines.append("\(key):")
    lines += members.map { "  \($0.key): \($0.value.spelling)" }
  }
}
