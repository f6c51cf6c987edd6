import AuditDesk
import AuditModel
import ServerCore
import SyncCore

/// The names of all bodies with their dossiers, kept so that a list of thousands folds nothing.
///
/// One listing for each scope that asks, so that no reader meets a name outside their own; a refresh reads what changed
/// since the last.
actor BodyIndex {
  private struct Held {
    var listing: BodyListing
    var through: Int
    var used: Int
  }

  /// A name as it stood at a position of the log.
  private struct Named {
    var name: String?
    var position: Int
  }

  private var held: [Scope: Held] = [:]
  private var names: [StreamID: Named] = [:]
  private var clock = 0
  /// Listings kept at most: one for the office, one for the other readers of everything, and auditors.
  static let listingsMax = 64
  /// Organisations folded in one go, so that nobody else waits for long.
  static let batch = 100

  /// The bodies a visitor may see, as of now.
  func listing(for visit: Visit) async throws -> BodyListing {
    let through = held.mapValues(\.through)
    var news = try await visit.look { reading in try News(reading, after: through[reading.scope]) }
    try await read(news, for: visit)
    if !news.isWhole, held[news.scope] == nil {
      // What the news add to was put aside while they were read.
      news = try await visit.look { reading in try News(reading, after: nil) }
      try await read(news, for: visit)
    }
    clock += 1
    var listing = news.isWhole ? BodyListing() : held[news.scope]?.listing ?? BodyListing()
    if news.isWhole || !news.streams.isEmpty {
      listing.take(news.streams) { names[$0]?.name }
    }
    held[news.scope] = Held(listing: listing, through: news.position, used: clock)
    if held.count > Self.listingsMax, let oldest = held.min(by: { $0.value.used < $1.value.used }) {
      held[oldest.key] = nil
    }
    return listing
  }

  /// Brings the names of the organisations that changed up to date.
  private func read(_ news: News, for visit: Visit) async throws {
    let stale = news.streams.filter { stream, last in
      guard case .organisation = stream.family else { return false }
      return names[stream].map { $0.position < last } ?? true
    }.map(\.0)
    for start in stride(from: 0, to: stale.count, by: Self.batch) {
      let part = Array(stale[start..<min(start + Self.batch, stale.count)])
      let found = try await visit.look { reading in
        try part.map { ($0, Named(name: try Self.name(of: $0, reading), position: reading.position)) }
      }
      // Somebody else's visit may have read further meanwhile.
      for (stream, named) in found where names[stream].map({ $0.position < named.position }) ?? true {
        names[stream] = named
      }
    }
  }

  private static func name(of stream: StreamID, _ reading: ConsoleReading) throws -> String? {
    guard let body = Titles.key(of: stream).flatMap({ AuditNames.body($0) }),
      let fold = try reading.passingFold(stream)
    else { return nil }
    return FactView("legalName", of: body, in: fold).value?.text
  }

  /// The streams to take in, with the position they are known to have changed by.
  private struct News: Sendable {
    let scope: Scope
    let position: Int
    /// Whether the streams are all there are, and not only those that changed.
    let isWhole: Bool
    let streams: [(StreamID, last: Int)]

    init(_ reading: ConsoleReading, after through: Int?) throws {
      scope = reading.scope
      position = reading.position
      isWhole = through == nil
      if let through {
        streams =
          through == reading.position
          ? [] : try reading.streams(changedAfter: through).map { ($0, last: reading.position) }
      } else {
        streams = try reading.streams().map { ($0.stream, last: $0.last) }
      }
    }
  }
}
