import AuditModel
import SyncCore
import WorkingDays

/// Who audits: what they did for this client, what they are competent for, what was accepted.
extension PathReading {
  /// The lead and the team, ascending.
  var auditors: [String] { Self.auditors(of: fields) }

  private static func auditors(of reading: FieldReading) -> [String] {
    Set(reading.texts("team") + (reading.text("lead").map { [$0] } ?? [])).sorted()
  }

  /// What each of them did in the other audits of this dossier.
  var services: [AuditorRotation.Service] {
    let counted = others.filter { other in
      let kind = context.reading(other).text("kind").flatMap(QualiopiAuditKind.init(rawValue:))
      return engagesAuditors(other) && (kind != .extension || context.settings.rotationCountsExtra)
    }
    return auditors.map { auditor in
      var service = AuditorRotation.Service(auditor: auditor)
      for other in counted
      where Self.auditors(of: context.reading(other)).contains(where: { $0.utf8.elementsEqual(auditor.utf8) }) {
        if let cycle = cycle(of: other) {
          service.audits[cycle, default: 0] += 1
        } else {
          service.auditsOfUnknownCycle += 1
        }
      }
      return service
    }
  }

  /// Everybody who audits, against what they did before (R-ROLE-06, R-ROLE-07).
  var rotation: AuditorRotation.Facts {
    AuditorRotation.Facts(
      services: services, cycle: cycle(of: audit), kind: kind.value, isRequested: keepRequest.receivedOn != nil,
      settings: context.settings)
  }

  /// The client's request to keep its auditor: on this audit, else on an earlier one of the same cycle.
  var keepRequest: MailProof {
    let own = proof("keepRequest")
    guard case .absent = own, let cycle = cycle(of: audit) else { return own }
    return others.filter { self.cycle(of: $0) == cycle }.lazy.map { proof("keepRequest", of: $0) }
      .first { $0.receivedOn != nil } ?? .absent
  }

  /// What one of its auditors lacks a competence for on the first day; nil without the register.
  var competenceGap: CompetenceGap? {
    guard let directory = context.directory else { return nil }
    guard let day = days.value?.first else { return CompetenceGap(of: categories, lacking: categories) }
    let register = CompetenceRegister(directory)
    let lacking = auditors.reduce(into: Set<ActionCategory>()) { lacking, auditor in
      lacking.formUnion(
        register.lacking(categories, person: auditor, role: .auditor, on: day, settings: context.settings))
    }
    return CompetenceGap(of: categories, lacking: lacking)
  }

  /// The acts on the audit that were accepted, by name.
  var acceptedActs: Set<String> {
    let requests = context.dossier.entities[audit]?.requests.values.map { $0 } ?? []
    return Set(
      requests.filter { context.dossier.rulings[$0.id]?.ruling.verdict == .accepted }.map(\.act.description))
  }
}
