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
      outcome: reading.reading("outcome", \.text), requester: ruled.actor.user, roles: ruled.actor.roles)
  }

  /// Nothing: a complaint changes no state by itself.
  public static func effects(_ ruled: ActCase) -> [Operation] { [] }
}
