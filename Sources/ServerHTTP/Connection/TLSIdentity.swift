import NIOSSL

/// The server's certificate and key, as PEM files.
public struct TLSIdentity: Sendable, Equatable {
  /// The path of the certificate, followed by those between it and the authority.
  public let certificatePath: String
  /// The path of the private key.
  public let keyPath: String

  /// Names the files; nothing is read yet.
  public init(certificatePath: String, keyPath: String) {
    self.certificatePath = certificatePath
    self.keyPath = keyPath
  }

  /// Reads the files: TLS 1.2 at least, HTTP/1.1 only.
  ///
  /// - Throws: `ServerStartFault` naming the file that cannot be read or used.
  func configuration() throws(ServerStartFault) -> TLSConfiguration {
    let chain: [NIOSSLCertificate]
    let key: NIOSSLPrivateKey
    do { chain = try NIOSSLCertificate.fromPEMFile(certificatePath) } catch {
      throw .certificateUnusable(path: certificatePath)
    }
    guard !chain.isEmpty else { throw .certificateUnusable(path: certificatePath) }
    do { key = try NIOSSLPrivateKey(file: keyPath, format: .pem) } catch { throw .keyUnusable(path: keyPath) }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    configuration.minimumTLSVersion = .tlsv12
    configuration.applicationProtocols = ["http/1.1"]
    // A key of another certificate is found here, not at the first handshake.
    do { _ = try NIOSSLContext(configuration: configuration) } catch { throw .keyUnusable(path: keyPath) }
    return configuration
  }
}
