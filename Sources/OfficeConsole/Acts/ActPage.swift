import AuditDesk
import AuditModel
import SchemeRules
import ServerCore
import ServerHTTP
import SyncCore
import SyncProtocol

/// Any form, act or fact: who may, what it rests on, what is filled in, what the rules answer.
struct ActPage: Sendable {
  let templates: PageTemplates
  /// The forms there are.
  var forms = ActForm.all

  static func all(_ templates: PageTemplates) -> [ConsolePage] {
    let page = ActPage(templates: templates)
    return [.get("/acts/{stream}/{form}", page.show), .post("/acts/{stream}/{form}", page.send)]
  }

  /// `GET /acts/{stream}/{form}?on={entity}`.
  func show(_ visit: Visit) async throws -> PageReply {
    let form = try form(visit)
    let query = FormFields.query(visit.request)
    let view = try await view(visit, form, on: query["on"])
    return page(view, visit, typed: ActSubmission.given(query, for: form))
  }

  /// `POST /acts/{stream}/{form}`.
  func send(_ visit: Visit) async throws -> PageReply {
    let form = try form(visit)
    let submission = try ActSubmission(visit.request.form, for: form)
    let view = try await view(visit, form, on: submission.entity?.description, isSent: submission.step == .send)
    guard view.isEntitled else { return page(view, visit, typed: submission.typed, outcome: .notEntitled) }
    if submission.step == .more { return page(view, visit, typed: submission.typed) }
    let mistakes = try ActMistake.all(submission, view)
    guard mistakes.isEmpty else { return page(view, visit, typed: submission.typed, outcome: .mistaken(mistakes)) }
    let sending = ActSending(
      form: form, entity: submission.entity, answers: try form.answers(to: submission.given(to: form)),
      shown: submission.seen, shownState: submission.shownState, replica: visit.principal.replica)
    if submission.step == .check, form.act != nil {
      let stream = try visit.stream()
      let ruling = try await visit.look { try ActForecast.judge(sending, in: stream, $0) }
      return page(view, visit, typed: submission.typed, outcome: ruling.map(Outcome.init(forecast:)), as: submission)
    }
    return try await write(sending, submission, visit)
  }

  private func form(_ visit: Visit) throws -> ActForm {
    let name = visit.parameter("form")
    guard let form = forms.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else { throw PageFault.notFound }
    return form
  }

  private func view(
    _ visit: Visit, _ form: ActForm, on text: String?, stale: [ActSending.StaleField] = [], isSent: Bool = false
  ) async throws -> ActView {
    let (stream, entity) = (try visit.stream(), text.flatMap { EntityID($0) })
    if let text, !text.isEmpty, entity == nil { throw PageFault.notFound }
    return try await visit.look { reading in
      try ActView(reading, form, in: stream, on: entity, phrasing: visit.phrasing, stale: stale, isSent: isSent)
    }
  }

  // MARK: writing

  private func write(_ sending: ActSending, _ submission: ActSubmission, _ visit: Visit) async throws -> PageReply {
    let (stream, on) = (try visit.stream(), submission.entity?.description)
    do {
      let receipt = try await visit.core.submit(in: stream, as: visit.principal, shown: []) {
        try sending.operations($0)
      }
      if case .refused(let code, let detail) = receipt?.receipt {
        let view = try await view(visit, sending.form, on: on)
        return page(view, visit, typed: submission.typed, outcome: .quarantined(code, detail: detail))
      }
      let written = try await written(receipt?.id, sending, visit)
      return try await ending(written, receipt?.rulings ?? [], sending, submission, visit)
    } catch ActSendingFault.repeated(let entity) {
      // Sent twice, written once: the second sending ends where the first did.
      let rulings = try await visit.look { reading in try Self.rulings(entity, sending, in: stream, reading) }
      return try await ending(entity, rulings, sending, submission, visit)
    } catch ActSendingFault.recorded {
      throw PageFault.notFound
    } catch ActSendingFault.stale(let fields) {
      let view = try await view(visit, sending.form, on: on, stale: fields)
      return page(view, visit, typed: submission.typed, outcome: .stale)
    } catch ActSendingFault.notEntitled {
      let view = try await view(visit, sending.form, on: on)
      return page(view, visit, typed: submission.typed, outcome: .notEntitled)
    }
  }

  /// Leads back where an act admitted or a fact is seen; shows the form of a refused act again, with why.
  private func ending(
    _ entity: EntityID?, _ rulings: [Ruling], _ sending: ActSending, _ submission: ActSubmission, _ visit: Visit
  ) async throws -> PageReply {
    guard let refusal = rulings.first(where: { $0.verdict == .refused }) else {
      return .seeOther(ActNotice.address(of: sending.form, in: try visit.stream(), on: entity))
    }
    let view = try await view(visit, sending.form, on: entity?.description)
    return page(view, visit, typed: submission.typed, outcome: .refused(RulingReasons.read(refusal.reasons)))
  }

  /// The entity the change was about: what was there, or what it made.
  private func written(_ change: ChangeID?, _ sending: ActSending, _ visit: Visit) async throws -> EntityID? {
    guard let change, sending.entity == nil else { return sending.entity }
    let stream = try visit.stream()
    return try await visit.look { reading in
      let fold = try reading.fold(stream)
      return fold?.standing(ofType: sending.form.entityType).first { entity in
        let facts = fold?.entities[entity]
        return facts?.requests[change] != nil
          || facts?.fields.contains { $0.value.writes.values.contains { $0.id == change } } ?? false
      }
    }
  }

  private static func rulings(
    _ entity: EntityID, _ sending: ActSending, in stream: StreamID, _ reading: ConsoleReading
  ) throws -> [Ruling] {
    guard let fold = try reading.fold(stream), let requests = fold.entities[entity]?.requests else { return [] }
    let own = requests.values.filter { $0.id.replica == sending.replica && $0.act == sending.form.act }
    return own.max { $0.id.seq < $1.id.seq }.flatMap { fold.rulings[$0.id]?.ruling }.map { [$0] } ?? []
  }

  // MARK: rendering

  /// What became of what was sent, where the page is shown again.
  enum Outcome: Sendable {
    case mistaken([ActMistake])
    case notEntitled
    case stale
    case refused([RuleReason])
    case quarantined(RefusalCode, detail: String)
    /// The rules would admit it as it is filled in.
    case foreseenAccepted
    /// The rules would refuse it.
    case foreseenRefused([RuleReason])

    init(forecast: ActRuling) {
      self =
        forecast.verdict == .accepted ? .foreseenAccepted : .foreseenRefused(RulingReasons.read(forecast.reasons))
    }

    var status: Int {
      switch self {
      case .mistaken: 422
      case .notEntitled: 403
      case .stale, .refused, .quarantined: 409
      case .foreseenAccepted, .foreseenRefused: 200
      }
    }
  }

  private func page(
    _ view: ActView, _ visit: Visit, typed: [String: [String]], outcome: Outcome? = nil,
    as submission: ActSubmission? = nil
  ) -> PageReply {
    // A forecast keeps what its asker was shown: nothing was said of what came since.
    let values = ActValues(
      view: view, typed: typed, outcome: outcome, seen: submission?.seen ?? view.seen,
      shownState: submission?.shownState, phrasing: visit.phrasing)
    return .page(
      title: values.title, main: templates.render("act", values.page, in: visit.language),
      status: outcome?.status ?? 200)
  }
}
