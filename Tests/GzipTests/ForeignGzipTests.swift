import Foundation
import Testing

@testable import Gzip

/// Another implementation reads what this one writes, and the other way round.
@Suite struct ForeignGzipTests {
  /// Runs a Python program over bytes; its standard output is the answer.
  private static func python(_ program: String, _ input: [UInt8]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    let (toProgram, fromProgram) = (Pipe(), Pipe())
    process.standardInput = toProgram
    process.standardOutput = fromProgram
    try process.run()
    let writer = Thread {
      // A program that ended early shows in its status below.
      try? toProgram.fileHandleForWriting.write(contentsOf: Data(input))
      try? toProgram.fileHandleForWriting.close()
    }
    writer.start()
    let output = try fromProgram.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return Array(output)
  }

  private static let bytes = Array(
    String(repeating: "Livret d'accueil vu à 10 h 05 ; œuvre n° 12.\n", count: 5_000).utf8)

  @Test(arguments: Gzip.Level.allCases)
  func `Python's gzip reads what is written here`(level: Gzip.Level) throws {
    let program = "import sys,gzip; sys.stdout.buffer.write(gzip.decompress(sys.stdin.buffer.read()))"
    #expect(try Self.python(program, Gzip.compress(Self.bytes, level: level)) == Self.bytes)
  }

  @Test(arguments: ["gzip.compress(b)", "gzip.compress(b,1)", "gzip.compress(b,0)"])
  func `what Python's gzip writes is read here`(expression: String) throws {
    let program = "import sys,gzip; b=sys.stdin.buffer.read(); sys.stdout.buffer.write(\(expression))"
    let member = try Self.python(program, Self.bytes)
    #expect(try Gzip.decompress(member, limitBytes: Self.bytes.count) == Self.bytes)
  }

  @Test func `a file Python wrote with its name in the header is read here`() throws {
    let program = """
      import sys,gzip,io
      out=io.BytesIO()
      with gzip.GzipFile(filename='feuille.ndjson',mode='wb',fileobj=out,mtime=1790000000) as f:
        f.write(sys.stdin.buffer.read())
      sys.stdout.buffer.write(out.getvalue())
      """
    let member = try Self.python(program, Self.bytes)
    #expect(try Gzip.decompress(member, limitBytes: Self.bytes.count) == Self.bytes)
  }
}
