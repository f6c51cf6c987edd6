import SyncCore

extension ConstatServer {
  /// Notes that a device was heard of; what the ledger keeps is at most `ServerLimits.contactSecondsMin` behind, so that
  /// an exchange that brings nothing stays free of writing.
  func noteContact(_ device: ReplicaID) {
    let now = clock.now()
    let recorded = contacts[device] ?? 0
    // A clock set back writes anew.
    guard now >= recorded + Int64(ServerLimits.contactSecondsMin) * 1_000 || now < recorded else { return }
    contacts[device] = now
    do {
      try ledger.write { try $0.put(DeviceContact(device: device, last: now)) }
    } catch {
      contacts[device] = nil  // a ledger that is busy now is told at the next exchange: nothing hangs on it
    }
  }
}
