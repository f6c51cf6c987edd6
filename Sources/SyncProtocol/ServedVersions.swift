import SyncCore

/// The body of `GET /v1`: what a server speaks, without a word about which build of it runs.
public struct ServedVersions: Sendable, Equatable {
  /// The version of the protocol this program is written for, the number in the paths.
  public static let protocolVersion = 1

  /// The server's kind.
  public var name: String
  /// The protocol versions served, ascending.
  public var protocolVersions: [Int]
  /// The version of the merge table lines are judged by.
  public var schemaVersion: Int

  /// Describes a server.
  public init(
    name: String = "constat-server", protocolVersions: [Int] = [Self.protocolVersion], schemaVersion: Int
  ) {
    self.name = name
    self.protocolVersions = protocolVersions
    self.schemaVersion = schemaVersion
  }

  /// The body.
  public var body: [UInt8] {
    JSONWriter.bytes(
      .object([
        JSONMember("name", .string(name)),
        JSONMember("protocolVersions", .array(protocolVersions.map { .integer(Int64($0)) })),
        JSONMember("schemaVersion", .integer(Int64(schemaVersion))),
      ]))
  }

  /// Reads a body; nil when it is none.
  public init?(reading body: [UInt8]) {
    guard let value = WireJSON.object(body, keys: ["name", "protocolVersions", "schemaVersion"]),
      let name = value[0].text, let versions = value[1].elements, let schema = value[2].number
    else { return nil }
    let numbers = versions.compactMap(\.number)
    guard numbers.count == versions.count else { return nil }
    self.init(name: name, protocolVersions: numbers.map { Int($0) }, schemaVersion: Int(schema))
  }
}
