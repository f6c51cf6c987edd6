import AuditDesk
import AuditModel
import ServerCore
import ServerHTTP
import SyncCore
import Testing

@testable import OfficeConsole

/// The dossier house with its forms filled in by browser.
extension DossierHouse {
  /// The page of a form, or of anything else by its route.
  func open(_ path: String, as cookie: String? = nil, language: String = "fr") async throws -> (
    status: Int, html: String
  ) {
    try await send(path, [], as: cookie ?? self.cookie, language: language, method: .get).page
  }

  /// Sends a form.
  /// - Returns: the page, and where it leads.
  func send(
    _ path: String, _ fields: [(String, String)], as cookie: String?, language: String = "fr",
    method: PageRoute.Method = .post
  ) async throws -> (page: (status: Int, html: String), location: String?) {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    let found = try #require(routed(method, parts[0]))
    let (route, parameters) = found
    let answer = await console.answer(
      PageRequest(
        path: parts[0], query: parts.count > 1 ? parts[1] : "", parameters: parameters,
        form: FormFields(fields.map { FormFields.Field($0.0, $0.1) }),
        cookies: cookie.map { ["constat-session": $0] } ?? [:], fetchSite: "same-origin", host: "localhost",
        acceptLanguage: language), on: route)
    guard case .bytes(let bytes) = answer.body else {
      Issue.record("a page is no stream of events")
      return ((answer.status, ""), nil)
    }
    let location = answer.headers.first { $0.name == "Location" }?.value
    return ((answer.status, String(decoding: bytes, as: UTF8.self)), location)
  }

  private func routed(_ method: PageRoute.Method, _ path: String) -> (PageRoute, [String: String])? {
    let given = path.split(separator: "/")
    for route in console.routes where route.method == method {
      let asked = route.path.split(separator: "/")
      guard asked.count == given.count else { continue }
      var parameters: [String: String] = [:]
      let fits = zip(asked, given).allSatisfy { asked, given in
        guard asked.hasPrefix("{") else { return asked == given }
        parameters[String(asked.dropFirst().dropLast())] = String(given)
        return true
      }
      if fits { return (route, parameters) }
    }
    return nil
  }

  /// The hidden fields of the form a page shows.
  static func hidden(_ html: String) throws -> [(String, String)] {
    let form = try #require(html.split(separator: "<form method=\"post\" action=\"/acts/").last)
    return form.split(separator: "<input type=\"hidden\" name=\"").dropFirst().compactMap { part in
      let pieces = part.split(separator: "\"", maxSplits: 4, omittingEmptySubsequences: false)
      guard pieces.count > 2 else { return nil }
      return (String(pieces[0]), String(pieces[2]).replacing("&quot;", with: "\""))
    }
  }

  /// Opens a form, fills it in and presses its button.
  func fill(
    _ path: String, _ answers: [(String, String)], step: String = "send", as cookie: String? = nil,
    language: String = "fr"
  ) async throws -> (page: (status: Int, html: String), location: String?) {
    let hidden = try Self.hidden(try await open(path, as: cookie, language: language).html)
    let fields = hidden + answers.map { ("in." + $0.0, $0.1) } + [("step", step)]
    let target = String(path.prefix { $0 != "?" })
    return try await send(target, fields, as: cookie ?? self.cookie, language: language)
  }

  /// The stream as the office sees it.
  func fold(_ stream: StreamID) async throws -> StreamFold {
    let principal = try await core.authenticate(session: cookie).get()
    return try #require(try await core.look(as: principal) { try $0.fold(stream) })
  }

  /// A visit of somebody to a page made by hand.
  func visit(_ path: String, _ parameters: [String: String], fields: [(String, String)] = [], as cookie: String? = nil)
    async throws -> Visit
  {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    return Visit(
      core: core, principal: try await core.authenticate(session: cookie ?? self.cookie).get(),
      request: PageRequest(
        path: parts[0], query: parts.count > 1 ? parts[1] : "", parameters: parameters,
        form: FormFields(fields.map { FormFields.Field($0.0, $0.1) }), host: "localhost"), language: .french)
  }
}
