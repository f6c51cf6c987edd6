public import ReplicaStore
public import SyncCore
import WorkingDays

/// A real session as a scenario: what a store holds of some streams, told as captures that name what they rest on.
///
/// Captures carry explicit `over` and `seen`, so that who had seen what is reproduced whatever the order of syncs. The
/// server's rulings are not told: the replay asks for them again. What an import of the public list wrote is told as
/// the work of an office of its own. People and devices get neutral names; values are replaced unless asked for.
public struct SessionRecording: Sendable {
  /// The scenario file.
  public let text: String
  /// Changes told.
  public let captures: Int
  /// Expectations on the state recorded.
  public let expectations: Int
  /// Changes that could not be told, such as refused ones whose refusal rests on something else than the line.
  public let leftOut: Int

  /// Records a store.
  /// - Parameters:
  ///   - streams: the streams to tell; nil: every organisation and dossier held whole.
  ///   - title: what the scenario shall be called.
  ///   - keepsValues: whether texts stay as they were written; otherwise each word becomes another of its length.
  /// - Throws: `ReplicaStoreError`; `RecordingFault` when there is nothing to tell.
  public init(of store: ReplicaStore, streams: [StreamID]?, title: String, keepsValues: Bool) throws {
    let streams = try streams ?? store.streams().filter(Self.isOfUse)
    var items: [RecordedLine] = []
    for stream in streams {
      for (arrival, line) in try store.lines(of: stream).enumerated() {
        items.append(RecordedLine(line: line, arrival: arrival))
      }
    }
    guard !items.isEmpty else { throw RecordingFault.nothingToTell }
    let ordered = RecordedLine.ordered(items)
    let names = try RecordedNames(ordered, store: store)
    var values = RecordedValues(
      keepsValues: keepsValues, people: names.people, entities: Set(ordered.flatMap(\.entities)))
    var steps = RecordedSteps(names: names)
    for item in ordered { steps.tell(item, &values) }
    steps.end()
    let state = try RecordedState(of: streams.map { try store.fold($0) }, device: names.own, values: &values)
    let start = Instant(clampingMillisecondsSince1970: RecordedLine.start(ordered))
    text =
      ([
        "# Recorded from a device of \(names.personOfOwn); the people and devices have other names here.",
        "scenario: \(YAMLText.quoted(title))", "date: \(start)",
      ]
      + names.declarations + ["dossiers: [\(streams.map(\.description).joined(separator: ", "))]", "steps:"]
      + steps.lines + state.lines).joined(separator: "\n") + "\n"
    captures = steps.captures
    expectations = state.lines.count
    leftOut = steps.leftOut
  }

  private static func isOfUse(_ stream: StreamID) -> Bool {
    switch stream.family {
    case .organisation, .dossier: true
    case .office, .directory, .other: false
    }
  }
}

/// Why a session cannot be recorded.
public enum RecordingFault: Error, Sendable, Equatable {
  /// The streams hold no change.
  case nothingToTell
}
