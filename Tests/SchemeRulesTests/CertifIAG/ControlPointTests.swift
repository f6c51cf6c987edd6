import AuditModel
import Testing

@testable import SchemeRules

@Suite struct ControlPointTests {
  @Test func `the points are CP-01 to CP-18 and ET-01 to ET-12`() {
    let expected =
      (1...18).map { $0 < 10 ? "CP-0\($0)" : "CP-\($0)" } + (1...12).map { $0 < 10 ? "ET-0\($0)" : "ET-\($0)" }
    #expect(ControlPoint.all.map(\.code) == expected)
    #expect(ControlPoint.all.filter(\.isEthics).count == 12)
  }

  @Test(arguments: [
    ("CP-01", ["R-CIAG-10"]), ("CP-02", ["R-CIAG-22", "R-CIAG-37"]), ("CP-03", ["R-CIAG-18", "R-CIAG-19"]),
    ("CP-04", ["R-CIAG-20"]), ("CP-05", ["R-CIAG-18"]), ("CP-06", ["R-CIAG-52"]), ("CP-07", ["R-CIAG-38"]),
    ("CP-08", ["R-CIAG-40"]), ("CP-09", ["R-CIAG-38"]), ("CP-10", ["R-CIAG-39", "R-CIAG-88"]),
    ("CP-11", ["R-CIAG-89"]), ("CP-12", ["R-CIAG-90"]), ("CP-13", ["R-CIAG-72"]), ("CP-14", ["R-CIAG-74"]),
    ("CP-15", ["R-CIAG-75"]), ("CP-16", ["R-CIAG-43"]), ("CP-17", ["R-CIAG-60"]), ("CP-18", ["R-CIAG-03"]),
    ("ET-01", ["R-CIAG-76"]), ("ET-02", ["R-CIAG-77"]), ("ET-03", ["R-CIAG-78"]), ("ET-04", ["R-CIAG-79"]),
    ("ET-05", ["R-CIAG-80"]), ("ET-06", ["R-CIAG-81"]), ("ET-07", ["R-CIAG-82"]), ("ET-08", ["R-CIAG-83"]),
    ("ET-09", ["R-CIAG-84"]), ("ET-10", ["R-CIAG-85"]), ("ET-11", ["R-CIAG-86"]), ("ET-12", ["R-CIAG-87"]),
  ])
  func `R-CIAG-41 each point names the rules it checks`(code: String, rules: [String]) {
    #expect(ControlPoint.of(code: code)?.rules.map(\.description) == rules)
  }

  @Test(arguments: ["", "CP-00", "CP-19", "ET-13", "cp-01", "CP-1"])
  func `an unknown code is no point`(code: String) {
    #expect(ControlPoint.of(code: code) == nil)
  }

  @Test func `CP-10 to CP-12 are for remote training, ET-07 to ET-12 for the CPF`() {
    #expect(ControlPoint.applicable(remote: true, cpf: true).count == 30)
    let neither = Set(ControlPoint.applicable(remote: false, cpf: false).map(\.code))
    let left = ControlPoint.all.map(\.code).filter { !neither.contains($0) }
    #expect(left == ["CP-10", "CP-11", "CP-12", "ET-07", "ET-08", "ET-09", "ET-10", "ET-11", "ET-12"])
    #expect(ControlPoint.applicable(remote: true, cpf: false).count == 24)
    #expect(ControlPoint.applicable(remote: false, cpf: true).count == 27)
  }

  @Test func `the order of gravity is serious gap, gap, conform, not applicable`() {
    #expect(CertifIAGGrade.allCases.map(\.rawValue) == ["serious-gap", "gap", "conform", "not-applicable"])
    #expect(CertifIAGGrade.allCases.map(\.words.fr) == ["écart grave", "écart", "conforme", "non applicable"])
    for (graver, lesser) in zip(CertifIAGGrade.allCases, CertifIAGGrade.allCases.dropFirst()) {
      #expect(graver.isGraver(than: lesser) && !lesser.isGraver(than: graver))
    }
    #expect(CertifIAGGrade.allCases.filter(\.isGap) == [.seriousGap, .gap])
  }
}
