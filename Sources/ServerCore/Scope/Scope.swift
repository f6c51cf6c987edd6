public import SyncCore

/// The streams someone may see: every query demands one, and only `Standing` builds one, from assignments and roles
/// read in the same transaction (law L4).
public struct Scope: Sendable, Hashable {
  enum Extent: Sendable, Hashable {
    /// Every stream, the office's own only for the office.
    case all(office: Bool)
    /// These streams.
    case listed(Set<StreamID>)
  }

  var extent: Extent

  init(_ extent: Extent) { self.extent = extent }

  /// Whether a stream may be seen.
  public func contains(_ stream: StreamID) -> Bool {
    switch extent {
    case .all(let office): office || stream != .office
    case .listed(let streams): streams.contains(stream)
    }
  }

  /// Takes in a stream its user has just opened, with the organisation a dossier is about.
  mutating func open(_ stream: StreamID) {
    guard case .listed(var streams) = extent else { return }
    streams.formUnion(Self.whole(stream))
    extent = .listed(streams)
  }

  /// A dossier is seen with its organisation (DESIGN §3, assignment).
  static func whole(_ stream: StreamID) -> Set<StreamID> {
    guard case .dossier(_, let key) = stream.family, let organisation = StreamID.organisation(key) else {
      return [stream]
    }
    return [stream, organisation]
  }

  /// What an offset of the feed is bound to: another scope, another digest.
  var digest: Digest {
    switch extent {
    case .all(let office): Digest(of: Array("all \(office)".utf8))
    case .listed(let streams):
      Digest(of: Array(streams.sorted().map(\.description).joined(separator: "\n").utf8))
    }
  }
}
