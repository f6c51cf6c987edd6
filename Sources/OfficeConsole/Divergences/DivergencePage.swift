import AuditModel
import ServerCore
import ServerHTTP
import SyncCore
import SyncProtocol

/// Settling a divergence: what stands against what, the choice with its motive, what the authors will read, and then one
/// change over all that was shown.
struct DivergencePage: Sendable {
  let templates: PageTemplates
  let index: WorkIndex

  /// `GET /divergences/{stream}/{id}`.
  func show(_ visit: Visit) async throws -> PageReply {
    let (stream, id) = (try visit.stream(), visit.parameter("id"))
    let (view, done) = try await visit.look { reading in
      (
        try DivergenceReading(reading, stream: stream, phrasing: visit.phrasing).view(id),
        try DoneNotice.read(visit, reading)
      )
    }
    return page(view, visit, done: done)
  }

  /// `POST /divergences/{stream}/{id}`.
  func send(_ visit: Visit) async throws -> PageReply {
    let form = try SettlingForm(visit.request.form)
    let view = try await self.view(visit, form)
    if form.step == .edit { return page(view, visit, form: form) }
    switch Self.verdict(form, view) {
    case .mistaken(let mistakes): return page(view, visit, form: form, problem: .mistakes(mistakes))
    case .refused(let fault): return page(view, visit, form: form, problem: .fault(fault))
    case .ready(let settlement):
      if form.step == .settle { return try await settle(settlement, form, visit) }
      return preview(settlement, form, view, visit)
    }
  }

  private func view(_ visit: Visit, _ form: SettlingForm) async throws -> DivergenceView {
    let (stream, id) = (try visit.stream(), visit.parameter("id"))
    return try await visit.look { reading in
      let divergence = try DivergenceReading(reading, stream: stream, phrasing: visit.phrasing)
      return try divergence.view(id, shown: form.shown, seen: form.seen)
    }
  }

  private func settle(_ settlement: Settlement, _ form: SettlingForm, _ visit: Visit) async throws -> PageReply {
    let stream = try visit.stream()
    let replica = visit.principal.replica
    do {
      let receipt = try await visit.core.submit(
        in: stream, as: visit.principal, shown: settlement.shownFields
      ) { desk in try settlement.operations(desk, replica: replica) }
      if case .refused(let code, let detail) = receipt?.receipt {
        return page(try await view(visit, form), visit, form: form, problem: .quarantined(code, detail: detail))
      }
    } catch let fault as SettlingFault where fault != .repeated {
      return page(try await view(visit, form), visit, form: form, problem: .fault(fault))
    } catch SettlingFault.repeated {
      // Sent twice, written once: the second sending ends where the first did.
    }
    let id = visit.parameter("id").uppercased()
    return .seeOther(try await NextDivergence.path(after: id, in: stream, visit, index))
  }

  // MARK: decisions

  /// What is to be done with a form, by what the page would show now.
  enum Verdict: Equatable {
    case mistaken(Mistakes)
    case refused(SettlingFault)
    case ready(Settlement)
  }

  /// What a form lacks, each said beside its field.
  struct Mistakes: Equatable {
    var take: FieldInput.Mistake?
    var other: FieldInput.Mistake?
    var motive: FieldInput.Mistake?
    var isEmpty: Bool { take == nil && other == nil && motive == nil }
  }

  static func verdict(_ form: SettlingForm, _ view: DivergenceView) -> Verdict {
    // What came since under a deletion is not taken away unread.
    let isStale = Set(view.heads) != form.shown || (form.take == .delete && !view.news.isEmpty)
    if form.step == .preview {
      if isStale { return .refused(.stale) }
      if view.right?.isReader != true { return .refused(.notEntitled) }
      if view.right?.isFrozen == true { return .refused(.frozen) }
    }
    var mistakes = Mistakes(motive: form.motiveMistake)
    var outcome: Settlement.Outcome?
    switch (form.take, view.place.field) {
    case (.value(let id), let field?): outcome = view.shownValues[id].map { .value(field, $0) }
    case (.other, let field?):
      switch view.input?.value(form.typed) {
      case .success(let value): outcome = .value(field, value)
      case .failure(let mistake): mistakes.other = mistake
      case nil: break
      }
    case (.delete, nil): outcome = form.seen.map { Settlement.Outcome.delete(seen: $0) }
    case (.restore, nil): outcome = .restore
    default: break
    }
    if outcome == nil, mistakes.other == nil {
      mistakes.take = FieldInput.Mistake("Choisissez ce qui est retenu.", "Choose what holds.")
    }
    guard let outcome, mistakes.isEmpty else { return isStale ? .refused(.stale) : .mistaken(mistakes) }
    return .ready(
      Settlement(entity: view.place.entity, outcome: outcome, motive: form.reason, shown: form.shown))
  }

  /// Why the page is shown again.
  enum Problem {
    case mistakes(Mistakes)
    case fault(SettlingFault)
    case quarantined(RefusalCode, detail: String)

    var status: Int {
      switch self {
      case .mistakes: 422
      case .fault(.notEntitled): 403
      case .fault, .quarantined: 409
      }
    }
  }

  // MARK: rendering

  private func page(
    _ view: DivergenceView, _ visit: Visit, form: SettlingForm? = nil, problem: Problem? = nil, done: DoneNotice? = nil
  ) -> PageReply {
    let values = DivergenceValues(view: view, form: form, problem: problem, phrasing: visit.phrasing)
    var all = values.page
    if let done { all["done"] = done.values }
    return .page(
      title: visit.say("Trancher — ", "Settle — ") + view.place.title(visit.phrasing),
      main: templates.render("divergence", all, in: visit.language), status: problem?.status ?? 200)
  }

  private func preview(_ settlement: Settlement, _ form: SettlingForm, _ view: DivergenceView, _ visit: Visit)
    -> PageReply
  {
    let values = DivergenceValues(view: view, form: form, problem: nil, phrasing: visit.phrasing)
    return .page(
      title: visit.say("Avant de trancher — ", "Before settling — ") + view.place.title(visit.phrasing),
      main: templates.render("divergence-preview", values.preview(settlement), in: visit.language))
  }
}
