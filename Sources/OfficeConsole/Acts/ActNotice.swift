import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import ServerHTTP
import SyncCore

/// What was written a moment ago, said at the top of the page one comes back to: `?acted={form}&on={entity}`.
struct ActNotice: Sendable {
  let words: String
  let name: String

  /// Where somebody goes who has just filled in a form.
  /// - Parameter entity: what it was about, or what it made.
  static func address(of form: ActForm, in stream: StreamID, on entity: EntityID?) -> String {
    let about = entity.map { "&on=\(FormFields.escaped($0.description))" } ?? ""
    return ActReturn.path(in: stream, about: entity) + "?acted=\(form.name)" + about
  }

  /// Reads it; nil when the address names no form, or nothing that is there for this reader.
  static func read(_ visit: Visit, _ fold: StreamFold, _ wording: FactWording) -> ActNotice? {
    let query = FormFields.query(visit.request)
    guard let form = query["acted"].flatMap({ ActForm.named($0) }),
      let entity = query["on"].flatMap({ EntityID($0) }),
      let view = fold.entity(entity, schema: AuditSchema.current), view.life != .deleted
    else { return nil }
    let verdict = form.act.map { act in
      view.requests.last { $0.act == act }.flatMap { fold.rulings[$0.id]?.ruling.verdict }
    }
    let words: String
    switch verdict {
    case nil: words = wording.say("Enregistré : ", "Saved: ")
    case .some(.some(.accepted)): words = wording.say("Acte admis : ", "Act accepted: ")
    // An address kept from another day says nothing that is not so any more.
    case .some: return nil
    }
    return ActNotice(words: words + wording.say(form.words), name: wording.name(entity))
  }

  var values: [String: Any] { ["actedWords": words, "actedName": name] }

  /// The partial `acted-notice`.
  static let template = """
    <p class="done" role="status">{{actedWords}} — <bdi>{{actedName}}</bdi></p>
    """
}

/// The page a form belongs to, where one comes from and goes back to.
enum ActReturn {
  static func path(in stream: StreamID, about entity: EntityID?) -> String {
    if stream == .directory { return ConsolePath.competences }
    return audit(of: entity).map { ConsolePath.audit(stream, $0) } ?? ConsolePath.dossier(stream)
  }

  /// The audit an entity is, or lies below.
  private static func audit(of entity: EntityID?) -> EntityID? {
    entity.flatMap { entity in ([entity] + entity.ancestors).first { $0.typePath == "audit" } }
  }
}
