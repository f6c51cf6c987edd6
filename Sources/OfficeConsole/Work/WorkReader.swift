import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import WorkingDays

/// Who reads the work list, with all their own reading says of it: small values, nothing of the ledger.
struct WorkReader: Sendable {
  /// A device not heard of for a while.
  struct SilentDevice: Sendable {
    let device: ReplicaID
    let user: UserID
    /// When it was last heard of, in milliseconds since 1970 UTC; nil for never.
    let contact: Int64?
    /// Whether its user is assigned to anything.
    let isAssigned: Bool

    /// The order of the list: those never heard of come first.
    var last: Int64 { contact ?? .min }
  }

  /// Working days without a word before a device counts as silent.
  static let silentDays = 5

  let author: WriteAuthor
  let scope: Scope
  let today: CivilDate
  let people: People
  let silent: [SilentDevice]

  init(_ reading: ConsoleReading, _ people: People) throws {
    author = reading.author
    scope = reading.scope
    today = reading.today
    self.people = people
    silent = try Self.silent(reading, people.directory)
  }

  /// The devices in use by active people that were never heard of, or last before the last working days; none for those
  /// who may not see the office's stream.
  private static func silent(_ reading: ConsoleReading, _ directory: DirectoryView) throws -> [SilentDevice] {
    guard let assignments = try reading.assignments() else { return [] }
    let today = reading.today
    return try CarriedDevice.all(reading, directory).filter { !$0.isOut && $0.isSilent(on: today) }.map { device in
      SilentDevice(
        device: device.replica, user: device.user, contact: device.contact,
        isAssigned: !assignments.streams(of: device.user).isEmpty)
    }
  }
}
