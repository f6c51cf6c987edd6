public import AuditSchema
public import SyncCore
import SyncProtocol
public import WorkingDays

/// One consistent state of the tenant as one person may see it: every question is asked of their scope (law L4).
public final class ConsoleReading {
  private let ledger: any LedgerReading
  private let settings: TenantSettings
  private let standing: Standing
  var folds: FoldCache
  /// The reader with the roles of this moment.
  public let author: WriteAuthor
  /// Milliseconds since 1970 UTC by the server's clock.
  public let now: Int64

  init(
    ledger: any LedgerReading, settings: TenantSettings, folds: consuming FoldCache, principal: Principal, now: Int64
  ) throws {
    self.ledger = ledger
    self.settings = settings
    self.folds = folds
    self.now = now
    standing = try self.folds.standing(of: principal.user, device: principal.replica, ledger)
    author = WriteAuthor(user: standing.user, roles: standing.roles)
  }

  /// Today in Paris.
  public var today: CivilDate { Instant(clampingMillisecondsSince1970: now).parisDate }
  /// The end of the log.
  public var position: Int { folds.through }
  /// What the reader may see.
  public var scope: Scope { standing.scope }
  /// The replica the reader's edits here are written as.
  public var replica: ReplicaID { settings.consoleReplica(of: author.user) }
  /// The server's own replica: rulings and entries it made by itself.
  public var serverReplica: ReplicaID { settings.serverReplica }

  /// People, roles and devices.
  public func directory() throws -> DirectoryView { try folds.directory(ledger) }
  /// Who is assigned to what; nil for those who may not see the office's stream.
  public func assignments() throws -> AssignmentView? {
    scope.contains(.office) ? try folds.assignments(ledger) : nil
  }

  /// The state of a stream; nil when there is none, or not for this reader.
  public func fold(_ stream: StreamID) throws -> StreamFold? {
    guard scope.contains(stream), try ledger.stream(stream) != nil else { return nil }
    return try folds.fold(stream, ledger)
  }

  /// The same for somebody who passes over many streams once: nothing in use is pushed out of memory for it.
  public func passingFold(_ stream: StreamID) throws -> StreamFold? {
    guard scope.contains(stream), try ledger.stream(stream) != nil else { return nil }
    return try folds.passingFold(stream, ledger)
  }

  /// The streams the reader may see, in the order they began.
  public func streams() throws -> [StreamRecord] {
    try ledger.streams(firstAfter: 0).filter { scope.contains($0.stream) }
  }

  /// The streams written to after a position, each once.
  public func streams(changedAfter position: Int) throws -> Set<StreamID> {
    var changed: Set<StreamID> = []
    try ledger.scan(nil, after: position, through: folds.through) { place, _ in
      if scope.contains(place.stream) { changed.insert(place.stream) }
      return true
    }
    return changed
  }

  /// What the server holds of a stream: what a request made here says it had seen.
  public func seen(_ stream: StreamID) throws -> SeenVector {
    guard scope.contains(stream) else { return SeenVector() }
    return SeenVector(try ledger.chains(stream).mapValues(\.acceptedSeq))
  }

  /// Where and when a line came; nil for one not held, or not in the reader's scope.
  public func arrival(of id: ChangeID, in stream: StreamID) throws -> Arrival? {
    guard scope.contains(stream), let receipt = try ledger.receipt(id)?.receipt,
      case .accepted(let position) = receipt, let record = try ledger.record(at: position), record.stream == stream
    else { return nil }
    return try Arrival(record)
  }

  /// The lines of a stream, the newest first, those before a position (nil: from the end).
  public func history(of stream: StreamID, before: Int? = nil, limit: Int) throws -> [Arrival] {
    guard scope.contains(stream) else { return [] }
    var positions: [Int] = []
    try ledger.scan(stream, after: 0, through: (before ?? Int.max) - 1) { place, _ in
      if place.kind == .line { positions.append(place.position) }
      return true
    }
    return try positions.suffix(max(0, limit)).reversed().compactMap { position in
      try ledger.record(at: position).flatMap(Arrival.init)
    }
  }

  /// The lines kept aside, in order of arrival, beyond a row number; none for those who may not admit them.
  public func quarantine(after number: Int, limit: Int) throws -> [QuarantineRow] {
    guard !author.roles.isDisjoint(with: ConstatServer.admitting) else { return [] }
    return try ledger.quarantine(after: number, limit: limit)
  }

  /// What of a stream was written anew; nil for one the reader may not see.
  public func reissues(of stream: StreamID) throws -> Reissues? {
    scope.contains(stream) ? try Reissues(of: stream, ledger) : nil
  }

  /// When devices were last heard of; empty for those who may not see the office's stream.
  public func contacts() throws -> [DeviceContact] { scope.contains(.office) ? try ledger.contacts() : [] }
}

/// A line with its place in the log and when it came.
public struct Arrival: Sendable {
  /// The line.
  public let line: ChangeLine
  /// Its place in the log.
  public let position: Int
  /// When the server took it, milliseconds since 1970 UTC by its own clock.
  public let received: Int64

  init?(_ record: LogRecord) throws {
    guard record.kind == .line else { return nil }
    guard case .entry(let entry) = ExchangeFrame(reading: record.frame.dropLast()), case .line(let line) = entry.content
    else { throw LedgerFault.damaged("log position \(record.position)") }
    self.line = line
    position = record.position
    received = entry.received
  }
}
