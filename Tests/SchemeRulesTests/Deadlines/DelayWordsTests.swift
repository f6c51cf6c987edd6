import AuditModel
import SchemeRules
import Testing
import WorkingDays

@Suite struct DelayWordsTests {
  private static let fact = LocalizedText(fr: "fait", en: "fact")

  @Test(arguments: [
    ("WD+5", "5 jours ouvrés après", "5 working days after"), ("WD-1", "1 jour ouvré avant", "1 working day before"),
    ("CD+10", "10 jours calendaires après", "10 calendar days after"), ("M-8", "8 mois avant", "8 months before"),
    ("M+18 M-4", "18 mois moins 4 mois après", "18 months minus 4 months after"),
    ("Y+1", "1 an après", "1 year after"), ("Y+n", "n ans après", "n years after"),
    ("H+48", "48 heures après", "48 hours after"), ("YE", "fin de l'année pour", "end of the year for"),
    ("D0", "le jour même pour", "the same day for"),
    ("M+1 ME", "1 mois puis fin du mois après", "1 month then end of the month after"),
  ])
  func `a delay is told in words before its fact`(text: String, french: String, english: String) throws {
    let words = try DeadlineExpression(parsing: text).words(from: Self.fact)
    #expect(words.fr == "\(french) «\u{202F}fait\u{202F}»")
    #expect(words.en == "\(english) “fact”")
  }

  @Test func `a bound and a move to a working day are told after it`() throws {
    let bounded = try DeadlineExpression(parsing: "min(M+3, @certificateEnd)").words(from: Self.fact)
    #expect(bounded.fr == "3 mois après «\u{202F}fait\u{202F}», fin de validité au plus tard")
    #expect(bounded.en == "3 months after “fact”, the end of validity at the latest")
    let other = try DeadlineExpression(parsing: "min(M+3, @letterEnd) roll").words(from: Self.fact)
    #expect(other.en == "3 months after “fact”, @letterEnd at the latest, moved to a working day")
  }

  @Test func `a delay stands by itself, its bound named`() throws {
    let words = try DeadlineExpression(parsing: "min(M+3, @certificateEnd)").words
    #expect(words.fr == "3 mois, fin de validité au plus tard")
    #expect(words.en == "3 months, the end of validity at the latest")
    #expect(try DeadlineExpression(parsing: "CD+1").words.fr == "1 jour calendaire")
  }

  @Test func `every delay of the table can be said without its notation`() {
    for deadline in DeadlineID.allCases {
      let words = DeadlineTable.standard[deadline].expression.words
      for sign in ["+", "@", "min("] { #expect(!words.fr.contains(sign) && !words.en.contains(sign), "\(deadline)") }
    }
  }
}
