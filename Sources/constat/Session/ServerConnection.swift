import HTTPTransport
import Terminal

/// The way to the server: libcurl, and only in clear towards this machine itself.
enum ServerConnection {
  static func transport(_ address: String) throws -> CurlTransport {
    do throws(CurlTransportFault) {
      return try CurlTransport(base: address)
    } catch .notEncrypted {
      throw CommandFailure(
        "tls-required", .usage,
        fr: "« \(address) » n'est pas chiffré : Constat n'envoie rien en clair au-delà de ce poste. Utilisez https://.",
        en: "“\(address)” is not encrypted: Constat sends nothing in clear beyond this machine. Use https://.")
    } catch {
      throw CommandFailure(
        "bad-address", .usage, fr: "L'adresse du serveur ne convient pas : \(error).",
        en: "The server's address will not do: \(error).")
    }
  }
}
