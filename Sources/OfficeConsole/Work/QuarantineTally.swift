import ServerCore
import SyncCore
import SyncProtocol

/// The lines kept aside: how many for which reason, and the newest of them without their bytes.
struct QuarantineTally: Sendable {
  /// One line kept aside.
  struct Row: Sendable {
    let number: Int
    let user: UserID
    let received: Int64
    let code: RefusalCode
    let stream: StreamID?
  }

  /// How many the newest are.
  static let newestMax = 200
  private static let rowsAtOnce = 256

  private(set) var counts: [RefusalCode: Int] = [:]
  /// The newest, in order of arrival.
  private(set) var newest: [Row] = []
  private var through = 0

  var total: Int { counts.values.reduce(0, +) }

  /// Takes in what was put aside since: rows are numbered in order of arrival and never taken away.
  /// - Returns: whether there is more.
  mutating func advance(_ reading: SurveyReading) throws -> Bool {
    let rows = try reading.quarantine(after: through, limit: Self.rowsAtOnce)
    for row in rows {
      counts[row.code, default: 0] += 1
      through = max(through, row.number)
      newest.append(
        Row(number: row.number, user: row.user, received: row.received, code: row.code, stream: row.stream))
    }
    newest.removeFirst(max(0, newest.count - Self.newestMax))
    return rows.count == Self.rowsAtOnce
  }
}
