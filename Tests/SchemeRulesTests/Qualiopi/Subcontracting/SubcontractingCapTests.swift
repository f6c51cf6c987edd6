import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct SubcontractingCapTests {
  typealias Service = SubcontractingCap.Service

  func service(
    _ price: Int64, _ subcontracted: Int64, on day: String = "2026-05-12", nature: Service.Nature = .certifyingTraining,
    edof: Bool = true, cpf: Bool = true
  ) throws -> Service {
    Service(
      nature: nature, isSoldThroughEDOF: edof, isPaidByCPF: cpf, dates: [.invoiced: try AuditFixture.day(day)],
      price: try #require(EuroCents(cents: price)), subcontracted: try #require(EuroCents(cents: subcontracted)))
  }

  func refusals(_ services: [Service], year: Int = 2026, basis: SubcontractingCap.Basis = .invoiced) -> [String] {
    ActJudgement([SubcontractingCap.verdict(services, year: year, basis: basis)]).refusals()
  }

  @Test func `GX-36 R-QUAL-131 exactly 80 % subcontracted is allowed`() throws {
    #expect(SubcontractingCap.verdict([try service(25_000_000, 20_000_000)], year: 2026) == .met("R-QUAL-131"))
  }

  @Test func `GX-37 R-QUAL-131 one cent above 80 % is a breach`() throws {
    let services = [try service(25_000_000, 20_000_001)]
    #expect(refusals(services) == ["R-QUAL-131 subcontracting-cap-exceeded"])
    let text = try #require(SubcontractingCap.verdict(services, year: 2026).reason).text
    #expect(text.what.fr.contains("Du 1er janvier 2026 au 31 décembre 2026, 200\u{202F}000,01\u{202F}€"))
    #expect(text.why.en == "The cap is 80%, that is €200,000.00.")
  }

  @Test func `GX-38 R-QUAL-133 300,000 euros subcontracted on non-CPF services are not counted`() throws {
    let services = [
      try service(25_000_000, 20_000_000), try service(40_000_000, 30_000_000, edof: false, cpf: false),
    ]
    #expect(refusals(services).isEmpty)
    let figures = try #require(SubcontractingCap.figures(services, year: 2026))
    #expect(figures.turnover == .euros(250_000))
    #expect(figures.subcontracted == .euros(200_000))
  }

  @Test func `R-QUAL-133 only services sold through EDOF, paid by the CPF, of three kinds count`() throws {
    for nature in Service.Nature.allCases {
      #expect(try service(100, 100, nature: nature).counts == (nature != .other), "\(nature)")
      #expect(try !service(100, 100, nature: nature, edof: false).counts)
      #expect(try !service(100, 100, nature: nature, cpf: false).counts)
    }
  }

  @Test func `R-QUAL-132 R-QUAL-131 the period is the calendar year, for 2024 from 1 April, before 2024 none`() throws {
    func period(_ year: Int) -> String? {
      SubcontractingCap.period(of: year).map { "\($0.lowerBound) \($0.upperBound)" }
    }
    #expect(period(2024) == "2024-04-01 2024-12-31")
    #expect(period(2025) == "2025-01-01 2025-12-31")
    #expect(period(2023) == nil)
    let march = try service(100_000, 100_000, on: "2024-03-31")
    let april = try service(100_000, 80_000, on: "2024-04-01")
    #expect(refusals([march, april], year: 2024).isEmpty)
    #expect(refusals([try service(100_000, 80_001, on: "2024-04-01")], year: 2024).count == 1)
    #expect(SubcontractingCap.verdict([march], year: 2023) == .notApplicable("R-QUAL-131"))
    #expect(refusals([try service(100_000, 100_000, on: "2025-03-31")], year: 2025).count == 1)
    #expect(refusals([try service(100_000, 100_000, on: "2025-12-31")], year: 2026).isEmpty)
  }

  @Test func `A-61 R-QUAL-131 a service is of the period it was invoiced in, unless the setting says otherwise`() throws
  {
    var services = [try service(100_000, 100_000, on: "2026-12-31")]
    services[0].dates[.paid] = try AuditFixture.day("2027-01-15")
    #expect(refusals(services, year: 2026).count == 1)
    #expect(refusals(services, year: 2026, basis: .paid).isEmpty)
    #expect(refusals(services, year: 2027, basis: .paid).count == 1)
    #expect(refusals(services, year: 2026, basis: .ordered).isEmpty, "not dated, it is in no period")
  }

  @Test func `R-QUAL-131 the cap holds to the cent at any size, without overflow`() throws {
    let largest = EuroCents.limit.cents
    #expect(refusals([try service(largest, largest / 5 * 4)]).isEmpty)
    #expect(refusals([try service(largest, largest / 5 * 4 + 1)]).count == 1)
    for turnover in Int64(0)...500 {
      for subcontracted in [turnover * 4 / 5, turnover * 4 / 5 + 1] {
        let isAllowed = subcontracted * 5 <= turnover * 4
        #expect(
          refusals([try service(turnover, subcontracted)]).isEmpty == isAllowed, "\(subcontracted) of \(turnover)")
      }
    }
  }

  @Test func `R-QUAL-131 credit notes count, and nothing may be subcontracted of a turnover below zero`() throws {
    #expect(refusals([try service(100_000, 90_000), try service(0, -10_000)]).isEmpty)
    #expect(refusals([try service(-100_000, 0)]).isEmpty)
    #expect(refusals([try service(-100_000, 1)]).count == 1)
    #expect(refusals([]).isEmpty)
  }

  @Test
  func `R-QUAL-131 a turnover nobody recorded is not assumed to be enough, and one recorded is measured to the cent`()
    throws
  {
    let service = SubcontractingCap.Service(
      nature: .certifyingTraining, isSoldThroughEDOF: true, isPaidByCPF: true,
      dates: [.invoiced: try AuditFixture.day("2025-06-02")], price: .zero, subcontracted: .euros(8_000))
    func refusals(_ turnover: EuroCents?, _ services: [SubcontractingCap.Service]) -> [String] {
      ActJudgement([SubcontractingCap.verdict(services, year: 2025, turnover: turnover)]).refusals()
    }
    #expect(refusals(nil, [service]) == ["R-QUAL-131 edof-turnover-missing"])
    #expect(refusals(nil, []) == [])
    #expect(refusals(.euros(10_000), [service]) == [])
    #expect(refusals(EuroCents(cents: 999_999), [service]) == ["R-QUAL-131 subcontracting-cap-exceeded"])
    #expect(SubcontractingCap.verdict([service], year: 2023, turnover: nil) == .notApplicable("R-QUAL-131"))
  }
}
