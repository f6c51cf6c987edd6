import Testing

@testable import ServerCore

@Suite struct `summary of an import` {
  private func row(_ number: Int, name: String = "ATELIER") -> String {
    PublicListExample.row(siren: PublicListExample.siren(number), name: name)
  }

  @Test func `figures are written as each language writes them`() throws {
    let reading = try PublicListExample.reading((1...5678).map { row($0) })
    let line = try #require(PublicListSummary(reading).lines.first)
    #expect(
      line.fr == "5\u{202F}678 lignes lues, 5\u{202F}678 retenues, 0 rejetée\u{202F}; 5\u{202F}678 organismes")
    #expect(line.en == "5,678 rows read, 5,678 kept, 0 rejected; 5,678 bodies")
  }

  @Test func `one is singular, French zero too`() throws {
    let one = try #require(PublicListSummary(try PublicListExample.reading([row(1)])).lines.first)
    #expect(one.fr == "1 ligne lue, 1 retenue, 0 rejetée\u{202F}; 1 organisme")
    #expect(one.en == "1 row read, 1 kept, 0 rejected; 1 body")
    let none = try #require(PublicListSummary(try PublicListExample.reading([])).lines.first)
    #expect(none.fr == "0 ligne lue, 0 retenue, 0 rejetée\u{202F}; 0 organisme")
    #expect(none.en == "0 rows read, 0 kept, 0 rejected; 0 bodies")
  }

  @Test func `large figures are grouped by three`() {
    #expect(PublicListCount.fr(148_000) == "148\u{202F}000" && PublicListCount.en(1_234_567) == "1,234,567")
    #expect(PublicListCount.fr(999) == "999" && PublicListCount.en(1000) == "1,000")
  }

  @Test func `a dry run tells rejections, warnings, comparison and the limit exceeded`() throws {
    let before = try PublicListExample.reading((1...100).map { row($0) })
    let after = try PublicListExample.reading(
      (1...90).map { row($0, name: $0 == 1 ? "NEUF" : "ATELIER") } + [row(200), row(300, name: ""), "x"])
    let comparison = PublicListComparison(reference: before.bodiesBySIREN, reading: after)
    let summary = PublicListSummary(after, comparison: comparison)

    #expect(summary.rowsRejected == ["field-count": 1] && summary.warnings == ["name-missing": 1])
    #expect(summary.compared?.removed == 10 && summary.compared?.renamed == 1 && summary.compared?.mayImport == false)
    #expect(
      summary.lines.map(\.fr).prefix(4) == [
        "93 lignes lues, 92 retenues, 1 rejetée\u{202F}; 92 organismes", "1 ligne rejetée\u{202F}: field-count",
        "1 avertissement\u{202F}: name-missing",
        "2 organismes nouveaux, 10 absents, 1 modifié (dont 1 renommé), 0 laissé tel quel, 89 inchangés",
      ])
    #expect(
      summary.lines.map(\.en).suffix(2) == [
        "2 new bodies, 10 no longer listed, 1 changed (1 renamed), 0 left as they were, 89 unchanged",
        "10 bodies of 100 (10%) would disappear; limit: 5. Nothing is imported. "
          + "Check the file; if it is right, run again accepting the mass change.",
      ])
    let accepted = PublicListComparison(
      reference: before.bodiesBySIREN, reading: after, acceptMassChange: true)
    #expect(
      PublicListSummary(after, comparison: accepted).lines.last?.fr
        == "Changement de masse accepté\u{202F}: too-many-removed")
  }
}
