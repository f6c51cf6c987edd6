import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// The register of complaints and appeals, from receipt to notification (R-ROLE-21).
struct ComplaintFormTests {
  @Test
  func `R-ROLE-21 an appeal is received, acknowledged, examined by somebody not involved, and its outcome notified`()
    throws
  {
    var world = OfficeWorld.decided()
    func view() throws -> ComplaintView { try #require(ComplaintView.all(in: world.fold).first) }
    let letter = try world.fill("mail.record", ["direction": "in", "received": "2026-09-01"])
    let appeal = try world.fill(
      "complaint.record",
      [
        "kind": "recours", "from": "Les Ateliers du Pont", "about": "la décision", "concerns": "decision/D1",
        "received": letter.description,
      ])
    #expect(try view().stage == .received)
    #expect(try view().receivedOn == CivilDate("2026-09-01"))

    let receipt = try world.fill("mail.record", ["direction": "out", "sent": "2026-09-03"])
    try world.fill("complaint.acknowledge", on: appeal, ["acknowledged": receipt.description])
    #expect(try view().stage == .acknowledged)

    try world.fill(
      "complaint.examine", on: appeal, by: OfficeWorld.decider, roles: [.decider], ["outcome": "sans suite"])
    let refused = world.rule(on: appeal, roles: [.decider])
    #expect(RulingReasons.read(refused.reasons).map(\.code) == ["examiner-involved"])
    #expect(try view().outcome == nil)

    try world.fill(
      "complaint.examine", on: appeal, by: OfficeWorld.second, roles: [.decider], recorded: "2026-09-10",
      ["outcome": "La décision est maintenue."])
    #expect(world.rule(on: appeal, roles: [.decider]).verdict == .accepted)
    #expect(try view().examiner == OfficeWorld.second)
    #expect(try view().outcome == "La décision est maintenue.")
    #expect(
      Divergence.all(in: world.fold, reader: WriteAuthor(user: OfficeWorld.office, roles: [.office]))
        .filter { $0.entity.typePath.utf8.starts(with: "complaint".utf8) }.isEmpty,
      "what the decider of the matter wrote is no divergence")
    #expect(world.text("stage", of: OfficeWorld.audit) == "decided")

    let answer = try world.fill("mail.record", ["direction": "out", "sent": "2026-09-12"])
    try world.fill("complaint.notify", on: appeal, ["notified": answer.description])
    #expect(try view().stage == .notified)
    #expect(
      try view().line(FieldPhrasing(.french)).hasSuffix(
        "recours  Les Ateliers du Pont  la décision  reçu le 1er septembre 2026  accusé envoyé le 3 septembre 2026"
          + "  suite\u{202F}: La décision est maintenue.  notifié le 12 septembre 2026"))
  }

  @Test func `R-ROLE-21 the list shows what lacks, in both languages`() throws {
    var world = OfficeWorld()
    let letter = try world.fill("mail.record", ["direction": "in", "about": "plainte"])
    try world.fill(
      "complaint.record",
      ["kind": "complaint", "from": "Mairie", "about": "accueil", "received": letter.description])
    let view = try #require(ComplaintView.all(in: world.fold).first)
    let french = view.line(FieldPhrasing(.french))
    for words in ["réclamation", "réception non datée", "sans accusé de réception", "à examiner", "suite à notifier"] {
      #expect(french.contains(words))
    }
    let english = view.line(FieldPhrasing(.english))
    for words in ["receipt not dated", "not acknowledged", "to be examined", "outcome to be notified"] {
      #expect(english.contains(words))
    }
  }
}
