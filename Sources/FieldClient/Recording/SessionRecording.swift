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
    var head = ScenarioWriter(
      title: title,
      comments: ["Recorded from a device of \(names.personOfOwn); the people and devices have other names here."])
    head.start(at: Instant(clampingMillisecondsSince1970: RecordedLine.start(ordered)))
    head.declare(people: names.roles, devices: names.owners)
    head.declare(dossiers: streams)
    head.beginSteps()
    var steps = RecordedSteps(
      names: names,
      values: RecordedValues(
        keepsValues: keepsValues, people: names.people, entities: Set(ordered.flatMap(\.entities))),
      file: head)
    for item in ordered { steps.tell(item) }
    steps.end()
    var (file, values) = (steps.file, steps.values)
    var state = RecordedState(of: names.own)
    for stream in streams { state.tell(try store.fold(stream), &values, in: &file) }
    text = file.text
    captures = steps.captures
    expectations = state.expectations
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
