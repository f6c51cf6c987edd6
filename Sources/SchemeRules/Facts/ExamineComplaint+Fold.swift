import AuditModel
public import SyncCore

extension ExamineComplaint: RuledAct {
  /// The complaint asked about, and who had a part in its matter.
  public static func facts(_ ruled: ActCase) -> Facts {
    let reading = ruled.reading
    let matter = reading.reading("concerns") { $0.text.flatMap { EntityID($0) } }
    return Facts(
      isRegisterHeld: ruled.context.settings.complaintsRegister, isReceived: reading.text("received") != nil,
      matter: matter,
      involved: matter.value.map { InvolvedPeople.inMatter($0, of: ruled.context.dossier) } ?? [],
      outcome: reading.reading("outcome", \.text), requester: ruled.actor.user, roles: ruled.actor.roles)
  }

  /// Nothing: a complaint changes no state by itself.
  public static func effects(_ ruled: ActCase) -> [Operation] { [] }
}
