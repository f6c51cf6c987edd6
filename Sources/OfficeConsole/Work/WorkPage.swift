import AuditDesk
import AuditModel
import ServerCore

/// À traiter: what needs someone, each line opening the place where one acts.
enum WorkPage {
  /// The page over an index.
  static func page(_ index: WorkIndex, _ templates: PageTemplates) -> ConsolePage {
    .get(ConsolePath.work) { visit in try await reply(visit, index, templates) }
  }

  private static func reply(_ visit: Visit, _ index: WorkIndex, _ templates: PageTemplates) async throws -> PageReply {
    let query = WorkQuery(visit.request)
    try await index.refresh()
    // After the index, so that the scope asked is not older than what it is asked about.
    let (reader, done) = try await visit.look { reading in
      (try WorkReader(reading, People(reading, visit.phrasing)), try DoneNotice.read(visit, reading))
    }
    // Copied out: what is made of it must not hold up those who write.
    let view = WorkView(index.look { $0 }, for: reader, query)
    let wording = WorkWording(phrasing: visit.phrasing, people: reader.people, today: reader.today)
    var values = wording.values(view, query)
    if let done { values["done"] = done.values }
    return .page(
      title: visit.say("À traiter", "To do"), main: templates.render("work", values, in: visit.language))
  }
}
