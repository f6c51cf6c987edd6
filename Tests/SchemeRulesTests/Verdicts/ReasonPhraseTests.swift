import AuditModel
import Testing

@testable import SchemeRules

@Suite struct ReasonPhraseTests {
  @Test func `no two phrases word the same code of the same rule`() {
    let keys = ReasonPhrase.all.map { "\($0.rule?.description ?? "")/\($0.code)" }
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: ReasonPhrase.all)
  func `a code is kebab-case and its facts are the same in both languages`(phrase: ReasonPhrase) {
    #expect(phrase.code.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D })
    for text in [phrase.what, phrase.why, phrase.wayOut] {
      #expect(placeholders(text.fr) == placeholders(text.en), "\(phrase.code)")
      #expect(text.fr.hasSuffix("."), "\(phrase.code)")
      #expect(text.en.hasSuffix("."), "\(phrase.code)")
    }
  }

  @Test func `a reason read back from a ruling says what, why and the way out in either language`() {
    let reason = RuleReason(rule: "R-QUAL-71", code: "minor-on-major-only", facts: ["indicators": ["4", "22"]])
    #expect(reason.text.what.fr == "Une mineure est portée sur les indicateurs 4 et 22.")
    #expect(reason.text.what.en == "A minor is given on indicators 4 and 22.")
    #expect(reason.text.sentences(in: .french).contains("Réservé aux majeures\u{202F}:"))
    #expect(reason.text.sentences.en.contains("Grade major"))
  }

  @Test func `a code of a newer version is said as such, with its rule`() {
    let reason = RuleReason(rule: "R-QUAL-71", code: "of-tomorrow")
    #expect(reason.text.what.fr.contains("R-QUAL-71"))
    #expect(reason.text.what.en.contains("of-tomorrow"))
    #expect(reason.text.wayOut.en.contains("Update"))
  }

  @Test func `one code is worded for its rule before it is worded for all`() {
    let grades = RuleReason(rule: "R-QUAL-10", code: "conflict-open", facts: ["indicators": ["17"]])
    let lead = RuleReason(rule: "T-QUAL-A07", code: "conflict-open", facts: ["fields": ["lead"]])
    #expect(grades.text.what.fr == "Des cotations divergent sur l'indicateur 17.")
    #expect(lead.text.what.fr == "Une divergence est ouverte\u{202F}: responsable d'audit.")
  }

  @Test func `R-ROLE-23 an act refused as unknown or as stale says the way out`() {
    let unknown = RuleReason(rule: "R-ROLE-23", code: "unknown-act", facts: ["act": ["audit.reopen"]])
    let stale = RuleReason(rule: "T-QUAL-A08", code: "stale")
    #expect(unknown.text.what.fr.contains("audit.reopen"))
    #expect(unknown.text.wayOut.en.contains("update the server"))
    #expect(stale.text.wayOut.fr.contains("Synchronisez"))
  }

  @Test func `braces inside a fact stay what they are`() {
    let reason = RuleReason(
      rule: "T-QUAL-A07", code: "conflict-open", facts: ["fields": ["{indicators}"], "indicators": ["1"]])
    #expect(reason.text.what.en == "A divergence is open: {indicators}.")
  }

  @Test func `facts are said in the words of the screen, and an unknown one as it stands`() {
    #expect(FactWords.words(of: "due", ["2026-05-21"], in: .french) == "21 mai 2026")
    #expect(FactWords.words(of: "due", ["2026-05-01"], in: .french) == "1er mai 2026")
    #expect(FactWords.words(of: "due", ["2026-05-21"], in: .english) == "21 May 2026")
    #expect(FactWords.words(of: "grade", ["major"], in: .french) == "majeure")
    #expect(FactWords.words(of: "state", ["inProgress"], in: .french) == "en cours")
    #expect(FactWords.words(of: "standing", [], in: .french) == "aucune")
    #expect(FactWords.words(of: "state", ["of-tomorrow"], in: .french) == "of-tomorrow")
    #expect(FactWords.words(of: "points", ["CP-08", "CP-16", "ET-01"], in: .french) == "CP-08, CP-16 et ET-01")
  }

  private func placeholders(_ text: String) -> Set<Substring> {
    Set(text.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first })
  }
}
