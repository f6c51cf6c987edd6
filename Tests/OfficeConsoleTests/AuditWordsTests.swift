import AuditModel
import SchemeRules
import SyncCore
import Testing

@testable import AuditDesk
@testable import OfficeConsole

@Suite("Words of the audit page")
struct AuditWordsTests {
  @Test(arguments: ActCatalogue.all)
  func `every act of the catalogue has words in both languages`(act: Act) throws {
    let words = ActWords.words(try #require(ActName(act.name)))
    for text in [words.fr, words.en] { #expect(!text.isEmpty && !text.contains(act.name)) }
  }

  @Test func `an act of a newer version is said as such with its name`() {
    #expect(ActWords.words("audit.unheard-of").fr == "acte d'une version plus récente (audit.unheard-of)")
  }

  @Test func `verdicts are said in the words of the field`() {
    #expect(ActWords.words(Ruling.Verdict.accepted).fr == "admis")
    #expect(ActWords.words(Ruling.Verdict.refused).fr == "rejeté")
    #expect(ActWords.words(nil as Ruling.Verdict?).fr == "sans réponse pour l'instant")
  }

  @Test func `every grade of both schemes has a letter of its own within its scheme`() {
    let qualiopi = QualiopiGrade.allCases.compactMap { GradeMark.letters[$0.rawValue] }
    #expect(Set(qualiopi).count == QualiopiGrade.allCases.count)
    let certifIAG = CertifIAGGrade.allCases.compactMap { GradeMark.letters[$0.rawValue] }
    #expect(Set(certifIAG).count == CertifIAGGrade.allCases.count)
    #expect(GradeMark.letter("of-a-newer-version") == "?")
  }

  @Test(
    arguments: [(999, "999\u{202F}octets"), (48_200, "48\u{202F}Ko"), (1_250_000, "1,2\u{202F}Mo")] as [(Int64, String)]
  )
  func `sizes are said in the unit one reads`(bytes: Int64, words: String) {
    #expect(EvidenceState.size(bytes, Phrasing(.french)) == words)
  }

  @Test func `a list is cut only past what one page holds`() {
    let list = Array(1...40)
    #expect(ListCap(lineCount: ListCap.wholeMax, showsAll: false).cut(list).more == 0)
    let cut = ListCap(lineCount: ListCap.wholeMax + 1, showsAll: false).cut(list)
    #expect(Array(cut.shown) == Array(1...ListCap.eachMax))
    #expect(cut.more == 40 - ListCap.eachMax)
    #expect(ListCap(lineCount: 9_000, showsAll: true).cut(list).more == 0)
  }
}
