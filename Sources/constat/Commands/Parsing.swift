import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// Words typed by people, judged once for all commands.
enum Parsing {
  static func day(_ text: String) throws -> CivilDate {
    guard let date = CivilDate(text) else {
      throw CommandFailure(
        "bad-date", .usage, fr: "« \(text) » n'est pas une date : AAAA-MM-JJ, par exemple 2026-05-12.",
        en: "“\(text)” is no date: YYYY-MM-DD, for instance 2026-05-12.")
    }
    return date
  }

  static func category(_ text: String) throws -> String {
    let upper = text.uppercased()
    guard ["AF", "CBC", "VAE", "CFA"].contains(upper) else {
      throw CommandFailure(
        "unknown-category", .usage, fr: "« \(text) » n'est pas une catégorie : AF, CBC, VAE ou CFA.",
        en: "“\(text)” is no category: AF, CBC, VAE or CFA.")
    }
    return upper
  }

  static func word(_ typed: String, among allowed: [String], what: LocalizedText) throws -> String {
    guard let value = Words.value(typed, among: allowed) else {
      throw CommandFailure(
        "unknown-word", .usage,
        fr:
          "« \(typed) » ne convient pas pour \(what.fr) : \(allowed.map { Words.values[$0]?.first ?? $0 }.joined(separator: ", ")).",
        en: "“\(typed)” will not do for \(what.en): \(allowed.joined(separator: ", ")).")
    }
    return value
  }

  /// `key=name`, the key one short word.
  static func keyed(_ text: String, option: String) throws -> (key: String, name: String) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, EntityID("key/\(parts[0])") != nil, !parts[0].contains("."), parts[0].utf8.count <= 24
    else {
      throw CommandFailure(
        "bad-\(option)", .usage,
        fr: "« \(text) » : écrivez --\(option) mot=nom, le mot fait de lettres, chiffres ou tirets, 24 au plus.",
        en: "“\(text)”: write --\(option) word=name, the word made of letters, digits or dashes, 24 at most.")
    }
    return (parts[0], parts[1])
  }

  /// `key=title;2,5j;certifiante`: what follows the title says how long the service lasts and of which kind it is.
  static func sample(_ text: String) throws -> SampledService {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    let (key, title) = try keyed(parts.first ?? "", option: "sample")
    do throws(SampleNotation.Fault) {
      return try SampleNotation.service(key: key, title: title, traits: Array(parts.dropFirst()))
    } catch {
      throw CommandFailure("bad-sample", .usage, fr: error.sentence.fr, en: error.sentence.en)
    }
  }

  static func user(_ text: String) throws -> UserID {
    guard let user = UserID(text) else {
      throw CommandFailure(
        "bad-user", .usage, fr: "« \(text) » n'est pas un identifiant d'utilisateur.", en: "“\(text)” is no user id.")
    }
    return user
  }
}
