public import ReplicaStore
public import SyncCore

/// A capture that should have written wrote nothing.
public struct NothingWritten: Error {
  /// Nothing more is known.
  public init() {}
}

extension ReplicaStore {
  /// Captures one set of the grade, over the heads the writer has seen.
  @discardableResult
  public func grade(
    _ value: JSONValue, stream: StreamID = Bench.dossier, on entity: EntityID = Bench.audit,
    using random: inout some RandomNumberGenerator
  ) throws -> ChangeLine {
    let line = try capture(stream: stream, time: 1_790_000_000_000, random: &random) { context in
      [.set(Bench.grade, on: entity, to: value, over: context.over(Bench.grade, of: entity), motive: nil)]
    }
    guard let line else { throw NothingWritten() }
    return line
  }

  /// Looks at the grade, as a person does before writing.
  public func lookAtGrade(_ stream: StreamID = Bench.dossier) throws {
    let heads = try fold(stream).field(Bench.grade, of: Bench.audit, schema: TestSchema())?.over ?? []
    try shown(heads, field: Bench.grade, entity: Bench.audit, stream: stream)
  }

  /// The grade shown.
  public func shownGrade(_ stream: StreamID = Bench.dossier) throws -> JSONValue? {
    try fold(stream).field(Bench.grade, of: Bench.audit, schema: TestSchema())?.shown
  }
}
