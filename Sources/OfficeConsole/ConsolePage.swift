import ServerHTTP

/// One page, or one thing a page lets do: a route and what answers it for somebody signed in.
struct ConsolePage: Sendable {
  let route: PageRoute
  let reply: @Sendable (Visit) async throws -> PageReply

  /// A page to look at.
  static func get(_ path: String, _ reply: @escaping @Sendable (Visit) async throws -> PageReply) -> ConsolePage {
    ConsolePage(route: PageRoute(.get, path), reply: reply)
  }

  /// A change.
  static func post(_ path: String, _ reply: @escaping @Sendable (Visit) async throws -> PageReply) -> ConsolePage {
    ConsolePage(route: PageRoute(.post, path), reply: reply)
  }
}
