import ArgumentParser
import Foundation
import Logging
import OfficeConsole
import ServerCore
import ServerHTTP
import ServerStorage
import SyncCore
import Terminal

/// `serve`: answers devices until it is told to stop.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: Console.say("Servir un certificateur", "Serve one tenant"),
    discussion: Console.say(
      "Un processus sert exactement un certificateur. Prêt, il écrit une ligne sur la sortie standard\u{202F}: "
        + "{\"listening\":\"http://127.0.0.1:PORT\"}. Le journal va sur la sortie d'erreur\u{202F}: "
        + "identifiants, codes, "
        + "tailles et durées, jamais de contenu. SIGTERM ou SIGINT arrêtent proprement.",
      "One process serves exactly one tenant. Once ready it writes one line on standard output: "
        + "{\"listening\":\"http://127.0.0.1:PORT\"}. The log goes to standard error: ids, codes, sizes and durations, "
        + "never content. SIGTERM or SIGINT stop gracefully."))

  @OptionGroup var place: DataOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Adresse et port\u{202F}; 0 laisse choisir le port. Hors de 127.0.0.1, ::1 et localhost, TLS est exigé.",
        "Address and port; 0 lets the system choose. Beyond 127.0.0.1, ::1 and localhost TLS is required."),
      valueName: "host:port"))
  var listen = "127.0.0.1:8080"

  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say("Chaîne de certificats PEM.", "Certificate chain, PEM."), valueName: "file"))
  var tlsCertificate: String?

  @Option(name: .long, help: ArgumentHelp(Console.say("Clé privée PEM.", "Private key, PEM."), valueName: "file"))
  var tlsKey: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (tlsCertificate == nil) == (tlsKey == nil) else {
      throw ValidationError(
        Console.say(
          "--tls-certificate et --tls-key vont ensemble.", "--tls-certificate and --tls-key go together."))
    }
    guard ListenAddress(listen) != nil else {
      throw ValidationError(
        Console.say(
          "--listen veut une adresse et un port, tels que 127.0.0.1:8080 ou [::1]:8080.",
          "--listen takes an address and a port, such as 127.0.0.1:8080 or [::1]:8080."))
    }
  }

  func run() async throws {
    try await Rim.run(json: output.json) { _ in
      guard let address = ListenAddress(listen) else { return .usage }
      var tls: TLSIdentity?
      if let tlsCertificate, let tlsKey { tls = TLSIdentity(certificatePath: tlsCertificate, keyPath: tlsKey) }
      LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
      let clock = try place.clock()
      let file = try place.folder.file(place.folder.tenant(named: place.tenant))
      let lock = try ServingLock(beside: file)
      defer { lock.release() }
      let ledger = try SQLiteLedger(path: file, part: .serving)
      let core = try ConstatServer(ledger: ledger, clock: clock, random: SystemRandomNumberGenerator())
      let logger = Logger(label: "constat-server")
      let server = try HTTPServer(
        core: core, clock: clock, hasTestClock: place.testClock != nil, address: address, tls: tls,
        pages: try OfficeConsole(core: core, hasTestClock: place.testClock != nil),
        sweep: NightlySweep(core: core, logger: logger), logger: logger)
      OpenFiles.raiseLimit()
      do {
        try await server.run(stopsOnSignals: true) { url in
          Console.write(
            JSONWriter.text(.object([JSONMember("listening", .string(url))])), to: .standardOutput)
        }
      } catch let fault as ServerStartFault {
        throw fault
      } catch {
        throw CommandFailure(
          "not-listening",
          fr: "Le serveur n'écoute pas sur \(address)\u{202F}: \(error). Vérifiez l'adresse et que le port est libre.",
          en: "The server does not listen on \(address): \(error). Check the address and that the port is free.")
      }
      try ledger.close()
      return .done
    }
  }
}
