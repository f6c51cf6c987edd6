import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import ServerCore
import ServerHTTP
import SyncCore

/// Page 4: one audit, from its plan to its rulings, with the grid at a glance.
enum AuditPage {
  static let path = "/dossiers/{stream}/audits/{audit}"

  static func answer(_ visit: Visit, _ templates: PageTemplates) async throws -> PageReply {
    let (stream, audit) = (try visit.stream(), try audit(visit))
    let phrasing = visit.phrasing
    let source = try await visit.look { reading in try AuditSource(audit, in: stream, reading, phrasing) }
    let showsAll = FormFields.query(visit.request)["all"] == "1"
    let view = AuditView(source, phrasing, showsAll: showsAll)
    let context = ActContext(dossier: source.fold, directory: source.directory, today: source.today)
    let offers = ActOffers(
      context, for: ActActor(user: source.reader.user, roles: source.reader.roles), phrasing: phrasing)
    var values = view.values.merging(offers.values(offers.on(audit))) { $1 }
    if let acted = ActNotice.read(visit, source.fold, FactWording(source.fold, source.people)) {
      values["acted"] = acted.values
    }
    return .page(
      title: "\(view.title) — \(source.body)", main: templates.render("audit", values, in: visit.language))
  }

  /// The audit the path names: the local name of a top entity, nothing below one.
  static func audit(_ visit: Visit) throws -> EntityID {
    guard let audit = EntityID("audit/\(visit.parameter("audit"))"), audit.typePath == "audit" else {
      throw PageFault.notFound
    }
    return audit
  }
}
