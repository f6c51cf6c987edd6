import Foundation
import Glibc

/// One run of another program of this package, measured from outside: whole wall time and the most memory it held.
struct ProgramRun {
  let milliseconds: Double
  /// Megabytes resident at most; 0 unless it was watched.
  let residentMax: Double
  let output: [UInt8]

  /// The path of a program that lies beside this one; a path from the root stays what it is.
  static func path(of program: String) -> String {
    if program.hasPrefix("/") { return program }
    return URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent(program).path
  }

  /// Runs a program to its end.
  /// - Parameter watchesMemory: looks every few milliseconds, since what the kernel counts of an ended program begins with
  ///   what its parent held.
  /// - Throws: `BenchFault` when it cannot be started or ends with another code than 0.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String], output file: String,
    watchesMemory: Bool = false
  ) throws -> ProgramRun {
    let clock = ContinuousClock()
    let start = clock.now
    let process = try spawn(program, arguments, environment: environment, output: file)
    var status: Int32 = 0
    var residentMax = 0.0
    while true {
      let ended = waitpid(process, &status, watchesMemory ? WNOHANG : 0)
      if ended == process { break }
      guard ended == 0 || errno == EINTR else {
        throw BenchFault.program(program, reason: String(cString: strerror(errno)))
      }
      guard ended == 0 else { continue }
      if let now = Self.residentMax(of: process) { residentMax = max(residentMax, now) }
      usleep(3_000)
    }
    let wall = start.duration(to: clock.now)
    let output = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    // The low seven bits name a signal, the next eight the exit code.
    guard status == 0 else {
      throw BenchFault.ended(
        program, code: status & 0x7F == 0 ? status >> 8 : -(status & 0x7F),
        words: String(decoding: output.prefix(2_000), as: UTF8.self))
    }
    return ProgramRun(milliseconds: wall.milliseconds, residentMax: residentMax, output: output)
  }

  /// Starts a program with its standard output in a file.
  static func spawn(
    _ program: String, _ arguments: [String], environment: [String: String], output file: String
  ) throws -> pid_t {
    let path = Self.path(of: program)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, file + ".err", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, nil, &words, &variables)
    guard code == 0 else { throw BenchFault.program(path, reason: String(cString: strerror(code))) }
    return process
  }

  /// The most memory a running process has held, megabytes; nil once it has ended.
  static func residentMax(of process: pid_t) -> Double? {
    guard let content = FileManager.default.contents(atPath: "/proc/\(process)/status"),
      let line = content.split(separator: 0x0A).first(where: { $0.starts(with: "VmHWM:".utf8) })
    else { return nil }
    let digits = line.filter { $0 >= 0x30 && $0 <= 0x39 }
    return Double(String(decoding: digits, as: UTF8.self)).map { $0 / 1_024 }
  }
}
