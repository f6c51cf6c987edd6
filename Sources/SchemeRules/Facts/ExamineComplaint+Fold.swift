import AuditModel
public import SyncCore

extension ExamineComplaint: RuledAct {
  /// The complaint asked about, and who had a part in its matter.
  public static func facts(_ ruled: ActCase) -> Facts {
    let reading = ruled.reading
    let fold = ruled.context.dossier
    let named: FactReading<ComplaintMatter> = reading.reading("concerns") { ComplaintMatter($0.text, in: fold) }
    let matter = named == .absent ? .settled(.certification) : named
    let mail = reading.text("received").flatMap { EntityID($0) }.flatMap { MailRegister(fold).holding($0) }
    return Facts(
      isRegisterHeld: ruled.context.settings.complaintsRegister, isReceived: mail?.received != nil,
      matter: matter,
      involved: matter.value.map { InvolvedPeople.inMatter($0, of: fold) } ?? [],
      outcome: outcome(ruled), requester: ruled.actor.user, roles: ruled.actor.roles)
  }

  /// The outcome the examiner gives; no state changes by a complaint.
  public static func effects(_ ruled: ActCase) -> [Operation] {
    outcome(ruled).value.map { [ruled.set("outcome", of: ruled.entity, to: .string($0))] } ?? []
  }

  /// What the asker wrote in their own name; what anybody else wrote there counts for nothing.
  private static func outcome(_ ruled: ActCase) -> FactReading<String> {
    let examination = AuditNames.examination(ruled.entity, by: ruled.actor.user)
    let heads = examination.flatMap { ruled.context.reading($0).view("outcome")?.heads } ?? []
    let own = Set(heads.filter { $0.by == ruled.actor.user }.compactMap(\.value.text))
    return own.count > 1 ? .inConflict(own.sorted()) : own.first.map { .settled($0) } ?? .absent
  }
}
