import AuditDesk
import AuditModel
import ServerHTTP
import SyncCore

/// `GET /dossiers`: bodies by name, found by name or SIREN, fifty at a time.
struct DossierListPage: Sendable {
  let templates: PageTemplates
  let index = BodyIndex()
  static let pageSize = 50
  /// Longer queries find nothing more.
  static let queryCharactersMax = 100

  func reply(_ visit: Visit) async throws -> PageReply {
    let fields = FormFields.query(visit.request)
    let query = String((fields["q"] ?? "").prefix(Self.queryCharactersMax))
    let view = DossierListView(
      try await index.listing(for: visit), query: query, all: fields["bodies"] == "all",
      page: fields["page"].flatMap { Int($0) } ?? 1)
    return .page(
      title: visit.say("Dossiers", "Dossiers"),
      main: templates.render("dossier-list", values(view, visit), in: visit.language))
  }

  private func values(_ view: DossierListView, _ visit: Visit) -> [String: Any] {
    let titles = Titles(phrasing: visit.phrasing)
    func path(page: Int, all: Bool) -> String {
      var parts: [String] = []
      if !view.query.isEmpty { parts.append("q=\(FormFields.escaped(view.query))") }
      if all { parts.append("bodies=all") }
      if page > 1 { parts.append("page=\(page)") }
      return ConsolePath.dossiers + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
    }
    var values: [String: Any] = [
      "query": view.query, "all": view.all, "total": view.total, "withDossier": view.withDossier,
      "wholeCount": view.wholeCount, "onlyDossiers": path(page: 1, all: false), "everything": path(page: 1, all: true),
      "isSearch": !view.query.isEmpty, "isEmpty": view.rows.isEmpty,
      "rows": view.rows.map { row -> [String: Any] in
        let name = row.name ?? titles.phrasing.say("dénomination inconnue", "name unknown")
        return [
          "name": name,
          "path": row.dossiers.first.map(ConsolePath.dossier) ?? row.organisation.map(ConsolePath.body) ?? "",
          "key": (row.dossiers.first ?? row.organisation).flatMap(titles.bodyKey) ?? row.key,
          "dossiers": row.dossiers.map {
            ["scheme": titles.scheme($0), "path": ConsolePath.dossier($0), "name": name]
          },
          "hasNone": row.dossiers.isEmpty,
        ]
      },
    ]
    if view.page > 1 { values["previous"] = path(page: view.page - 1, all: view.all) }
    if view.page < view.pages { values["next"] = path(page: view.page + 1, all: view.all) }
    if view.pages > 1 { values["range"] = ["first": view.first, "last": view.first + view.rows.count - 1] }
    return values
  }
}

/// One page of the list, decided.
struct DossierListView: Sendable {
  let query: String
  let all: Bool
  let rows: [BodyListing.Row]
  /// How many were found.
  let total: Int
  let page: Int
  let pages: Int
  /// The number of the first row, from 1.
  let first: Int
  let withDossier: Int
  let wholeCount: Int

  /// Cuts a page out of what a query finds; a page past the end is the last.
  init(_ listing: BodyListing, query: String, all: Bool, page: Int) {
    self.query = query
    self.all = all
    let found = listing.found(query, all: all)
    total = found.count
    pages = max(1, (found.count + DossierListPage.pageSize - 1) / DossierListPage.pageSize)
    self.page = min(max(1, page), pages)
    let start = (self.page - 1) * DossierListPage.pageSize
    first = start + 1
    rows = Array(found[start..<min(start + DossierListPage.pageSize, found.count)])
    withDossier = listing.withDossier
    wholeCount = listing.sorted.count
  }
}
