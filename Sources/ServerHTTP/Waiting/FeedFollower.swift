import ServerCore

/// Reads a feed onwards for one request: from page to page, each read with the caller's rights as they are then.
actor FeedFollower {
  private let read: @Sendable (_ offset: String?) async throws -> FeedPage
  /// The last page read: where to go on.
  private(set) var last: FeedPage

  /// Goes on after a page.
  /// - Parameter read: asks anew who the caller is and what it may see, then reads a page.
  init(after page: FeedPage, read: @escaping @Sendable (_ offset: String?) async throws -> FeedPage) {
    last = page
    self.read = read
  }

  /// The next page that holds something; nil at the end of the log.
  ///
  /// A page without entries may still move the offset: over what is not wanted, or not for the caller.
  func next() async throws -> FeedPage? {
    repeat {
      last = try await read(last.nextOffset)
      if !last.isEmpty { return last }
    } while !last.upToDate
    return nil
  }

  /// The next page that holds something, or the one that ends the log.
  func onwards() async throws -> FeedPage { try await next() ?? last }
}
