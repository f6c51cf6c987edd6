import AuditModel
import SchemeRules
import Testing
import WorkingDays

@testable import AuditDesk

/// Delays in words, and what is wrong with a whole form at once.
@Suite struct DelayWordsTests {
  @Test func `a delay says its steps, its bound and its rollover`() throws {
    let delays = [
      ("WD+5", "5 jours ouvrés", "5 working days"), ("CD+1", "1 jour calendaire", "1 calendar day"),
      ("M+18 M-4", "18 mois, puis 4 mois avant", "18 months, then 4 months before"),
      ("min(M+3, @certificateEnd)", "3 mois, ou une date antérieure", "3 months, or an earlier date"),
      (
        "CD+45 roll", "45 jours calendaires, reporté au prochain jour ouvré",
        "45 calendar days, moved to the next working day"
      ),
      ("Y+n", "un nombre donné d'ans", "a given number of years"), ("D0", "le jour même", "the same day"),
      ("H+48 ME", "48 heures, puis fin du mois", "48 hours, then end of the month"),
      ("M-1 YE", "1 mois avant, puis fin de l'année", "1 month before, then end of the year"),
    ]
    for (text, fr, en) in delays {
      let words = DelayWords.words(try DeadlineExpression(parsing: text))
      #expect(words.fr == fr && words.en == en, "\(text)")
    }
  }

  @Test func `every delay of the table can be said`() {
    for deadline in DeadlineID.allCases {
      let words = DelayWords.words(DeadlineTable.standard[deadline].expression)
      #expect(!words.fr.isEmpty && !words.en.isEmpty && !words.fr.contains("+"), "\(deadline)")
    }
  }

  @Test func `all faults of a form are found, in the order of the screen, and none where it is taken`() throws {
    let form = ActForm.required("mail.record")
    let faults = form.faults(in: ["received": ["demain"], "sent": ["2026-05-01", "2026-05-02"], "colour": ["x"]])
    let told = faults.map { fault in
      switch fault {
      case .missing(let input): "missing \(input.name)"
      case .unknown(let name): "unknown \(name)"
      case .notAllowed(let input, let text): "not allowed \(input.name) \(text)"
      case .twice(let input): "twice \(input.name)"
      }
    }
    #expect(told == ["unknown colour", "missing direction", "twice sent", "not allowed received demain"])
    let good = ["direction": ["in"], "received": ["2026-05-01"]]
    #expect(form.faults(in: good).isEmpty)
    #expect(try form.answers(to: good).text("direction") == "in")
  }
}
