import Testing

@testable import ServerCore

@Suite struct `the throttle of sign-ins` {
  @Test func `L12 as many names as allowed are remembered, and the one failed longest ago goes first`() throws {
    var throttle = SignInThrottle()
    func login(_ number: Int) throws -> LoginName { try #require(LoginName("nom-\(number)")) }
    for number in 0...ServerLimits.signInsWrongLoginsMax {
      for _ in 1...ServerLimits.signInsWrongPerLoginMax {
        throttle.failed(try login(number), now: Int64(1_000 + number))
      }
    }
    let now = Int64(1_000 + ServerLimits.signInsWrongLoginsMax)
    let (first, second) = (throttle.admits(try login(0), now: now), throttle.admits(try login(1), now: now))
    #expect(first)
    #expect(!second)
  }

  @Test func `a clock set back locks nobody out`() throws {
    var throttle = SignInThrottle()
    let login = try #require(LoginName("bureau"))
    for _ in 1...ServerLimits.signInsWrongPerLoginMax { throttle.failed(login, now: 10_000_000) }
    let (now, before) = (throttle.admits(login, now: 10_000_000), throttle.admits(login, now: 5_000_000))
    #expect(!now)
    #expect(before)
  }
}
