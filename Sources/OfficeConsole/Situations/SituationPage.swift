import AuditDesk
import AuditModel
import ServerCore
import ServerHTTP
import SyncCore
import SyncProtocol

/// An observed change beside the register, and what the office does of it.
struct SituationPage: Sendable {
  let templates: PageTemplates

  /// `GET /situations/{stream}/{situation}`.
  func show(_ visit: Visit) async throws -> PageReply {
    let isDone = FormFields.query(visit.request)["done"] != nil
    return page(try await view(visit, shown: nil), visit, isDone: isDone)
  }

  /// `POST /situations/{stream}/{situation}`.
  func send(_ visit: Visit) async throws -> PageReply {
    let form = try SituationForm(visit.request.form)
    let stream = try visit.stream()
    let view = try await view(visit, shown: form.shown)
    guard let outcome = form.outcome, SettlingForm.mistake(motive: form.reason) == nil else {
      let isStale = Set(view.heads) != form.shown
      return page(view, visit, form: form, problem: isStale ? .fault(.stale) : .incomplete)
    }
    let response = SituationResponse(
      entity: view.entity, body: Titles.key(of: stream) ?? "", outcome: outcome, motive: form.reason, shown: form.shown)
    do {
      let receipt = try await visit.core.submit(in: stream, as: visit.principal, shown: response.shownFields) {
        try response.operations($0)
      }
      if case .refused(let code, let detail) = receipt?.receipt {
        let now = try await self.view(visit, shown: form.shown)
        return page(now, visit, form: form, problem: .quarantined(code, detail: detail))
      }
    } catch let fault as SettlingFault where fault != .repeated {
      return page(try await self.view(visit, shown: form.shown), visit, form: form, problem: .fault(fault))
    } catch SettlingFault.repeated {
      // Sent twice, written once: the second sending ends where the first did.
    }
    return .seeOther(ConsolePath.situation(stream, view.entity) + "?done=1")
  }

  private func view(_ visit: Visit, shown: Set<SituationView.ShownHead>?) async throws -> SituationView {
    let (stream, name) = (try visit.stream(), visit.parameter("situation"))
    return try await visit.look { try SituationView($0, stream, name, shown: shown, phrasing: visit.phrasing) }
  }

  /// Why the page is shown again.
  enum Problem {
    case incomplete
    case fault(SettlingFault)
    case quarantined(RefusalCode, detail: String)

    var status: Int {
      switch self {
      case .incomplete: 422
      case .fault(.notEntitled): 403
      case .fault, .quarantined: 409
      }
    }
  }

  private func page(
    _ view: SituationView, _ visit: Visit, form: SituationForm? = nil, problem: Problem? = nil, isDone: Bool = false
  ) -> PageReply {
    let values = SituationValues(view: view, form: form, problem: problem, isDone: isDone, phrasing: visit.phrasing)
    return .page(
      title: values.title, main: templates.render("situation", values.page, in: visit.language),
      status: problem?.status ?? 200)
  }
}
