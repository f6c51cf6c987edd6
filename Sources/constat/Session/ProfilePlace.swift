import Foundation
import Terminal

/// Where a profile's files are: one folder per certifier below the XDG data folder (DESIGN §3, §11).
struct ProfilePlace {
  let name: String
  let folder: URL

  /// The profile named by the option, by `CONSTAT_PROFILE`, or `default`.
  init(option: String?, environment: [String: String]) throws {
    let name = option ?? environment["CONSTAT_PROFILE"] ?? "default"
    guard !name.isEmpty, name.utf8.count <= 64, name.first != ".", name.utf8.allSatisfy(Self.isAllowed) else {
      throw CommandFailure(
        "bad-profile", .usage,
        fr: "Le nom de profil « \(name) » ne convient pas : lettres, chiffres, points et tirets seulement.",
        en: "The profile name “\(name)” will not do: letters, digits, dots and dashes only.")
    }
    let data =
      environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? (environment["HOME"] ?? ".") + "/.local/share"
    self.name = name
    folder = URL(fileURLWithPath: data, isDirectory: true).appendingPathComponent("constat", isDirectory: true)
      .appendingPathComponent(name, isDirectory: true)
  }

  /// The store of the profile.
  var store: String { folder.appendingPathComponent("replica.sqlite").path }
  /// Photos and files kept until they can be sent.
  var files: URL { folder.appendingPathComponent("files", isDirectory: true) }

  /// Makes the folder, readable by its owner alone.
  func create() throws {
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
      || byte == 0x2E || byte == 0x5F
  }
}
