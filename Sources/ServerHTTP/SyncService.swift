public import ServerCore
public import SyncProtocol

/// What the endpoints ask of the server's core: the seam between HTTP and `ConstatServer`, or a scripted one in tests.
public protocol SyncService: Sendable {
  /// What a shown token proves: only `authenticate` makes one.
  associatedtype Caller: Sendable & Hashable

  /// Reads the `Authorization` header.
  func authenticate(authorization: String?) async -> Result<Caller, Problem>
  /// Joins a device; see `JoinRequest` and `JoinAnswer`.
  func join(_ body: [UInt8]) async -> Result<[UInt8], Problem>
  /// Gives a token for an assertion; see `TokenRequest` and `TokenAnswer`.
  func token(_ body: [UInt8]) async -> Result<[UInt8], Problem>
  /// Gives a device another key; see `KeyRotationRequest` and `KeyRotationAnswer`.
  func changeKey(_ body: [UInt8], as caller: Caller) async -> Result<[UInt8], Problem>
  /// One push and pull, newline-delimited JSON both ways.
  func exchange(_ body: [UInt8], as caller: Caller) async -> Result<[UInt8], Problem>
  /// What a device gives back to a rewound server, or delivers of a lost device's work.
  func recover(_ body: [UInt8], as caller: Caller) async -> Result<[UInt8], Problem>
  /// A page of the caller's whole scope; a nil offset is the beginning.
  func feed(offset: String?, limit: Int?, kinds: FeedKinds?, as caller: Caller) async -> Result<FeedPage, Problem>
  /// A page of one stream; a nil offset is the beginning.
  func stream(
    _ name: String, offset: String?, limit: Int?, kinds: FeedKinds?, as caller: Caller
  ) async -> Result<FeedPage, Problem>
  /// One stream's visible state.
  func state(of name: String, as caller: Caller) async -> Result<StreamStatePage, Problem>
  /// The version of the merge table lines are judged by.
  var schemaVersion: Int { get }
  /// The last position of the log this process knows of.
  func lastPosition() async -> Int
  /// The last position after each commit, from now on.
  func changes() async -> AsyncStream<Int>
  /// Looks for commits of other processes; the last position afterwards.
  func refresh() async -> Int
  /// Whether the storage can be read at this moment.
  func isReadable() async -> Bool
  /// Whether the server came back rewound and waits for what its devices hold; false when that cannot be read.
  func isRecovering() async -> Bool
}
