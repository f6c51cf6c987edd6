import AuditDesk
import AuditModel
import ServerCore
import ServerHTTP
import SyncCore
import SyncProtocol

/// What the server could not admit and which devices are silent: read, admitted by writing it anew, or taken along.
struct QuarantinePage: Sendable {
  let templates: PageTemplates

  static func all(_ templates: PageTemplates) -> [ConsolePage] {
    let page = QuarantinePage(templates: templates)
    return [
      .get(ConsolePath.quarantine, page.show), .post(ConsolePath.quarantine, page.admit),
      .get(ConsolePath.quarantine + "/{row}", page.take),
    ]
  }

  /// `GET /quarantine?row={number}`.
  func show(_ visit: Visit) async throws -> PageReply {
    let query = FormFields.query(visit.request)
    let admitted = query["admitted"].flatMap(Self.number)
    return page(
      try await view(visit, row: admitted ?? query["row"].flatMap(Self.number)), visit,
      outcome: admitted.map { .admitted($0) })
  }

  /// `POST /quarantine` with the row to write anew.
  func admit(_ visit: Visit) async throws -> PageReply {
    guard let row = visit.request.form["row"].flatMap(Self.number) else { throw PageFault.badForm }
    do {
      _ = try await visit.core.reissue(row, as: visit.principal)
    } catch QuarantineFault.unknownRow {
      throw PageFault.notFound
    } catch QuarantineFault.unreadable {
      return page(try await view(visit, row: row), visit, outcome: .unreadable)
    } catch QuarantineFault.refused(let code, _) {
      return page(try await view(visit, row: row), visit, outcome: .refused(code))
    } catch QuarantineFault.reissued {
      // Sent twice, written once: the second sending ends where the first did.
    }
    return .seeOther("\(ConsolePath.quarantine)?admitted=\(row)#row-\(row)")
  }

  /// `GET /quarantine/{row}`: the bytes as they came.
  func take(_ visit: Visit) async throws -> PageReply {
    guard let number = Self.number(visit.parameter("row")) else { throw PageFault.notFound }
    let row = try await visit.look { try $0.quarantine(after: number - 1, limit: 1).first { $0.number == number } }
    guard let row else { throw PageFault.notFound }
    return .file(name: "constat-quarantine-\(number).json", bytes: row.bytes)
  }

  /// A row's number as a page writes it.
  private static func number(_ text: String) -> Int? {
    Int(text).flatMap { (1...1_000_000_000).contains($0) ? $0 : nil }
  }

  private func view(_ visit: Visit, row: Int?) async throws -> QuarantineView {
    try await visit.look { try QuarantineView($0, row: row, phrasing: visit.phrasing) }
  }

  /// What became of what was sent.
  enum Outcome: Sendable {
    /// Written anew, with its row.
    case admitted(Int)
    /// There is no change to write.
    case unreadable
    /// Admission has this against it, whoever writes it.
    case refused(RefusalCode)

    var status: Int { if case .admitted = self { 200 } else { 409 } }
  }

  private func page(_ view: QuarantineView, _ visit: Visit, outcome: Outcome?) -> PageReply {
    .page(
      title: visit.say("Mis de côté", "Kept aside"),
      main: templates.render(
        "quarantine", QuarantineValues(view: view, outcome: outcome).page, in: visit.language),
      status: outcome?.status ?? 200)
  }
}
