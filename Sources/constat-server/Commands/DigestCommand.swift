import ArgumentParser
import ServerCore
import SyncCore
import Terminal

/// `digest`: the digest of each stream's accepted set, to compare with what a device says.
struct DigestCommand: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest", abstract: Console.say("Empreinte de chaque flux", "The digest of each stream"))

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let server = try place.open()
    let digests = await server.setDigests()
    if let fault = await server.storageFault { throw fault }
    return Answer(
      "digest", lines: digests.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)" },
      members: [("streams", .sorted(digests.map { ($0.key.description, .string($0.value.description)) }))])
  }
}
