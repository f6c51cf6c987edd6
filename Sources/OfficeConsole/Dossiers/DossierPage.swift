import AuditDesk
import AuditModel
import ServerCore
import ServerHTTP
import SyncCore

/// `GET /dossiers/{stream}` and `GET /bodies/{stream}`: one body with one of its dossiers, or without.
struct DossierPage: Sendable {
  let templates: PageTemplates

  /// The pages of this folder: the list, dossiers, bodies.
  static func all(_ templates: PageTemplates) -> [ConsolePage] {
    let list = DossierListPage(templates: templates)
    let page = DossierPage(templates: templates)
    return [
      .get("/dossiers") { try await list.reply($0) },
      .get("/dossiers/{stream}") { try await page.reply($0, isDossier: true) },
      .get("/bodies/{stream}") { try await page.reply($0, isDossier: false) },
    ]
  }

  func reply(_ visit: Visit, isDossier: Bool) async throws -> PageReply {
    let stream = try visit.stream()
    switch stream.family {
    case .dossier where isDossier, .organisation where !isDossier: break
    default: throw PageFault.notFound
    }
    let place = Self.historyPlace(FormFields.query(visit.request))
    let phrasing = visit.phrasing
    let (view, people) = try await visit.look { reading in
      (try DossierView(stream, reading, history: place), try People(reading, phrasing))
    }
    let words = DossierWords(view: view, people: people, phrasing: phrasing)
    let sections = DossierSections(view: view, people: people, phrasing: phrasing)
    return .page(
      title: words.title,
      main: templates.render("dossier", words.values.merging(sections.values(visit)) { $1 }, in: visit.language))
  }

  /// Where in a history a link « plus ancien » led; nil for the newest lines and for anything unreadable.
  static func historyPlace(_ query: FormFields) -> HistoryPlace? {
    guard let before = query["before"].flatMap({ Int($0) }), before > 0,
      let stream = query["of"].flatMap({ StreamID($0) })
    else { return nil }
    return HistoryPlace(stream: stream, before: before)
  }
}
