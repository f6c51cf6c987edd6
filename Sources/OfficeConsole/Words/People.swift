import AuditDesk
import AuditSchema
import ServerCore
import SyncCore

/// What people and devices are called on a page.
struct People: Sendable {
  let directory: DirectoryView
  let serverReplica: ReplicaID
  let phrasing: Phrasing

  init(_ reading: ConsoleReading, _ phrasing: Phrasing) throws {
    directory = try reading.directory()
    serverReplica = reading.serverReplica
    self.phrasing = phrasing
  }

  /// A person's name; the opaque id of somebody not in the directory.
  func name(_ user: UserID) -> String {
    switch user {
    case .server: phrasing.say("serveur", "server")
    case .publicList: phrasing.say("liste publique", "public list")
    default: directory.name(of: user) ?? user.description
    }
  }

  /// The door a line came by: a laptop by the end of its number, the browser, or the server itself.
  func device(_ replica: ReplicaID) -> String {
    if replica == serverReplica { return phrasing.say("serveur", "server") }
    let device = directory.device(replica)
    if device?.user == .publicList { return phrasing.say("liste publique", "public list") }
    if let key = device?.publicKey, key == directory.device(serverReplica)?.publicKey {
      return phrasing.say("console web", "web console")
    }
    return phrasing.say("poste ", "device ") + replica.description.suffix(4)
  }
}

/// Who said something, on which device, when by their clock, and when it came: the partial `attribution`.
struct Attribution {
  let who: String
  let device: String
  let claimed: String
  /// When the server took it; nil for its own lines, which come as they are said.
  let received: String?

  init(by: UserID, id: ChangeID, time: Int64, arrival: Arrival?, people: People) {
    who = people.name(by)
    device = people.device(id.replica)
    claimed = people.phrasing.moment(time)
    received = arrival.map { people.phrasing.moment($0.received) }
  }

  init(_ write: Write, arrival: Arrival?, people: People) {
    self.init(by: write.by, id: write.id, time: write.time, arrival: arrival, people: people)
  }

  var values: [String: Any] {
    var values: [String: Any] = ["who": who, "claimed": claimed]
    // The public list and the server come by their own door: said once. `false`, lest a page's own `device` show here.
    values["device"] = device == who ? false : device
    if let received, received != claimed { values["received"] = received }
    return values
  }

  /// Used as `{{#by}}{{>attribution}}{{/by}}`.
  static let template = """
    <span class="meta">{{who}}{{#device}} — {{device}}{{/device}} — [[dit le|said]] {{claimed}}{{#received}}, [[reçu le|received]] {{received}}{{/received}}</span>
    """
}
