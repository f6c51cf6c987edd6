import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct QualiopiTariffTests {
  let tariff: QualiopiTariff

  init() throws { tariff = try #require(QualiopiTariff.inForce(on: try AuditFixture.day("2026-05-12"))) }

  @Test func `R-QUAL-112 R-QUAL-113 R-QUAL-115 R-QUAL-116 the tariff holds each fee with its rule and source`() {
    #expect(tariff[.auditDay].cents == 98_000)
    #expect(tariff[.missionSingleSite].cents == 8_000)
    #expect(tariff[.missionMultiSite].cents == 14_000)
    #expect(tariff[.fileSingleSite].cents == 12_000)
    #expect(tariff[.fileMultiSite].cents == 30_000)
    #expect(tariff[.certificateChange].cents == 10_000)
    #expect(
      QualiopiFee.allCases.map(\.rule) == [
        "R-QUAL-112", "R-QUAL-113", "R-QUAL-113", "R-QUAL-115", "R-QUAL-115", "R-QUAL-116",
      ])
    #expect(QualiopiFee.allCases.allSatisfy { $0.source.hasPrefix("Qualiopi FAQ planning") })
  }

  @Test func `R-TIME-19 no price is guessed for a day before the first tariff known`() throws {
    #expect(QualiopiTariff.inForce(on: tariff.effectiveFrom) == tariff)
    let eve = try #require(tariff.effectiveFrom.adding(days: -1))
    #expect(QualiopiTariff.inForce(on: eve) == nil)
  }

  @Test func `R-QUAL-112 a framework agreement replaces the day price and no other`() throws {
    let framework = try #require(tariff.replacingDayPrice(with: .euros(900), under: "Réseau des Alpes"))
    #expect(tariff.replacingDayPrice(with: .zero, under: "Réseau des Alpes") == nil)
    #expect(framework[.auditDay] == .euros(900))
    #expect(framework.agreement == "Réseau des Alpes")
    for fee in QualiopiFee.allCases where fee != .auditDay { #expect(framework[fee] == tariff[fee]) }
  }

  @Test func `R-QUAL-117 a three-year certification starts at 1,590 euros, mission apart`() {
    #expect(tariff.price(of: 3) + tariff[.fileSingleSite] == .euros(1_590), "1.5 days and the file")
  }

  @Test func `R-QUAL-118 each half-day costs exactly half a day, so that two make one`() {
    for halfDays in 1...40 {
      let duration = AuditDuration(integerLiteral: halfDays)
      #expect(tariff.price(of: duration).cents == Int64(halfDays) * 49_000)
      #expect(tariff.price(of: duration + duration) == tariff.price(of: duration) + tariff.price(of: duration))
    }
    #expect(tariff.price(of: 0) == .zero)
  }

  @Test func `R-QUAL-112 of an agreed price with an odd cent the half is rounded down, a whole day is exact`() throws {
    let agreed = try #require(EuroCents(cents: 90_001))
    let odd = try #require(tariff.replacingDayPrice(with: agreed, under: "Réseau des Alpes"))
    #expect(odd.price(of: 1).cents == 45_000)
    #expect(odd.price(of: 2).cents == 90_001)
    #expect(odd.price(of: 3).cents == 135_001)
  }
}
