import Foundation
import HTTPTransport
import Terminal

/// The way to the server: libcurl, and only in clear towards this machine itself.
enum ServerConnection {
  static func transport(_ address: String) throws -> CurlTransport {
    guard isEncryptedOrLocal(address) else {
      throw CommandFailure(
        "tls-required", .usage,
        fr: "« \(address) » n'est pas chiffré : Constat n'envoie rien en clair au-delà de ce poste. Utilisez https://.",
        en: "“\(address)” is not encrypted: Constat sends nothing in clear beyond this machine. Use https://.")
    }
    do throws(CurlTransportFault) {
      return try CurlTransport(base: address)
    } catch {
      throw CommandFailure(
        "bad-address", .usage, fr: "L'adresse du serveur ne convient pas : \(error).",
        en: "The server's address will not do: \(error).")
    }
  }

  private static func isEncryptedOrLocal(_ address: String) -> Bool {
    let lower = address.lowercased()
    if lower.hasPrefix("https://") { return true }
    return ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains { local in
      guard lower.hasPrefix(local) else { return false }
      let rest = lower.dropFirst(local.count)
      return rest.isEmpty || rest.first == ":" || rest.first == "/"
    }
  }
}
