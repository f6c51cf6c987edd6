import Testing

@testable import HTTPTransport

/// What may go over a line that anyone can read.
@Suite struct ClearTextTests {
  private static func fault(_ base: String, _ settings: CurlTransportSettings = .init()) -> CurlTransportFault? {
    do throws(CurlTransportFault) {
      _ = try CurlTransport(base: base, settings: settings)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "http://sync.example.fr", "HTTP://sync.example.fr:8080/base", "http://192.168.1.10", "http://127.0.0.1.example.fr",
    "http://localhost.example.fr", "http://[fe80::1]", "http://0.0.0.0",
  ])
  func `an address in clear beyond this machine is refused`(base: String) {
    #expect(Self.fault(base) == .notEncrypted)
  }

  @Test(arguments: ["http://127.0.0.1:8080", "http://localhost", "http://LOCALHOST:9/base", "http://[::1]:8080"])
  func `an address in clear on this machine is taken`(base: String) {
    #expect(Self.fault(base) == nil)
  }

  @Test(arguments: ["https://sync.example.fr", "HTTPS://sync.example.fr/base", "https://127.0.0.1:8443"])
  func `an encrypted address is taken wherever it leads`(base: String) {
    #expect(Self.fault(base) == nil)
  }

  @Test func `clear text beyond this machine is taken when it is named`() {
    #expect(Self.fault("http://sync.example.fr", .init(isClearAllowedBeyondLoopback: true)) == nil)
  }

  @Test func `naming clear text takes no other scheme`() {
    #expect(
      Self.fault("ftp://sync.example.fr", .init(isClearAllowedBeyondLoopback: true)) == .schemeNotAllowed("ftp"))
  }
}
