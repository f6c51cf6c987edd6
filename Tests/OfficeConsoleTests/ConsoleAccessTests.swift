import AuditModel
import ServerCore
import ServerHTTP
import SyncCore
import SyncProtocol
import Testing

@testable import OfficeConsole

/// A console on an empty tenant, with one person of the office.
private struct Door {
  static let phrase = "une phrase de passe"
  let core: ConstatServer
  let console: OfficeConsole
  let user: UserID

  init() async throws {
    let ledger = InMemoryLedger()
    try ConstatServer.createTenant(
      ledger: ledger, tenant: try #require(TenantID("certificateur-fictif")), random: SystemRandomNumberGenerator())
    core = try ConstatServer(ledger: ledger, clock: StillClock(), random: SystemRandomNumberGenerator())
    user = try await core.addUser(name: "Service <certification>", roles: [.office])
    try await core.setPassword(of: user, login: try #require(LoginName("bureau")), password: Self.phrase)
    console = try OfficeConsole(core: core)
  }

  struct StillClock: ServerClock {
    func now() -> Int64 { 1_790_000_000_000 }
  }

  func ask(
    _ method: PageRoute.Method, _ path: String, form: [(String, String)] = [], cookie: String? = nil,
    origin: String? = "http://constat.test", isSecure: Bool = false, query: String = "", language: String? = nil
  ) async -> PageAnswer {
    let request = PageRequest(
      path: path, query: query, form: FormFields(form.map { FormFields.Field($0.0, $0.1) }),
      cookies: cookie.map { [isSecure ? "__Host-constat" : "constat-session": $0] } ?? [:], origin: origin,
      host: "constat.test", acceptLanguage: language, isSecure: isSecure)
    return await console.answer(request, on: PageRoute(method, path))
  }

  func cookie() async throws -> String {
    let answer = await ask(.post, "/sign-in", form: [("login", "bureau"), ("password", Self.phrase)])
    let header = try #require(answer.header("Set-Cookie"))
    let value = try #require(header.split(separator: ";").first).dropFirst("constat-session=".count)
    return String(value)
  }
}

extension PageAnswer {
  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
  var text: String { if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" } }
}

@Suite struct `the console's door` {
  @Test func `without a session every page leads to the sign-in, and back to where one wanted to go`() async throws {
    let door = try await Door()
    for route in door.console.pages.map(\.route) where route.method == .get {
      let answer = await door.ask(.get, route.path)
      #expect(answer.status == 303)
      #expect(answer.header("Location")?.hasPrefix("/sign-in") == true)
    }
    let answer = await door.ask(.get, "/", query: "days=20")
    #expect(answer.header("Location") == "/sign-in?next=/%3Fdays%3D20")
    let form = await door.ask(.get, "/sign-in", query: "next=/%3Fdays%3D20")
    #expect(form.text.contains("value=\"/?days=20\""))
    let signedIn = await door.ask(
      .post, "/sign-in", form: [("login", "bureau"), ("password", Door.phrase), ("next", "/?days=20")])
    #expect(signedIn.status == 303)
    #expect(signedIn.header("Location") == "/?days=20")
  }

  @Test func `the cookie is out of reach of scripts and other sites, and bound to TLS behind it`() async throws {
    let door = try await Door()
    let form = [("login", "bureau"), ("password", Door.phrase)]
    let plain = await door.ask(.post, "/sign-in", form: form)
    #expect(plain.header("Set-Cookie")?.hasSuffix("; Path=/; HttpOnly; SameSite=Strict") == true)
    let secure = await door.ask(.post, "/sign-in", form: form, origin: "https://constat.test", isSecure: true)
    #expect(secure.header("Set-Cookie")?.hasPrefix("__Host-constat=") == true)
    #expect(secure.header("Set-Cookie")?.hasSuffix("; HttpOnly; SameSite=Strict; Secure") == true)
    #expect(secure.header("Strict-Transport-Security") != nil)
  }

  @Test(arguments: ["https://ailleurs.test", "http://constat.test.ailleurs.test", "null", "https://constat.test"])
  func `a form of another origin changes nothing, signed in or not`(_ origin: String) async throws {
    let door = try await Door()
    let cookie = try await door.cookie()
    let refused = await door.ask(.post, "/sign-out", cookie: cookie, origin: origin)
    #expect(refused.status == 403)
    #expect(await door.ask(.get, "/", cookie: cookie).status == 200)
    let signIn = await door.ask(
      .post, "/sign-in", form: [("login", "bureau"), ("password", Door.phrase)], origin: origin)
    #expect(signIn.status == 403)
    #expect(signIn.header("Set-Cookie") == nil)
  }

  @Test func `without an origin only what the browser calls same-origin passes`() {
    func isOwn(_ site: String?) -> Bool {
      OriginCheck.isOwn(PageRequest(path: "/", fetchSite: site, host: "constat.test"))
    }
    #expect(isOwn("same-origin"))
    #expect(!isOwn("cross-site"))
    #expect(!isOwn("same-site"))
    #expect(!isOwn(nil))
  }

  @Test func `signing out ends this session, and everywhere ends the others`() async throws {
    let door = try await Door()
    let (one, two, three) = (try await door.cookie(), try await door.cookie(), try await door.cookie())
    #expect(await door.ask(.post, "/sign-out", cookie: one).status == 303)
    #expect(await door.ask(.get, "/", cookie: one).status == 303)
    #expect(await door.ask(.get, "/", cookie: two).status == 200)
    _ = await door.ask(.post, "/sign-out", form: [("everywhere", "1")], cookie: two)
    #expect(await door.ask(.get, "/", cookie: three).status == 303)
  }

  @Test func `what was typed before the session ended travels through the sign-in, escaped, and is sent by hand`()
    async throws
  {
    let door = try await Door()
    let typed = "entretien \"du\" <16 mai>"
    let route = PageRoute(.post, "/divergences/{stream}/{id}")
    let request = PageRequest(
      path: "/divergences/dossier.qualiopi.900000019/D-00000",
      form: FormFields([.init("motive", typed), .init("head", "A:1"), .init("head", "B:2")]),
      origin: "http://constat.test", host: "constat.test")
    let lost = await door.console.answer(request, on: route)
    #expect(lost.status == 401)
    #expect(lost.text.contains("name=\"kept.motive\" value=\"entretien &quot;du&quot; &lt;16 mai&gt;\""))
    let form =
      [("login", "bureau"), ("password", Door.phrase), ("kept-path", request.path)]
      + request.form.fields.map { ("kept." + $0.name, $0.value) }
    let wrong = await door.ask(
      .post, "/sign-in", form: [("login", "bureau"), ("password", "fausse")] + form.dropFirst(2))
    #expect(wrong.status == 401)
    #expect(wrong.text.contains("kept.motive"))
    let resumed = await door.ask(.post, "/sign-in", form: form)
    #expect(resumed.status == 200)
    #expect(resumed.text.contains("action=\"\(request.path)\""))
    #expect(resumed.text.components(of: "name=\"head\"") == 2)
    #expect(resumed.text.contains("entretien &quot;du&quot; &lt;16 mai&gt;</dd>"))
    #expect(resumed.header("Set-Cookie") != nil)
  }

  @Test(arguments: [
    "//ailleurs.test", "https://ailleurs.test", "/\\ailleurs.test", "javascript:alert(1)", "/a\u{0A}b", "",
  ])
  func `nobody is led to another site`(_ path: String) {
    #expect(Shell.ownPath(path) == "/")
  }

  @Test func `French is spoken first, English to those who prefer it or chose it`() async throws {
    #expect(!LanguageChoice.prefersEnglish(""))
    #expect(!LanguageChoice.prefersEnglish("fr, en"))
    #expect(!LanguageChoice.prefersEnglish("de, it;q=0.8"))
    #expect(LanguageChoice.prefersEnglish("en-GB,en;q=0.9,fr;q=0.8"))
    #expect(!LanguageChoice.prefersEnglish("en;q=0.2, fr-CA;q=0.9"))
    let door = try await Door()
    #expect(await door.ask(.get, "/sign-in").text.contains("lang=\"fr\""))
    #expect(await door.ask(.get, "/sign-in", language: "en").text.contains("<h1>Sign in</h1>"))
    let chosen = await door.ask(.post, "/language", form: [("language", "en"), ("back", "/sign-in")])
    #expect(chosen.header("Location") == "/sign-in")
    #expect(chosen.header("Set-Cookie")?.hasPrefix("constat-language=en;") == true)
  }

  @Test func `every answer forbids inline code, frames and caches, and says its type`() async throws {
    let door = try await Door()
    let cookie = try await door.cookie()
    for path in ["/", "/sign-in", "/console.css", "/console.js", "/console.svg"] {
      let answer = await door.ask(.get, path, cookie: cookie)
      #expect(answer.status == 200)
      let policy = try #require(answer.header("Content-Security-Policy"))
      #expect(policy.contains("default-src 'none'"))
      #expect(!policy.contains("unsafe"))
      #expect(policy.contains("frame-ancestors 'none'"))
      #expect(answer.header("Content-Type") != nil)
    }
    #expect(await door.ask(.get, "/", cookie: cookie).header("Cache-Control") == "no-store")
    #expect(await door.ask(.get, "/", cookie: cookie).text.contains("Service &lt;certification&gt;"))
  }

  @Test func `no template but the shell takes markup, and every one parses in both languages`() throws {
    for (name, source) in OfficeConsole.templates where name != "shell" {
      #expect(!source.contains("{{{"), "\(name)")
      #expect(!source.contains("{{&"), "\(name)")
    }
    for (name, source) in OfficeConsole.templates {
      for inline in ["style=", "onclick=", "<style", "javascript:"] {
        #expect(!source.contains(inline), "\(name): \(inline)")
      }
      #expect(!PageTemplates.spoken(source, in: .french).contains("[["), "\(name)")
      #expect(!PageTemplates.spoken(source, in: .english).contains("]]"), "\(name)")
    }
    _ = try PageTemplates(OfficeConsole.templates)
  }

  @Test func `L12 one person holds as many connections of events as allowed, and not one more`() async throws {
    let door = try await Door()
    let cookie = try await door.cookie()
    var held: [PageAnswer] = []
    for _ in 1...LiveEvents.heldOfOneMax { held.append(await door.ask(.get, "/events", cookie: cookie)) }
    #expect(held.allSatisfy { $0.status == 200 && $0.header("Content-Type") == "text/event-stream" })
    #expect(await door.ask(.get, "/events", cookie: cookie).status == 503)
  }

  @Test func `an open page is told that something in its reader's scope changed, and no more`() async throws {
    let door = try await Door()
    let answer = await door.ask(.get, "/events", cookie: try await door.cookie())
    guard case .events(let events) = answer.body else {
      Issue.record("no events")
      return
    }
    var told = events.makeAsyncIterator()
    #expect(await told.next() == Array("retry: 2000\n\n".utf8))
    _ = try await door.core.addUser(name: "Nouvelle", roles: [.auditor])
    #expect(await told.next() == Array("event: changed\ndata: 1\n\n".utf8))
  }

  @Test func `a document's own sheet is allowed by its hash, and nothing else`() {
    let policy = SecurityHeaders.policy(ofDocument: "<head><style>b{}</style></head><p>&lt;style&gt;")
    #expect(policy.contains("style-src 'sha256-"))
    #expect(!policy.contains("unsafe"))
    #expect(policy != SecurityHeaders.policy(ofDocument: "<head><style>b{ }</style></head>"))
    #expect(SecurityHeaders.policy(ofDocument: "<p>").contains("style-src 'none'"))
  }

  @Test func `a template says both languages side by side`() {
    let source = "<h1>[[Prêt ?|Ready?]]</h1>[[a|b]]"
    #expect(PageTemplates.spoken(source, in: .french) == "<h1>Prêt\u{202F}?</h1>a")
    #expect(PageTemplates.spoken(source, in: .english) == "<h1>Ready?</h1>b")
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
