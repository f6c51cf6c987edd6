/// The cursor of live answers (Durable Streams): tells a shared cache that two long-polls at one offset are two requests.
enum StreamCursor {
  /// The largest cursor taken back from a caller.
  static let echoMax: Int64 = 9_007_199_254_740_990

  /// The number of the current 20-second interval, always past the one the caller echoed.
  static func next(nowMilliseconds now: Int64, echoed: Int64?) -> Int64 {
    let interval = max(0, now) / 20_000
    guard let echoed, echoed >= interval else { return interval }
    return echoed + 1
  }
}
