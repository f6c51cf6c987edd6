import AuditModel
import AuditSchema
import ReplicaStore
import SyncCore

/// Neutral names for the people and devices of a recording.
struct RecordedNames {
  /// What each person is called.
  private(set) var people: [UserID: String] = [:]
  /// What each replica's device is called.
  private(set) var devices: [ReplicaID: String] = [:]
  /// The device recorded.
  let own: String
  /// The people as the file declares them.
  private(set) var roles: [(name: String, roles: [Role])] = []
  /// The devices as the file declares them.
  private(set) var owners: [(name: String, person: String)] = []

  init(_ lines: [RecordedLine], store: ReplicaStore) throws {
    let identity = try store.identity
    let directory = DirectoryView(try store.fold(.directory))
    var names = Naming(directory: directory)
    own = names.device(identity.replica, of: identity.user)
    for item in lines where item.change.by != .server { _ = names.device(item.id.replica, of: item.change.by) }
    // People a value speaks of have no device of their own unless they wrote.
    for user in directory.users where Self.speaks(lines, of: user) { _ = names.person(user) }
    (people, devices, roles, owners) = (names.people, names.devices, names.roles, names.owners)
  }

  /// Whose device was recorded.
  var personOfOwn: String { owners.first { $0.name == own }?.person ?? own }

  private static func speaks(_ lines: [RecordedLine], of user: UserID) -> Bool {
    lines.contains { item in
      item.change.operations.contains { operation in
        switch operation {
        case .set(_, _, let value, _, _), .add(_, _, let value), .remove(_, _, let value, _),
          .append(_, _, let value, _):
          value == .string(user.description)
        default: false
        }
      }
    }
  }

  private struct Naming {
    let directory: DirectoryView
    var people: [UserID: String] = [:]
    var devices: [ReplicaID: String] = [:]
    var roles: [(name: String, roles: [Role])] = []
    var owners: [(name: String, person: String)] = []
    var counts: [String: Int] = [:]

    mutating func number(_ word: String) -> Int {
      counts[word, default: 0] += 1
      return counts[word, default: 0]
    }

    mutating func person(_ user: UserID) -> String {
      if let name = people[user] { return name }
      // What an import wrote is told as an office's work: the office alone may write the register.
      let held = user == .publicList ? [.office] : directory.roles(of: user)
      let sorted = Role.allCases.filter { held.contains($0) }
      let word = user == .publicList ? "register" : sorted.first?.rawValue ?? "person"
      let name = "\(word)-\(number(word))"
      people[user] = name
      roles.append((name, sorted))
      return name
    }

    mutating func device(_ replica: ReplicaID, of user: UserID) -> String {
      if let name = devices[replica] { return name }
      let person = person(user)
      let name = "\(person)-device-\(number(person))"
      devices[replica] = name
      owners.append((name, person))
      return name
    }
  }
}
