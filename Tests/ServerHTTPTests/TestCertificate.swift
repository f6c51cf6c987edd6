import Foundation

@testable import ServerHTTP

/// A self-signed certificate for localhost and its key: good for nothing but these tests.
enum TestCertificate {
  static let chain = """
    -----BEGIN CERTIFICATE-----
    MIIBgDCCASWgAwIBAgIUat7iUX5WypWRl9sE5QFaBk1JQiYwCgYIKoZIzj0EAwIw
    FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTA5MTcxM1oYDzIxMjYxMDI4
    MDkxNzEzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
    PQMBBwNCAASeerVLolU6i49TjTyL38Rz2uFwscxoPVKYEYTkqNzoG6jSO65DGDng
    Bfk6imvFCMC/9klL+1xZS1BGcmApfg0Lo1MwUTAdBgNVHQ4EFgQUhcB4o5FyAu47
    ADopO3GeZrE3MMYwHwYDVR0jBBgwFoAUhcB4o5FyAu47ADopO3GeZrE3MMYwDwYD
    VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEA/fP4f/rN5TMlIAwCUL68
    30xuJgg50a5Y77y0pyZDzNkCIQDfVYfkdQgORh1z9yRg2Vhn2CCjN8MN7P0L909a
    xdWDJw==
    -----END CERTIFICATE-----

    """

  static let key = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgwIYJHL7TWLw+/Y30
    SUvgSbDz32x3TQyjHFNfa5YyyCqhRANCAASeerVLolU6i49TjTyL38Rz2uFwscxo
    PVKYEYTkqNzoG6jSO65DGDngBfk6imvFCMC/9klL+1xZS1BGcmApfg0L
    -----END PRIVATE KEY-----

    """

  /// Writes both into a new folder, hands it over, and removes it.
  static func with<Value>(_ body: (TLSIdentity) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("constat-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      do { try FileManager.default.removeItem(at: folder) } catch { assertionFailure("\(error)") }
    }
    let (chainFile, keyFile) = (folder.appendingPathComponent("chain.pem"), folder.appendingPathComponent("key.pem"))
    try Data(chain.utf8).write(to: chainFile)
    try Data(key.utf8).write(to: keyFile)
    return try await body(TLSIdentity(certificatePath: chainFile.path, keyPath: keyFile.path))
  }
}
