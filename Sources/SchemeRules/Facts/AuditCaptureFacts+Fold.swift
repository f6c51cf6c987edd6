import AuditModel
import AuditSchema
public import SyncCore
import WorkingDays

extension AuditCaptureFacts {
  /// Reads what was captured of an audit from the fold of its dossier.
  public init(audit: EntityID, in fold: StreamFold, actor: ActActor) {
    let reading = FieldReading(fold: fold, entity: audit)
    let closing = AuditNames.sheet(audit, .closing).map { FieldReading(fold: fold, entity: $0) }
    let opening = AuditNames.sheet(audit, .opening).map { FieldReading(fold: fold, entity: $0) }
    self.init(
      audit: QualiopiAuditFacts(audit: audit, in: fold, requester: actor.user, roles: actor.roles),
      sites: Dictionary(
        (reading.view("sites")?.members ?? []).compactMap { member in
          member.value["key"]?.text.map { ($0, member.value["name"]?.text ?? $0) }
        }, uniquingKeysWith: { first, _ in first }),
      samples: SampledService.all(of: audit, in: fold),
      observations: Self.observations(audit, fold), evidence: Self.evidence(audit, fold),
      isOpeningHeld: opening?.text("heldOn") != nil, isClosingHeld: closing?.text("heldOn") != nil,
      announced: closing.map(Self.announced) ?? [:],
      isMarkUseChecked: reading.view("markUse")?.shown != nil,
      unfinished: Self.unfinished(audit, reading, fold))
  }

  private static func observations(_ audit: EntityID, _ fold: StreamFold) -> [Observation] {
    fold.standing(ofType: "audit/observation").filter { $0.isBelow(audit) }.map { id in
      let reading = FieldReading(fold: fold, entity: id)
      return Observation(
        indicator: reading.text("indicator").flatMap { QualiopiIndicator($0) }, site: reading.text("site"),
        sample: reading.text("sample"))
    }
  }

  private static func evidence(_ audit: EntityID, _ fold: StreamFold) -> [Evidence] {
    fold.standing(ofType: "audit/evidence").filter { $0.isBelow(audit) }.map { id in
      let reading = FieldReading(fold: fold, entity: id)
      let proved = (reading.view("indicators")?.members ?? []).compactMap {
        $0.value.number.flatMap { QualiopiIndicator(Int(clamping: $0)) }
      }
      return Evidence(
        title: reading.text("title") ?? id.localName, dated: reading.text("dated").flatMap { CivilDate($0) },
        indicators: Set(proved))
    }
  }

  /// Where an indicator was announced twice, the graver grade counts.
  private static func announced(_ closing: FieldReading) -> [QualiopiIndicator: QualiopiGrade] {
    let pairs = (closing.view("announced")?.members ?? []).compactMap {
      member -> (QualiopiIndicator, QualiopiGrade)? in
      guard let indicator = member.value["indicator"]?.number.flatMap({ QualiopiIndicator(Int(clamping: $0)) }),
        let grade = member.value["grade"]?.text.flatMap(QualiopiGrade.init(rawValue:))
      else { return nil }
      return (indicator, grade)
    }
    return Dictionary(pairs, uniquingKeysWith: { $0 == .major ? $0 : $1 })
  }

  private static func unfinished(_ audit: EntityID, _ reading: FieldReading, _ fold: StreamFold) -> [String] {
    let finished = Set(
      fold.standing(ofType: "audit/device").filter { $0.isBelow(audit) }.compactMap {
        FieldReading(fold: fold, entity: $0).view("done")?.shown?["user"]?.text
      })
    return reading.texts("team").filter { !finished.contains($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
