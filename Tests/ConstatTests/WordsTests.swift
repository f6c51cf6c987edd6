import SchemeRules
import AuditModel
import Testing

@testable import constat

@Suite("words people type")
struct WordsTests {
  @Test func `no alias of a noun names another noun`() {
    expectNoCollision(Words.nouns.keys.map { ($0, Words.aliases(noun: $0)) })
  }

  @Test func `no alias of a verb names another verb`() {
    expectNoCollision(Words.verbs.keys.map { ($0, Words.aliases(verb: $0)) })
  }

  @Test(arguments: [
    ["major", "minor", "conform", "not-applicable", "not-audited"],
    ["serious-gap", "gap", "conform", "not-applicable"],
    ["address", "name", "director"], ["kbis", "dreets-receipt"], ["favourable", "unfavourable"], ["on-site", "remote"],
    ["initial", "surveillance", "renewal", "extension"], RuleKind.allCases.map(\.rawValue),
    [
      "grant", "refuse", "maintain", "renew", "suspend", "reinstate", "withdraw", "extend", "favourable",
      "unfavourable",
    ],
  ])
  func `each spelling of a value means that value and no other of its kind`(allowed: [String]) {
    for word in allowed {
      #expect(Words.value(word, among: allowed) == word)
      for alias in Words.values[word] ?? [] {
        #expect(Words.value(alias, among: allowed) == word)
        #expect(Words.value(Words.withoutAccents(alias), among: allowed) == word)
      }
    }
    #expect(Words.value("chocolat", among: allowed) == nil)
  }

  @Test func `an accent may be left out`() {
    #expect(Words.aliases(noun: "verify").contains("vérifier"))
    #expect(Words.aliases(noun: "verify").contains("verifier"))
  }

  @Test func `a command to type is said in French words, and as it is in English`() {
    #expect(Words.spoken(["audit", "grade", "17"], in: .french) == ["constat", "audit", "coter", "17"])
    #expect(Words.spoken(["audit", "next"], in: .french) == ["constat", "audit", "suite"])
    #expect(Words.spoken(["sheet", "opening"], in: .french) == ["constat", "feuille", "ouverture"])
    #expect(Words.spoken(["decision", "record"], in: .french) == ["constat", "décision", "prononcer"])
    #expect(Words.spoken(["audit", "grade", "17"], in: .english) == ["constat", "audit", "grade", "17"])
  }

  private func expectNoCollision(_ words: [(String, [String])]) {
    var meaning: [String: String] = [:]
    for (word, aliases) in words {
      for spelling in [word] + aliases {
        let other = meaning.updateValue(word, forKey: spelling)
        #expect(other == nil, "\(spelling) names \(word) and another")
      }
    }
  }
}
