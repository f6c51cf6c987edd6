/// What a figure counts and how it is measured; a row's numbers are whole, so that the answer stays in the one JSON
/// spelling.
enum BenchScale: Sendable, CaseIterable {
  case nanoseconds
  case microseconds
  case milliseconds
  case bytes
  case megabytes
  case changesPerSecond
  case percent

  /// The unit of the row's whole numbers.
  var unit: String {
    switch self {
    case .nanoseconds, .microseconds, .milliseconds: "ns"
    case .bytes, .megabytes: "B"
    case .changesPerSecond: "/s"
    case .percent: "%"
    }
  }

  /// Whether the greater of two figures is the better one: of rates and shares it is, of times and memory it is not.
  var isMoreBetter: Bool { self == .changesPerSecond || self == .percent }

  /// A measured figure as the row's whole number.
  func number(_ figure: Double) -> Int {
    switch self {
    case .microseconds: Int((figure * 1_000).rounded())
    case .milliseconds, .megabytes: Int((figure * 1_000_000).rounded())
    case .nanoseconds, .bytes, .changesPerSecond, .percent: Int(figure.rounded())
    }
  }

  /// A whole number with its unit, to three digits.
  func text(_ number: Int) -> String {
    switch unit {
    case "ns" where number < 10_000: "\(number) ns"
    case "ns" where number < 10_000_000: "\(Self.thousandths(number / 1_000)) ms"
    case "ns": "\(number / 1_000_000) ms"
    case "B" where number < 10_000: "\(number) B"
    case "B" where number < 10_000_000: "\(number / 1_000) kB"
    case "B": "\(number / 1_000_000) MB"
    case "/s": "\(number)/s"
    default: "\(number) \(unit)"
    }
  }

  private static func thousandths(_ number: Int) -> String {
    let rest = String(number % 1_000)
    return "\(number / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}
