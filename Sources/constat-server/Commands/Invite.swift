import ArgumentParser
import ServerCore
import SyncCore
import Terminal
import WorkingDays

/// `invite`: a one-time code for one device of a user.
struct Invite: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite",
    abstract: Console.say("Donner un code d'adhésion à une personne", "Draw a join code for a person"),
    discussion: Console.say(
      "Le code sert une fois, à «\u{202F}constat join\u{202F}», et n'est montré qu'ici.",
      "The code is good once, for “constat join”, and is shown only here."))

  @Argument(
    help: ArgumentHelp(
      Console.say("L'identifiant rendu par «\u{202F}user add\u{202F}».", "The id “user add” gave.")))
  var user: String

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let (code, expires) = try await place.open().invite(try UserID.named(user))
    let until = Instant(clampingMillisecondsSince1970: expires)
    return Answer(
      "invite",
      lines: [
        code, Console.say("Valable une fois, jusqu'au \(until) (UTC).", "Good once, until \(until) (UTC)."),
      ],
      members: [("user", .string(user)), ("code", .string(code)), ("expires", .integer(expires))])
  }
}

extension UserID {
  /// The id typed.
  ///
  /// - Throws: `CommandFailure` for a text that is none.
  static func named(_ text: String) throws -> UserID {
    guard let user = UserID(text) else {
      throw CommandFailure(
        "bad-user", .usage,
        fr: "«\u{202F}\(text)\u{202F}» n'est pas un identifiant tel que «\u{202F}user add\u{202F}» en rend.",
        en: "“\(text)” is no id such as “user add” gives.")
    }
    return user
  }
}
