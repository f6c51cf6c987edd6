import AuditSchema
import ServerCore
import SyncCore
import WorkingDays

/// A device somebody carries, and when it was last heard of.
struct CarriedDevice: Sendable {
  let replica: ReplicaID
  let user: UserID
  /// Whether it was declared lost or taken back, or its user is gone.
  let isOut: Bool
  /// Milliseconds since 1970 UTC; nil for never.
  let contact: Int64?

  /// Those of the directory, ascending.
  ///
  /// Whatever has the server's key is the server itself, the public list or somebody's browser: nobody carries it.
  static func all(_ reading: ConsoleReading, _ directory: DirectoryView) throws -> [CarriedDevice] {
    let contacts = Dictionary(try reading.contacts().map { ($0.device, $0.last) }, uniquingKeysWith: max)
    let serverKey = directory.device(reading.serverReplica)?.publicKey
    return directory.devices.compactMap { replica in
      guard replica != reading.serverReplica, let device = directory.device(replica), device.publicKey != serverKey,
        device.user != .publicList
      else { return nil }
      return CarriedDevice(
        replica: replica, user: device.user, isOut: device.isRevoked || !directory.isActive(device.user),
        contact: contacts[replica])
    }
  }

  /// Days without a word; nil for one never heard of.
  func silentDays(on today: CivilDate) -> Int? {
    contact.map { max(0, Instant(clampingMillisecondsSince1970: $0).parisDate.days(until: today)) }
  }

  /// Whether it was never heard of, or last before the last working days.
  func isSilent(on today: CivilDate) -> Bool {
    guard let contact else { return true }
    guard let limit = WorkingDayCalendar().workingDay(WorkReader.silentDays, before: today) else { return false }
    return Instant(clampingMillisecondsSince1970: contact).parisDate < limit
  }
}
