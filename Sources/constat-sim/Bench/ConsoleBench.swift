import Glibc
import OfficeConsole
import ServerCore
import ServerHTTP
import SyncCore

/// The office's pages at the size of a large certifier (DESIGN §13): 6,500 bodies in 13,000 streams, 500,000 changes,
/// 200 open divergences; the server's core on SQLite and the console in this process, one request after the other.
///
/// Each view of the work list follows a change somewhere, so that it folds what has just changed and is not the last one
/// again. Pages are views of their own dossier each, so that none finds its fold kept.
struct ConsoleBench: BenchSection {
  static let name = "console"

  /// The most a page may take, milliseconds, median.
  private static let pageMax = 100.0
  private static let viewsARun = 10
  private static let viewsForMemory = 200

  var size = ConsoleWorld.Size()

  func rows(runs: Int) async throws -> [BenchRow] {
    try await BenchFolder.with { try await rows(runs: runs, in: $0) }
  }

  private func rows(runs: Int, in folder: String) async throws -> [BenchRow] {
    var world = try await ConsoleWorld(folder: folder, size)
    let visitor = try await ConsoleVisitor(core: world.server.office, user: world.office)
    var rows = [BenchRow("console: the work list whole from a cold start", [try await visitor.warm()], .milliseconds)]
    let list = try await visitor.view(ConsoleVisitor.work)
    guard list.html.contains("(\(size.divergences))") else { throw BenchFault.answer("the list misses divergences") }

    var works: [Double] = []
    for _ in 0..<(runs * Self.viewsARun) {
      try await world.writeSomewhere()
      works.append(try await visitor.view(ConsoleVisitor.work).milliseconds)
    }
    rows.append(BenchRow("console: the work list", works, .milliseconds, floor: Self.pageMax))
    for (name, paths) in [
      ("a divergence", Self.divergences(in: list.html)), ("a dossier", world.dossierPaths),
      ("an audit", world.auditPaths),
    ] {
      // A page that is not built into this console has no route, and no row.
      guard let first = paths.first, visitor.answers(first) else { continue }
      var times: [Double] = []
      for view in 0..<(runs * Self.viewsARun) {
        times.append(try await visitor.view(paths[view * 7 % paths.count]).milliseconds)
      }
      rows.append(BenchRow("console: \(name)", times, .milliseconds, floor: Self.pageMax))
    }
    return rows + [try await memory(visitor, &world)]
  }

  /// What the most memory ever held grows by over many views of the list, each after a change.
  private func memory(_ visitor: ConsoleVisitor, _ world: inout ConsoleWorld) async throws -> BenchRow {
    let before = ProgramRun.residentMax(of: getpid()) ?? 0
    for _ in 0..<Self.viewsForMemory {
      try await world.writeSomewhere()
      _ = try await visitor.view(ConsoleVisitor.work)
    }
    let after = ProgramRun.residentMax(of: getpid()) ?? 0
    return BenchRow(
      "console: memory grown over \(Self.viewsForMemory) views", [after - before], .megabytes,
      remark: "\(Int(after)) MB at most")
  }

  /// The addresses of the divergences a list links to.
  private static func divergences(in html: String) -> [String] {
    html.split(separator: "href=\"").dropFirst().compactMap { part in
      let address = part.prefix { $0 != "\"" }
      return address.hasPrefix("/divergences/") ? String(address) : nil
    }
  }
}

/// A person of the office at their browser, without the browser.
struct ConsoleVisitor {
  static let work = "/"

  private let console: OfficeConsole
  private let secret: String

  init(core: ConstatServer, user: UserID) async throws {
    guard let login = LoginName("banc") else { throw BenchFault.answer("login") }
    let password = "une phrase de passe longue"
    try await core.setPassword(of: user, login: login, password: password)
    secret = try await core.signIn(login: "banc", password: password).get().secret
    console = try OfficeConsole(core: core)
  }

  /// Looks at the list until it says no more that it is still being read.
  /// - Returns: the milliseconds until then.
  func warm() async throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    while try await view(Self.work).html.contains("role=\"status\">") { usleep(1_000) }
    return start.duration(to: clock.now).milliseconds
  }

  /// Whether a path has a page.
  func answers(_ path: String) -> Bool { route(path) != nil }

  /// Opens a page.
  /// - Throws: `BenchFault` for a path without a page, or a page that is not answered by 200.
  func view(_ path: String) async throws -> (html: String, milliseconds: Double) {
    guard let (route, parameters) = route(path) else { throw BenchFault.answer("no page at \(path)") }
    let request = PageRequest(
      path: path, parameters: parameters, cookies: ["constat-session": secret], host: "localhost")
    let clock = ContinuousClock()
    let start = clock.now
    let answer = await console.answer(request, on: route)
    let spent = start.duration(to: clock.now).milliseconds
    guard answer.status == 200, case .bytes(let bytes) = answer.body else {
      throw BenchFault.answer("\(answer.status) at \(path)")
    }
    return (String(decoding: bytes, as: UTF8.self), spent)
  }

  private func route(_ path: String) -> (PageRoute, [String: String])? {
    let segments = path.split(separator: "/")
    for route in console.routes where route.method == .get {
      let pattern = route.path.split(separator: "/")
      guard pattern.count == segments.count else { continue }
      var parameters: [String: String] = [:]
      let fits = zip(pattern, segments).allSatisfy { pattern, segment in
        guard pattern.hasPrefix("{") else { return pattern == segment }
        parameters[String(pattern.dropFirst().dropLast())] = String(segment)
        return true
      }
      if fits { return (route, parameters) }
    }
    return nil
  }
}
