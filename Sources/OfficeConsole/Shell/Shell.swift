import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import ServerHTTP
import SyncCore
import SyncProtocol

/// Puts the frame around pages and turns replies and faults into answers.
struct Shell: Sendable {
  let templates: PageTemplates
  let showsTime: Bool

  func answer(_ reply: PageReply, _ visit: Visit) async throws -> PageAnswer {
    switch reply {
    case .seeOther(let path): return redirect(path, isSecure: visit.request.isSecure)
    case .document(let html):
      return html200(html, policy: SecurityHeaders.policy(ofDocument: html), isSecure: visit.request.isSecure)
    case .file(let name, let bytes):
      return PageAnswer(
        status: 200,
        headers: SecurityHeaders.all(policy: "default-src 'none'", isSecure: visit.request.isSecure) + [
          ("Content-Type", "application/octet-stream"),
          ("Content-Disposition", "attachment; filename=\"\(name)\""), ("Cache-Control", "no-store"),
        ], body: .bytes(bytes))
    case .page(let title, let main, let status):
      let (name, now, admits) = try await visit.look { reading in
        (
          try reading.directory().name(of: reading.author.user) ?? reading.author.user.description, reading.now,
          QuarantineView.mayRead(reading.author.roles)
        )
      }
      var values: [String: Any] = [
        "person": [
          "name": name, "isWork": visit.request.path == "/", "isDossiers": visit.request.path == "/dossiers",
          "isCompetences": visit.request.path == "/competences", "admits": admits,
          "isQuarantine": visit.request.path == ConsolePath.quarantine,
        ],
        "live": true, "tenant": visit.principal.tenant.description,
      ]
      if showsTime { values["moment"] = visit.phrasing.moment(now) }
      return framed(title: title, main: main, status: status, values, visit.request, visit.language)
    }
  }

  /// A page for somebody not signed in.
  func plain(title: String, main: String, status: Int, _ request: PageRequest, _ language: Language) -> PageAnswer {
    framed(title: title, main: main, status: status, [:], request, language)
  }

  func fault(_ fault: ShellFault, _ request: PageRequest, _ language: Language) -> PageAnswer {
    let words = fault.words
    let main = templates.render(
      "fault",
      [
        "heading": Self.spaced(words.heading, language), "what": Self.spaced(words.what, language),
        "next": Self.spaced(words.next, language),
      ], in: language)
    return framed(
      title: words.heading.text(in: language), main: main, status: fault.status, [:], request, language)
  }

  func redirect(_ path: String, isSecure: Bool, cookies: [String] = []) -> PageAnswer {
    PageAnswer(
      status: 303,
      headers: SecurityHeaders.all(policy: SecurityHeaders.contentPolicy, isSecure: isSecure)
        + [("Location", path), ("Cache-Control", "no-store")] + cookies.map { ("Set-Cookie", $0) },
      body: .bytes([]))
  }

  func setLanguage(_ request: PageRequest) -> PageAnswer {
    let language = request.form["language"].flatMap(Language.init(rawValue:)) ?? .french
    return redirect(
      Self.ownPath(request.form["back"]), isSecure: request.isSecure,
      cookies: [LanguageChoice.set(language, isSecure: request.isSecure)])
  }

  /// A path of this server and of no other; the first page for anything else.
  static func ownPath(_ path: String?) -> String {
    guard let path, path.utf8.first == UInt8(ascii: "/"), path.utf8.dropFirst().first != UInt8(ascii: "/"),
      path.utf8.count <= 2_048, path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else { return "/" }
    return path
  }

  private static func spaced(_ text: LocalizedText, _ language: Language) -> String {
    language == .french ? FrenchTypography.spaced(text.fr) : text.en
  }

  private func framed(
    title: String, main: String, status: Int, _ more: [String: Any], _ request: PageRequest, _ language: Language
  ) -> PageAnswer {
    let target = request.query.isEmpty ? request.path : "\(request.path)?\(request.query)"
    let values: [String: Any] = more.merging(
      ["language": language.rawValue, "title": title, "main": main, "path": Self.ownPath(target)]
    ) { $1 }
    let html = templates.render("shell", values, in: language)
    var answer = html200(html, policy: SecurityHeaders.contentPolicy, isSecure: request.isSecure)
    answer.status = status
    return answer
  }

  private func html200(_ html: String, policy: String, isSecure: Bool) -> PageAnswer {
    PageAnswer(
      status: 200,
      headers: SecurityHeaders.all(policy: policy, isSecure: isSecure)
        + [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")],
      body: .bytes(Array(html.utf8)))
  }
}
