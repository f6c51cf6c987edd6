import AuditDesk
import AuditModel
public import ServerCore
public import ServerHTTP
import SyncCore
public import SyncProtocol
import WorkingDays

/// The pages of the central office: rendered here, whole without scripts, livened by server-sent events (DESIGN §7).
///
/// An edit on a page is an ordinary change with its causality, and takes the way of every pushed line.
public struct OfficeConsole: PageService {
  let core: ConstatServer
  let shell: Shell
  let pages: [ConsolePage]
  let open: [PageRoute]
  let events: LiveEvents

  /// Puts the console together.
  /// - Parameters:
  ///   - hasTestClock: shows the server's time on every page, since it is no real one.
  ///   - waits: what the life of a connection of events is measured by.
  /// - Throws: what Mustache says of a template it cannot parse.
  public init(
    core: ConstatServer, hasTestClock: Bool = false, waits: any Clock<Duration> = ContinuousClock()
  ) throws {
    self.core = core
    let templates = try PageTemplates(Self.templates)
    shell = Shell(templates: templates, showsTime: hasTestClock)
    events = LiveEvents(core: core, waits: waits)
    pages = Self.pages(core, templates)
    open = [
      PageRoute(.get, "/sign-in"), PageRoute(.post, "/sign-in"), PageRoute(.post, "/language"),
      PageRoute(.get, "/console.css"), PageRoute(.get, "/console.js"), PageRoute(.get, "/console.svg"),
      PageRoute(.post, "/sign-out"), PageRoute(.get, "/events"),
    ]
  }

  /// The paths of the pages, of signing in and out, and of the console's own files.
  public var routes: [PageRoute] { open + pages.map(\.route) }

  /// Answers one request; whatever fails is said on a page of its own, with nothing written.
  public func answer(_ request: PageRequest, on route: PageRoute) async -> PageAnswer {
    let language = LanguageChoice.of(request)
    if let asset = ConsoleAsset.at(route.path) { return asset.answer(isSecure: request.isSecure) }
    if route.method == .post, !OriginCheck.isOwn(request) {
      return shell.fault(.foreignOrigin, request, language)
    }
    switch (route.method, route.path) {
    case (.post, "/language"): return shell.setLanguage(request)
    case (.get, "/sign-in"): return signInPage(request, language)
    case (.post, "/sign-in"): return await signIn(request, language)
    default: break
    }
    guard let principal = await principal(request) else { return sessionEnded(request, route, language) }
    if route.path == "/events" { return await events.answer(principal, isSecure: request.isSecure) }
    if route.path == "/sign-out" { return await signOut(request, principal) }
    guard let page = pages.first(where: { $0.route == route }) else {
      return shell.fault(.notFound, request, language)
    }
    let visit = Visit(core: core, principal: principal, request: request, language: language)
    do {
      let reply = try await page.reply(visit)
      return try await shell.answer(reply, visit)
    } catch {
      return shell.fault(ShellFault(error), request, language)
    }
  }

  /// Says a problem that arose before any page; without the frame of a signed-in person.
  public func answer(_ problem: Problem, to request: PageRequest) -> PageAnswer {
    shell.fault(ShellFault(problem), request, LanguageChoice.of(request))
  }

  private func principal(_ request: PageRequest) async -> Principal? {
    guard let secret = SessionCookie.secret(in: request) else { return nil }
    guard case .success(let principal) = await core.authenticate(session: secret) else { return nil }
    return principal
  }
}
