import Foundation
import TestSupport
import Testing

/// The real public files, read where CONSTAT_SHARED says, else in `../shared` beside the package.
enum PublicListSharedFiles {
  /// The bytes of a file of SOURCES.md, or nil, said by name, where the files are absent and CI is not "true".
  static func bytes(_ name: String, skipping test: String = #function) throws -> [UInt8]? {
    let environment = ProcessInfo.processInfo.environment
    let file = RepositoryFiles.shared.appending(path: "data").appending(path: name)
    if FileManager.default.fileExists(atPath: file.path) { return try [UInt8](Data(contentsOf: file)) }
    print("skipped, no shared/data/\(name): \(test)")
    #expect(environment["CI"] != "true", "shared/data/\(name) is absent; CI must have it")
    return nil
  }
}
