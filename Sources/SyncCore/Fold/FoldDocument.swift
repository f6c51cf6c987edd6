/// Change lines of any streams, in any order and any number of times, and what comes of them: the document that
/// `constat-sim fold` prints (Protocol/model.md).
///
/// Lines that are refused leave no trace but their refusal.
public struct FoldDocument: Sendable {
  /// A line left out.
  public struct Refusal: Sendable, Hashable {
    /// The stable code.
    public let code: String
    /// The number of the line, from 1.
    public let line: Int
  }

  /// The code of a line under the name of another that holds other bytes.
  public static let forkedLine = "forked-line"

  /// The lines left out, in the order they came.
  public private(set) var refusals: [Refusal] = []
  private var lineCount = 0
  private var held: [ChangeID: Held] = [:]
  private var folds: [StreamID: StreamFold] = [:]

  private struct Held: Sendable {
    let stream: StreamID
    let digest: Digest
  }

  /// Starts with nothing.
  public init() {}

  /// Takes in one line, without its newline.
  public mutating func take(_ bytes: [UInt8]) {
    lineCount += 1
    do throws(ChangeFault) {
      let line = try ChangeLine(bytes)
      if let known = held[line.id] {
        if known.digest != line.digest { refusals.append(Refusal(code: Self.forkedLine, line: lineCount)) }
        return
      }
      let stream = line.change.stream
      held[line.id] = Held(stream: stream, digest: line.digest)
      folds[stream, default: StreamFold(stream: stream)].apply(line.change)
    } catch {
      refusals.append(Refusal(code: error.code, line: lineCount))
    }
  }

  /// The document; set digests only with a tenant, since links begin with it.
  public func json(schema: some MergeSchema, tenant: TenantID?) -> JSONValue {
    let frontiers = tenant.map(frontiers)
    return .sorted([
      ("fold", 1),
      (
        "refused",
        .array(refusals.map { .sorted([("code", .string($0.code)), ("line", .integer(Int64($0.line)))]) })
      ),
      (
        "streams",
        .sorted(
          folds.map { stream, fold in
            (stream.description, fold.document(schema: schema, setDigest: frontiers?[stream]?.setDigest))
          })
      ),
    ])
  }

  /// The frontier each stream's lines make: one chain a replica, in the order of its seqs.
  private func frontiers(of tenant: TenantID) -> [StreamID: Frontier] {
    var frontiers: [StreamID: Frontier] = [:]
    for (id, line) in held.sorted(by: { $0.key < $1.key }) {
      let last =
        frontiers[line.stream]?.tips[id.replica]?.link
        ?? Link.origin(tenant: tenant, stream: line.stream, replica: id.replica)
      frontiers[line.stream, default: Frontier()].advance(
        id.replica, to: Frontier.Tip(seq: id.seq, link: last.next(seq: id.seq, line: line.digest)))
    }
    return frontiers
  }
}
