import AuditSchema
import SyncCore
public import SyncProtocol

extension ConstatServer {
  /// One page of everything the caller may see, from an offset.
  ///
  /// Offsets: nil or `-1` for the beginning, `now` for the end, else one handed out before. One of another scope, epoch
  /// or history is answered `bookmark-gone`.
  /// - Parameter kinds: what is asked for; the offset moves over everything in scope nevertheless, so that one handed
  ///   out with some kinds is good with others.
  public func feed(
    offset: String?, limit: Int?, kinds: FeedKinds? = nil, as principal: Principal
  ) -> Result<FeedPage, Problem> {
    answering { try page(of: nil, offset: offset, limit: limit, kinds: kinds, as: principal) }
  }

  /// One page of one stream; a stream out of scope is answered like one that does not exist.
  public func stream(
    _ name: String, offset: String?, limit: Int?, kinds: FeedKinds? = nil, as principal: Principal
  ) -> Result<FeedPage, Problem> {
    answering {
      guard let stream = StreamID(name) else { throw Self.noStream }
      return try page(of: stream, offset: offset, limit: limit, kinds: kinds, as: principal)
    }
  }

  /// The visible state of one stream with its digests, for looking only; as `stream` decides who may.
  public func state(of name: String, as principal: Principal) -> Result<StreamStatePage, Problem> {
    answering {
      guard let stream = StreamID(name) else { throw Self.noStream }
      return try read { ledger, _, folds in
        let scope = try folds.standing(of: principal.user, device: principal.replica, ledger).scope
        guard scope.contains(stream), try ledger.stream(stream) != nil else { throw Self.noStream }
        let set = Frontier(chains: try ledger.chains(stream)).setDigest
        return StreamStatePage(
          try folds.fold(stream, ledger).document(schema: AuditSchema.current, setDigest: set))
      }
    }
  }

  /// The version of the merge table lines are judged by.
  public static let mergeTableVersion = AuditSchema.current.version

  private static let noStream = ProblemAnswer(.notFound, "There is no such stream for you.")

  private func page(
    of stream: StreamID?, offset: String?, limit: Int?, kinds: FeedKinds?, as principal: Principal
  ) throws -> FeedPage {
    try read { ledger, settings, folds in
      let scope = try folds.standing(of: principal.user, device: principal.replica, ledger).scope
      if let stream {
        guard scope.contains(stream), try ledger.stream(stream) != nil else { throw Self.noStream }
      }
      let reading = FeedReading(ledger: ledger, settings: settings, scope: scope, stream: stream, kinds: kinds)
      let limit = min(max(1, limit ?? ProtocolLimits.pageEntriesMax), ProtocolLimits.pageEntriesMax)
      guard let page = try reading.page(offset: offset, limit: limit) else {
        throw ProblemAnswer(
          .bookmarkGone, "The server no longer knows this offset. Begin again without one.", bookmark: "")
      }
      return page
    }
  }
}
