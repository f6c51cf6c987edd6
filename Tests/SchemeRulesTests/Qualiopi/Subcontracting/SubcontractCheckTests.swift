import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct SubcontractCheckTests {
  /// A complete CPF subcontract of part of a certifying service, with a company that may do it.
  func contract() throws -> Subcontract {
    Subcontract(
      isWritten: true, items: Set(SubcontractItem.allCases), isCPF: true, certifyingShare: .part,
      acceptedOn: try AuditFixture.day("2026-05-12"),
      subcontractor: Subcontractor(isCertified: true, isHabilitated: true, isChecked: true))
  }

  func refusals(_ change: (inout Subcontract) throws -> Void) throws -> [String] {
    var contract = try contract()
    try change(&contract)
    return SubcontractCheck.judge(contract).refusals()
  }

  @Test func `a subcontract in order meets every rule`() throws {
    #expect(try refusals { _ in }.isEmpty)
    #expect(
      Set(SubcontractCheck.verdicts(try contract()).map(\.rule)) == [
        "R-QUAL-126", "R-QUAL-127", "R-QUAL-128", "R-QUAL-129", "R-QUAL-130", "R-QUAL-134", "R-QUAL-135",
      ])
  }

  @Test func `GX-42 R-QUAL-126 a subcontractor that entrusts part to another is refused`() throws {
    #expect(try refusals { $0.isOfSubcontractor = true } == ["R-QUAL-126 subcontract-cascade"])
    #expect(
      try refusals {
        $0.isOfSubcontractor = true
        $0.isCPF = false
      } == ["R-QUAL-126 subcontract-cascade"], "paid by the CPF or not")
  }

  @Test func `R-QUAL-127 A-60 a CPF subcontractor is certified, one of another service need not be`() throws {
    #expect(
      try refusals { $0.subcontractor.isCertified = false } == ["R-QUAL-127 subcontractor-not-certified"])
    #expect(
      try refusals {
        $0.subcontractor.isCertified = false
        $0.subcontractor.isHabilitated = false
        $0.isCPF = false
      } == [])
  }

  @Test func `R-QUAL-127 a CPF subcontractor holds the certification or is habilitated for it`() throws {
    #expect(
      try refusals { $0.subcontractor.isHabilitated = false } == ["R-QUAL-127 subcontractor-not-entitled"])
    #expect(
      try refusals {
        $0.subcontractor.isHabilitated = false
        $0.subcontractor.holdsCertification = true
      } == [])
    #expect(
      try refusals {
        $0.subcontractor.isHabilitated = false
        $0.certifyingShare = nil
      } == [], "a skills assessment leads to no certification")
  }

  func microSocial(_ cents: Int64?) throws -> (inout Subcontract) -> Void {
    let turnover = try cents.map { try #require(EuroCents(cents: $0)) }
    return {
      $0.subcontractor.isCertified = false
      $0.subcontractor.isMicroSocial = true
      $0.subcontractor.turnover = turnover
    }
  }

  @Test func `GX-39 R-QUAL-128 a micro-social subcontractor with 76,999.99 euros is exempt of Qualiopi and listing`()
    throws
  {
    #expect(try refusals(microSocial(7_699_999)) == [])
    var contract = try contract()
    try microSocial(7_699_999)(&contract)
    #expect(contract.subcontractor.isExempt)
    #expect(SubcontractCheck.verdicts(contract).contains(.met("R-QUAL-128")))
  }

  @Test func `GX-40 R-QUAL-128 a micro-social subcontractor with 77,000.00 euros is not exempt`() throws {
    #expect(try refusals(microSocial(7_700_000)) == ["R-QUAL-128 micro-social-not-exempt"])
    var contract = try contract()
    try microSocial(7_700_000)(&contract)
    #expect(!contract.subcontractor.isExempt)
    #expect(SubcontractCheck.judge(contract).reasons[0].text.why.fr.contains("77\u{202F}000,00\u{202F}€"))
    contract.subcontractor.isCertified = true
    #expect(SubcontractCheck.judge(contract).outcome == .accepted, "certified, it needs no exemption")
  }

  @Test func `R-QUAL-128 without a turnover on record nothing is exempt`() throws {
    #expect(try refusals(microSocial(nil)) == ["R-QUAL-128 micro-social-turnover-missing"])
    #expect(!Subcontractor(isMicroSocial: false, turnover: .zero).isExempt)
  }

  @Test func `GX-41 R-QUAL-127 R-QUAL-129 a company doing a whole RNCP block needs Qualiopi and a habilitation`() throws
  {
    let bare = try refusals {
      $0.certifyingShare = .rncpBlock
      $0.subcontractor = Subcontractor(isChecked: true)
    }
    #expect(
      bare == [
        "R-QUAL-127 subcontractor-not-certified", "R-QUAL-127 subcontractor-not-entitled",
        "R-QUAL-129 subcontractor-not-habilitated",
      ])
    #expect(try refusals { $0.certifyingShare = .rncpBlock } == [])
  }

  @Test(arguments: Subcontract.Share.allCases)
  func `R-QUAL-129 for a whole action or a block, holding the certification is not enough`(share: Subcontract.Share)
    throws
  {
    let refusals = try refusals {
      $0.certifyingShare = share
      $0.subcontractor.isHabilitated = false
      $0.subcontractor.holdsCertification = true
    }
    #expect(refusals == (share == .part ? [] : ["R-QUAL-129 subcontractor-not-habilitated"]))
    let microSocial = try self.refusals {
      $0.certifyingShare = share
      $0.subcontractor.isHabilitated = false
      $0.subcontractor.holdsCertification = true
      $0.subcontractor.isMicroSocial = true
    }
    #expect(microSocial == [], "outside the micro-social scheme only")
  }

  @Test(
    arguments: [
      ("2026-05-01", "2026-05-31", true), ("2026-05-12", nil, true), ("2026-01-01", "2026-05-12", true),
      ("2026-05-13", nil, false), ("2026-01-01", "2026-05-11", false),
    ] as [(String, String?, Bool)])
  func `R-QUAL-130 a delisted subcontractor accepts no CPF mission, before and after it may`(
    from: String, until: String?, isRefused: Bool
  ) throws {
    let delisting = Subcontractor.Delisting(
      from: try AuditFixture.day(from), until: try until.map { try AuditFixture.day($0) })
    let cpf = try refusals { $0.subcontractor.delistings = [delisting] }
    #expect(cpf == (isRefused ? ["R-QUAL-130 subcontractor-delisted"] : []))
    let other = try refusals {
      $0.subcontractor.delistings = [delisting]
      $0.isCPF = false
    }
    #expect(other == [])
  }

  @Test func `GX-43 R-QUAL-134 a subcontract without the amount holds seven of eight items`() throws {
    var contract = try contract()
    contract.items.remove(.amount)
    let judgement = SubcontractCheck.judge(contract)
    #expect(judgement.refusals() == ["R-QUAL-134 subcontract-incomplete"])
    #expect(judgement.reasons[0].facts == ["held": ["7"], "contractItems": ["amount"]])
    #expect(
      judgement.reasons[0].text.what.fr == "Le contrat porte 7 des 8 mentions\u{202F}; il manque\u{202F}: montant.")
  }

  @Test(arguments: SubcontractItem.allCases)
  func `R-QUAL-134 each of the eight items is asked for, in writing`(item: SubcontractItem) throws {
    #expect(SubcontractItem.allCases.count == 8)
    var contract = try contract()
    contract.items.remove(item)
    #expect(SubcontractCheck.lacks(contract) == [item])
    #expect(SubcontractCheck.judge(contract).rules == ["R-QUAL-134"])
    contract.items = []
    contract.isWritten = false
    #expect(SubcontractCheck.lacks(contract) == SubcontractItem.allCases)
    #expect(
      SubcontractCheck.judge(contract).refusals() == [
        "R-QUAL-134 subcontract-not-written", "R-QUAL-134 subcontract-incomplete",
      ])
  }

  @Test func `R-QUAL-135 the principal checks its subcontractors and umbrella staff`() throws {
    #expect(try refusals { $0.subcontractor.isChecked = false } == ["R-QUAL-135 subcontractor-not-checked"])
  }
}
