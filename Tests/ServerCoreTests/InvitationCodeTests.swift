import Testing

@testable import ServerCore

@Suite struct `invitation codes` {
  private struct Numbers: RandomNumberGenerator, Sendable {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return state
    }
  }

  @Test func `a code is recognised however people type it`() throws {
    var random: any RandomNumberGenerator & Sendable = Numbers(state: 3)
    for _ in 0..<50 {
      let code = InvitationCode(random: &random)
      #expect(code.shown.split(separator: "-").map(\.count) == [5, 5, 5, 5, 5, 1])
      for typed in [
        code.shown, code.shown.lowercased(), code.shown.replacing("-", with: ""),
        " " + code.shown.replacing("-", with: " "),
        code.shown.replacing("0", with: "O").replacing("1", with: "l"),
      ] {
        #expect(InvitationCode(typed: typed)?.hash == code.hash)
      }
      let other = InvitationCode(random: &random)
      #expect(InvitationCode(typed: other.shown)?.hash != code.hash)
    }
  }

  @Test func `a text past the bound is not even hashed`() {
    #expect(InvitationCode(typed: String(repeating: "A", count: ServerLimits.joinCodeBytesMax)) != nil)
    #expect(InvitationCode(typed: String(repeating: "A", count: ServerLimits.joinCodeBytesMax + 1)) == nil)
    #expect(InvitationCode(typed: "") == nil)
    #expect(InvitationCode(typed: " - ") == nil)
  }
}
