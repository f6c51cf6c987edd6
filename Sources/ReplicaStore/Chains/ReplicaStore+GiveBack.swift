import GRDB
public import SyncCore

/// What a device holds of one stream that a rewound server may have lost.
public struct HeldChains: Sendable, Equatable {
  /// The stream.
  public let stream: StreamID
  /// Of each chain what the server has once answered or passed on: ascending, up to the first line without a position.
  public let chains: [ReplicaID: [ChainStep]]
  /// The seals held, the device's own last step freshly sealed.
  public let seals: [Seal]
}

extension ReplicaStore {
  /// Whether the server came back rewound and what is held was not given back yet: until then no own line is pushed,
  /// nothing is purged and no set is compared.
  public func owesGiveBack() throws(ReplicaStoreError) -> Bool { try reading { try SyncTable.owesGiveBack($0) } }

  /// Notes that all of it was given back.
  public func gaveBack() throws(ReplicaStoreError) {
    try writing { try $0.execute(sql: "UPDATE sync SET rewound = 0") }
  }

  /// The streams held, the directory first: the keys the others are checked with come with it.
  public func streamsToGiveBack() throws(ReplicaStoreError) -> [StreamID] {
    try reading { db in
      let held = try StreamRow.all(db).filter { $0.state != .left }.map(\.stream)
      return held.filter { $0 == .directory } + held.filter { $0 != .directory }
    }
  }

  /// What is held of a stream, whole or still entering.
  /// - Throws: `storeDamaged`; what the device's key throws.
  public func chainsToGiveBack(_ stream: StreamID) throws(ReplicaStoreError) -> HeldChains {
    try reading { db in
      guard let row = try StreamRow.find(stream, db), row.state != .left else {
        return HeldChains(stream: stream, chains: [:], seals: [])
      }
      let identity = try IdentityTable.require(db)
      let evidence = try StreamEvidence.read(row, db)
      let chains = evidence.chains.mapValues { steps in
        Array(steps.prefix { $0.position != nil || $0.refused != nil })
      }.filter { !$0.value.isEmpty }
      var seals = evidence.seals.map(\.seal)
      if let last = chains[identity.replica]?.last,
        !seals.contains(where: { $0.through == last.id })
      {
        seals.append(try Seal(stream: stream, through: last.id, link: last.link, key: identity.deviceKey))
      }
      return HeldChains(stream: stream, chains: chains, seals: seals)
    }
  }
}
