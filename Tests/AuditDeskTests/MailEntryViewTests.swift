import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// The mail register as people read it.
struct MailEntryViewTests {
  private func lines(_ world: OfficeWorld, _ language: Language = .french) -> [String] {
    MailEntryView.all(in: world.fold).map { $0.line(FieldPhrasing(language)) }
  }

  @Test func `A-103 an e-mail nobody acknowledged keeps its sending date and is shown as not acknowledged`() throws {
    var world = OfficeWorld()
    try world.fill(
      "mail.record", ["direction": "envoyé", "about": "décision", "channel": "courriel", "sent": "2026-07-03"])
    #expect(lines(world) == ["3 juillet 2026  envoyé  décision  courriel  sans accusé de réception"])
    #expect(lines(world, .english) == ["2026-07-03  sent  décision  e-mail  not acknowledged"])
    try world.fill(
      "mail.record",
      ["direction": "out", "channel": "e-mail", "sent": "2026-07-04", "acknowledged": "2026-07-05"])
    #expect(MailEntryView.all(in: world.fold).map(\.isNotAcknowledged) == [true, false])
  }

  @Test func `A-103 where acknowledgement counts, an e-mail without one has no date to rest on`() throws {
    var world = OfficeWorld()
    try world.fill("mail.record", ["direction": "out", "channel": "e-mail", "sent": "2026-07-03"])
    var settings = QualiopiSettings.standard
    settings.notificationDateBasis = .acknowledged
    #expect(MailEntryView.all(in: world.fold, settings: settings).first?.countsOn == nil)
  }

  @Test func `R-TIME-14 what came in counts from its receipt, whenever it was recorded, and the list is in that order`()
    throws
  {
    var world = OfficeWorld()
    try world.fill("mail.record", recorded: "2026-07-01", ["direction": "in", "about": "b", "received": "2026-06-20"])
    try world.fill(
      "mail.record", recorded: "2026-08-30",
      ["direction": "in", "about": "a", "dated": "2026-06-01", "sent": "2026-06-02", "received": "2026-06-03"])
    try world.fill("mail.record", ["direction": "in", "about": "sans date"])
    #expect(MailEntryView.all(in: world.fold).map(\.about) == ["a", "b", "sans date"])
    #expect(
      MailEntryView.all(in: world.fold).map(\.countsOn) == [
        CivilDate("2026-06-03"), CivilDate("2026-06-20"), nil,
      ])
    #expect(lines(world).last?.hasPrefix("date inconnue") == true)
  }

  @Test func `R-TIME-21 a corrected entry stays in the list and says what replaces it, with the motive`() throws {
    var world = OfficeWorld()
    let first = try world.fill("mail.record", ["direction": "in", "about": "preuves", "received": "2026-08-14"])
    let second = try world.fill(
      "mail.correct", ["of": first.description, "received": "2026-08-13", "motive": "le cachet dit le 13"])
    let views = MailEntryView.all(in: world.fold)
    #expect(views.map(\.replacedBy) == [nil, second])
    #expect(lines(world).first?.contains("corrige \(first)\u{202F}: le cachet dit le 13") == true)
    #expect(lines(world).last?.contains("corrigé par \(second)") == true)
  }

  @Test func `R-TIME-21 two dates of one entry are said to be in dispute, and nothing rests on them`() throws {
    var world = OfficeWorld()
    let item = try world.fill("mail.record", ["direction": "in", "received": "2026-08-14"])
    world.write(
      OfficeWorld.lead, on: "2026-08-20", [.set("received", on: item, to: "2026-08-13", over: [], motive: nil)])
    #expect(MailEntryView.all(in: world.fold).first?.countsOn == nil)
    #expect(lines(world).first?.contains("dates en divergence") == true)
  }

  @Test func `A-108 R-ROLE-23 a letter is recorded whatever a rule holds of it, by anybody who works on dossiers`()
    throws
  {
    for role in Role.staff {
      var world = OfficeWorld()
      let item = try world.fill("mail.record", roles: [role], ["direction": "in", "received": "1999-01-01"])
      #expect(world.text("received", of: item) == "1999-01-01")
    }
    #expect(ActForm.required("mail.record").act == nil)
    #expect(ActForm.required("complaint.record").act == nil)
  }

  @Test func `R-TIME-21 R-ROLE-17 an entry shows what it carries, where the letter is kept and what proves its dates`()
    throws
  {
    var world = OfficeWorld.decided()
    let evidence = "audit/A1/evidence/E1"
    let sent = try world.fill(
      "mail.record",
      [
        "direction": "out", "about": "décision", "channel": "recommandé", "sent": "2026-08-22",
        "sent-proof": "récépissé 1A 200 345 6789 0", "acknowledged": "2026-08-25",
        "acknowledged-proof": "avis de réception signé", "file": evidence,
        "proves": OfficeWorld.decision.description,
      ])
    let view = try #require(MailEntryView.all(in: world.fold).first { $0.item.id == sent })
    #expect(view.item.proves == OfficeWorld.decision)
    #expect(view.file == evidence)
    #expect(view.proofs.map(\.date) == ["sent", "acknowledged"])
    #expect(view.proofs.map(\.proof) == ["récépissé 1A 200 345 6789 0", "avis de réception signé"])
    #expect(view.line(FieldPhrasing(.french)).hasSuffix("  porte une décision (decision/D1)"))
    #expect(view.line(FieldPhrasing(.english)).hasSuffix("  carries a decision (decision/D1)"))
    let words = FieldPhrasing(.french)
    #expect(words.words(.string(evidence), of: "file", in: "mail") == "une preuve")
    #expect(words.words("notification.pdf", of: "file", in: "mail") == "notification.pdf")
  }

  @Test func `R-TIME-21 a correction keeps file, proofs and what the letter carries unless it says them anew`() throws {
    var world = OfficeWorld.decided()
    let sent = try world.fill(
      "mail.record",
      [
        "direction": "out", "sent": "2026-08-22", "sent-proof": "cachet du 22", "file": "lettre.pdf",
        "proves": OfficeWorld.decision.description,
      ])
    let corrected = try world.fill(
      "mail.correct",
      ["of": sent.description, "motive": "le cachet dit le 23", "sent": "2026-08-23", "sent-proof": "cachet du 23"])
    let view = try #require(MailEntryView.all(in: world.fold).first { $0.item.id == corrected })
    #expect(view.file == "lettre.pdf" && view.item.proves == OfficeWorld.decision)
    #expect(view.proofs.map(\.proof) == ["cachet du 23"])
    #expect(throws: ActInputFault.self, "what it carries is an entity of the dossier, not a text nobody can follow") {
      try ActForm.required("mail.record").answers(to: ["direction": ["out"], "proves": ["la décision"]])
    }
  }
}
