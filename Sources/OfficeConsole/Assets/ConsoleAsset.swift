import ServerHTTP

/// The console's own style sheet, script and mark: embedded, so that a moved binary works, and sent as they are.
struct ConsoleAsset: Sendable {
  let mediaType: String
  let content: String

  static func at(_ path: String) -> ConsoleAsset? {
    switch path {
    case "/console.css": ConsoleAsset(mediaType: "text/css; charset=utf-8", content: ConsoleStyle.sheet)
    case "/console.js": ConsoleAsset(mediaType: "text/javascript; charset=utf-8", content: ConsoleScript.source)
    case "/console.svg": ConsoleAsset(mediaType: "image/svg+xml", content: ConsoleMark.picture)
    default: nil
    }
  }

  func answer(isSecure: Bool) -> PageAnswer {
    PageAnswer(
      status: 200,
      headers: SecurityHeaders.all(policy: SecurityHeaders.contentPolicy, isSecure: isSecure)
        + [("Content-Type", mediaType), ("Cache-Control", "private, max-age=300")],
      body: .bytes(Array(content.utf8)))
  }
}

/// A ticked line: the mark in the browser's tab.
enum ConsoleMark {
  static let picture = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1f3a5f"/><path d="M3.5 8.5l3 3 6-7" fill="none" stroke="#fff" stroke-width="2"/></svg>
    """
}
