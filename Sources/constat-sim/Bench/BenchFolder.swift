import Foundation

/// A folder of the disk that figures are measured on, gone when the measuring ends.
enum BenchFolder {
  static func with<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("constat-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      let value = try await body(folder.path)
      try FileManager.default.removeItem(at: folder)
      return value
    } catch {
      try? FileManager.default.removeItem(at: folder)  // what went wrong first is what is told
      throw error
    }
  }
}
