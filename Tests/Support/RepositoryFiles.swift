public import Foundation

/// Files of this repository, found from where the tests stand.
public enum RepositoryFiles {
  /// The folder that holds `Package.swift`.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The Swift files below a folder, with their texts.
  public static func swift(under folder: String) throws -> [(path: String, text: String)] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { ($0, try text("\(folder)/\($0)")) }
  }

  /// Where the real registers are: `CONSTAT_SHARED`, else `../shared` beside the package.
  public static var shared: URL {
    ProcessInfo.processInfo.environment["CONSTAT_SHARED"].map { URL(filePath: $0) } ?? root.appending(path: "../shared")
  }
}
