import Crypto
import ReplicaStore
import StoreTestSupport
import SyncCore
import SyncProtocol
import Testing

/// Law L4: a device purges on the server's signed word, and on nothing else.
struct LeaveTests {
  @Test
  func `L4 a leave the server's key did not sign for this replica purges nothing and nothing of the answer counts`()
    throws
  {
    let store = try Bench.store()
    try store.take([.enter(Bench.dossier, through: 0), Bench.end("1")])
    let bookmark = try store.pendingPush().request.header.bookmark
    for frame in [
      try Bench.leave(Bench.dossier, key: Curve25519.Signing.PrivateKey()),
      try Bench.leave(Bench.dossier, 0xB),
      try Bench.leave(Bench.dossier, epoch: 0),
    ] {
      #expect(throws: ReplicaStoreError.self) { try store.take([frame, Bench.end("2")]) }
      #expect(try store.streams().contains(Bench.dossier))
      #expect(try store.pendingPush().request.header.bookmark == bookmark)
    }
    try store.take([Bench.leave(Bench.dossier), Bench.end("2")])
    #expect(try !store.streams().contains(Bench.dossier))
  }
}
