import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore

/// What the letters of a dossier are called: by the day the register holds now, and what each is about.
struct LetterNames: Sendable {
  private let names: [EntityID: String]

  init(_ fold: StreamFold, _ register: MailRegister, _ phrasing: Phrasing) {
    names = Dictionary(
      fold.standing(ofType: "mail").map { ($0, Self.name($0, fold, register, phrasing)) },
      uniquingKeysWith: { first, _ in first })
  }

  subscript(letter: EntityID) -> String? { names[letter] }

  private static func name(
    _ letter: EntityID, _ fold: StreamFold, _ register: MailRegister, _ phrasing: Phrasing
  ) -> String {
    func say(_ fr: String, _ en: String) -> String { phrasing.sentence(fr, en) }
    let item = register.holding(letter)
    let isOut = item?.direction == .outgoing
    let day = (isOut ? item?.sent : item?.received) ?? item?.dated
    let went = isOut ? say("courrier envoyé", "mail sent") : say("courrier reçu", "mail received")
    let dated = day.map { say("\(went) le \(phrasing.day($0))", "\(went) on \(phrasing.day($0))") } ?? went
    guard
      let about = (item?.id).flatMap({ fold.field("about", of: $0, schema: AuditSchema.current)?.shown?.text })
    else { return dated }
    return "\(dated) — \(ShortText.cut(about))"
  }
}
