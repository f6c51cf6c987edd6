import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import Testing
import WorkingDays

struct MailFormTests {
  @Test
  func `R-TIME-21 a date corrected later is a new entry with its motive, and both stay readable`() throws {
    var world = DeskWorld()
    let first = try world.fill("mail.record", ["direction": "reçu", "about": "preuves", "received": "2027-02-19"])
    let second = try world.fill(
      "mail.correct", ["of": first.description, "motive": "le cachet dit le 18", "received": "2027-02-18"])
    let register = MailRegister(world.fold)
    #expect(register.holding(first)?.id == second)
    #expect(register.holding(first)?.received == CivilDate("2027-02-18"))
    #expect(register[first]?.received == CivilDate("2027-02-19"))
    #expect(world.text("about", of: second) == "preuves")
    #expect(register[second]?.motive == "le cachet dit le 18")
  }

  @Test
  func `a correction without its motive is not taken, and says what is missing`() throws {
    var world = DeskWorld()
    let first = try world.fill("mail.record", ["direction": "in", "received": "2027-02-19"])
    let before = world.fold
    #expect {
      try world.fill("mail.correct", ["of": first.description, "received": "2027-02-18"])
    } throws: { error in
      (error as? ActInputFault)?.sentence.fr.contains("motif") ?? false
    }
    #expect(world.fold == before)
  }

  @Test
  func `R-TIME-21 a second correction of one letter takes up the first, and what it does not say stays corrected`()
    throws
  {
    var world = DeskWorld()
    let first = try world.fill("mail.record", ["direction": "in", "received": "2027-02-19", "dated": "2027-02-15"])
    let second = try world.fill(
      "mail.correct", ["of": first.description, "motive": "le cachet dit le 18", "received": "2027-02-18"])
    let third = try world.fill(
      "mail.correct", ["of": first.description, "motive": "la lettre est du 16", "dated": "2027-02-16"])
    let holding = try #require(MailRegister(world.fold).holding(first))
    #expect(holding.id == third)
    #expect(holding.corrects == second)
    #expect(holding.received == CivilDate("2027-02-18"))
    #expect(holding.dated == CivilDate("2027-02-16"))
    #expect(holding.inConflict == [])
  }
}
