import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension DeskWorld {
  /// Judges the last request of an act on an entity, as the server would on a day.
  func judge(
    _ act: ActName, on entity: EntityID, as user: UserID = UserID("u-office")!, roles: Set<Role> = [.office],
    on day: CivilDate = CivilDate("2026-06-01")!
  ) -> ActRuling {
    let requests = fold.entities[entity]?.requests.values.filter { $0.act == act } ?? []
    return ActJudge.judge(
      ActCase(
        request: requests.max { $0.id < $1.id }!, entity: entity,
        context: ActContext(dossier: fold, directory: directory, today: day),
        actor: ActActor(user: user, roles: roles)),
      seat: .server)
  }
}
