import SchemeRules
import ServerCore
import SyncCore

/// What the index knows at one position of the log: a summary of every stream read so far, and which are still to be read.
struct WorkState: Sendable {
  /// The streams of one reading, and the changes in them after which it ends: others' turn is never far.
  static let streamsAtOnce = 64
  static let changesAtOnce = 4_000

  private(set) var summaries: [StreamID: StreamSummary] = [:]
  private(set) var quarantine = QuarantineTally()
  /// Streams whose lines cannot be read: said on the page, for they would otherwise look like done.
  private(set) var unreadable: Set<StreamID> = []
  /// Where the log ended when it was last looked at; nil before the first reading.
  private var position: Int?
  /// Never read so far, the last first.
  private var unread: [StreamID] = []
  /// Written to since they were read.
  private var stale: Set<StreamID> = []
  private var known: Set<StreamID> = []
  private var hasMoreQuarantine = true
  /// What every setting was set to when the dossiers were summed up.
  private var settings: [[SettingValue]] = []

  /// How far the reading is, in streams.
  var progress: (read: Int, of: Int) { (max(0, known.count - unread.count - stale.count), known.count) }

  /// Whether everything the log held at the last reading is summed up.
  var isWhole: Bool { position != nil && unread.isEmpty && stale.isEmpty && !hasMoreQuarantine }

  /// Takes in what has changed, and some of what was never read.
  ///
  /// What was written to since comes first: whoever has just settled something finds it settled.
  mutating func advance(_ reading: SurveyReading) throws {
    // A log that has become shorter is another log, from a copy kept: what was read of the old one is nothing.
    if let position, reading.position < position { self = WorkState() }
    try look(reading)
    var changes = 0
    for _ in 0..<Self.streamsAtOnce {
      guard changes < Self.changesAtOnce, let stream = stale.first ?? unread.last else { break }
      changes += try sum(stream, reading)
      if stale.remove(stream) == nil { unread.removeLast() }
    }
    hasMoreQuarantine = try quarantine.advance(reading)
  }

  private mutating func look(_ reading: SurveyReading) throws {
    if let position {
      let changed = try reading.streams(changedAfter: position)
      known.formUnion(changed)
      stale.formUnion(changed)
      // Another setting, other due dates: every dossier is summed up anew.
      if changed.contains(.directory), try adoptSettings(reading) { stale.formUnion(known) }
    } else {
      _ = try adoptSettings(reading)
      unread = try reading.streams().reversed()
      known = Set(unread)
    }
    position = reading.position
  }

  /// - Returns: whether the settings adopted are others than before.
  private mutating func adoptSettings(_ reading: SurveyReading) throws -> Bool {
    let directory = try reading.fold(.directory)
    let before = settings
    settings = SettingCatalogue.all.map { SettingValue.all(of: $0, in: directory) }
    return settings != before
  }

  /// - Returns: how many changes were folded.
  private mutating func sum(_ stream: StreamID, _ reading: SurveyReading) throws -> Int {
    do {
      let fold = try reading.fold(stream)
      let summary = try StreamSummary(of: fold, directory: try reading.fold(.directory)) { try reading.seen(stream) }
      summaries[stream] = summary.isEmpty ? nil : summary
      unreadable.remove(stream)
      return fold.held.count
    } catch LedgerFault.damaged {
      summaries[stream] = nil
      unreadable.insert(stream)
      return 0
    }
  }
}
