import AuditModel
import AuditSchema
import SyncCore
import WorkingDays

extension QualiopiDecisionFacts {
  /// Reads a decision, the audit it is on and the certificate it bears on from the dossier.
  init(_ ruled: ActCase) {
    let reading = ruled.reading
    let context = ruled.context
    let named = reading.text("audit").flatMap { EntityID($0) }
    // A decision that names no audit is judged against an audit nobody planned: nothing of it is met.
    let audit = named ?? ruled.entity
    let certificate = CertificateRecord(context)
    let conditions = AuditConditions(context: context, certificate: certificate)
    let contract = AuditContract(
      of: named, named: reading.text("contract").flatMap { EntityID($0) }, in: context)
    let resting = SuspensionAudits(certificate.suspension, conditions)
    let cure = resting.cure(besides: named)
    let terms = DecisionTerms(ruled, amendment: contract.amendment)
    let categories = Set(contract.categoriesJudged(certificate.categories))
    let competence = context.directory.map { CompetenceRegister($0) }
    self.init(
      audit: QualiopiAuditFacts(
        audit: audit, in: context.dossier, requester: ruled.actor.user, roles: ruled.actor.roles),
      namesAudit: named != nil,
      isUnanswered: ReportAnswer.isMissing(of: audit, in: context.dossier),
      measure: reading.reading("measure") { $0.text.flatMap(DecisionMeasure.init(rawValue:)) },
      outcome: reading.reading("outcome") { $0.text.flatMap(DecisionOutcome.init(rawValue:)) },
      motive: reading.reading("motive", \.text), terms: terms, certificate: certificate,
      nonConformities: Self.raised(by: audit, in: context),
      suspendedOver: resting.suspendedOn.map { Self.raised(by: $0, in: context) } ?? [],
      cure: cure.map { audit in
        CureSurveillance(
          state: QualiopiAuditState.standing(of: audit, in: context.dossier),
          isUnanswered: ReportAnswer.isMissing(of: audit, in: context.dossier),
          nonConformities: Self.raised(by: audit, in: context)
        )
      },
      suspensionConductors: resting.all.reduce(into: []) {
        $0.formUnion(AuditConductors(of: $1, in: context.dossier).people.map(\.description))
      },
      surveillancesHeld: conditions.surveillancesHeld,
      competenceGap: competence.map {
        CompetenceGap(
          of: categories,
          lacking: $0.lacking(
            categories, person: ruled.actor.user.description, role: .decider, on: terms.day, settings: context.settings)
        )
      },
      irregularities: named.map { conditions.irregularities(of: $0) } ?? [], settings: context.settings)
    settingsAtStart = (certificate.validity?.from).map(context.settings(on:))
    settingsAtAuditEnd = (self.audit.days.value?.last).map(context.settings(on:))
  }

  /// The non-conformities of an audit, each with the day its evidence was received; one graded differently by two people
  /// counts as the graver.
  static func raised(by audit: EntityID, in context: ActContext) -> [NonConformity] {
    NonConformityReading(context).raised(by: audit).map { found in
      NonConformity(
        found.indicator, found.isMajor ? .major : .minor, state: found.state, hasPlan: found.hasPlan,
        evidenceReceivedOn: found.evidenceReceivedOn)
    }
  }
}

extension DecisionTerms {
  init(_ ruled: ActCase, amendment: Amendment?) {
    let reading = ruled.reading
    func day(_ value: JSONValue?) -> CivilDate? { value?.text.flatMap { CivilDate($0) } }
    self.init(
      decidedOn: reading.reading("decidedOn") { day($0) }, today: ruled.context.today,
      printed: reading.reading("validity") {
        Printed(from: day($0["from"]), to: day($0["to"]), number: $0["number"]?.text)
      },
      remoteSurveillance: reading.view("remoteSurveillance")?.shown?.truth,
      letter: reading.reading("condition") {
        Letter(condition: $0["text"]?.text, from: day($0["from"]), until: day($0["until"]))
      },
      amendment: amendment, stateShown: StateShown(ruled))
  }
}
