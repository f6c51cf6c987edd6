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
    /// Milliseconds since 1970 UTC.
    let last: Int64
    /// Whether its user is assigned to anything.
    let isAssigned: Bool
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

  /// The devices in use by active people that were last heard of before the last working days; none for those who may
  /// not see the office's stream.
  private static func silent(_ reading: ConsoleReading, _ directory: DirectoryView) throws -> [SilentDevice] {
    guard let assignments = try reading.assignments(),
      let limit = WorkingDayCalendar().workingDay(silentDays, before: reading.today)
    else { return [] }
    return try reading.contacts().compactMap { contact in
      guard Instant(clampingMillisecondsSince1970: contact.last).parisDate < limit,
        let device = directory.device(contact.device), !device.isRevoked, directory.isActive(device.user)
      else { return nil }
      return SilentDevice(
        device: contact.device, user: device.user, last: contact.last,
        isAssigned: !assignments.streams(of: device.user).isEmpty)
    }
  }
}
