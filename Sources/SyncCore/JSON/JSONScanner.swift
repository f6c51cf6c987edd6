/// The strict decoder that stands in front of every other parser (DESIGN §4).
///
/// Accepts exactly the bytes `JSONWriter` would print for the value, so parse and print are inverse. It judges
/// spelling, not meaning: order of keys is judged by who knows whether an object is an envelope or a value.
public struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let depthMax: Int
  private let textBytesMax: Int
  private var index = 0

  /// Reads one value that fills the bytes.
  /// - Throws: `JSONFault`, the first one met from the left.
  public static func value(
    of bytes: [UInt8], depthMax: Int = SyncLimits.depthMax, textBytesMax: Int = SyncLimits.textBytesMax
  ) throws(JSONFault) -> JSONValue {
    let result: Result<JSONValue, JSONFault> = bytes.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(bytes: buffer, depthMax: depthMax, textBytesMax: textBytesMax)
      do throws(JSONFault) {
        let value = try scanner.value(depth: 0)
        guard scanner.index == buffer.count else { throw .trailingBytes }
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  init(bytes: UnsafeBufferPointer<UInt8>, depthMax: Int, textBytesMax: Int) {
    self.bytes = bytes
    self.depthMax = depthMax
    self.textBytesMax = textBytesMax
  }

  private mutating func next() throws(JSONFault) -> UInt8 {
    guard index < bytes.count else { throw .malformed }
    defer { index += 1 }
    return bytes[index]
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Whether all bytes were read.
  var isAtEnd: Bool { index == bytes.count }

  /// Goes over bytes spelt just so; false when others stand here.
  mutating func take(_ spelling: StaticString) -> Bool {
    let count = spelling.utf8CodeUnitCount
    guard bytes.count - index >= count else { return false }
    for place in 0..<count where bytes[index + place] != spelling.utf8Start[place] { return false }
    index += count
    return true
  }

  /// Reads the text that begins here.
  mutating func text() throws(JSONFault) -> String {
    guard peek == UInt8(ascii: "\"") else { throw .malformed }
    return try string()
  }

  private mutating func expect(_ literal: StaticString) throws(JSONFault) {
    for place in 0..<literal.utf8CodeUnitCount {
      guard try next() == literal.utf8Start[place] else { throw .malformed }
    }
  }

  /// Reads the value that begins here, with so many arrays and objects around it.
  mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard let first = peek else { throw .malformed }
    switch first {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"):
      try expect("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try expect("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try expect("null")
      return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try integer())
    default: throw fault(at: first)
    }
  }

  /// White space where none may stand is a matter of spelling, anything else of syntax.
  private func fault(at byte: UInt8) -> JSONFault {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      ? .notCanonical : byte == 0 ? .nulCharacter : .malformed
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth <= depthMax else { throw .tooDeep }
    index += 1
    if peek == UInt8(ascii: "]") {
      index += 1
      return .array([])
    }
    var elements: [JSONValue] = []
    while true {
      elements.append(try value(depth: depth))
      switch try next() {
      case UInt8(ascii: ","): continue
      case UInt8(ascii: "]"): return .array(elements)
      case let other: throw fault(at: other)
      }
    }
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth <= depthMax else { throw .tooDeep }
    index += 1
    if peek == UInt8(ascii: "}") {
      index += 1
      return .object([])
    }
    var members: [JSONMember] = []
    members.reserveCapacity(8)
    while true {
      guard let quote = peek else { throw .malformed }
      guard quote == UInt8(ascii: "\"") else { throw fault(at: quote) }
      let key = try string()
      let colon = try next()
      guard colon == UInt8(ascii: ":") else { throw fault(at: colon) }
      members.append(JSONMember(key, try value(depth: depth)))
      switch try next() {
      case UInt8(ascii: ","): continue
      case UInt8(ascii: "}"):
        guard !hasDuplicateKey(members) else { throw .duplicateKey }
        return .object(members)
      case let other: throw fault(at: other)
      }
    }
  }

  private func hasDuplicateKey(_ members: [JSONMember]) -> Bool {
    if members.count < 9 {
      for (place, member) in members.enumerated() {
        for earlier in 0..<place where UTF8Bytes.areEqual(members[earlier].key, member.key) { return true }
      }
      return false
    }
    return Set(members.map { Array($0.key.utf8) }).count != members.count
  }

  /// Reads the integer that begins here.
  mutating func integer() throws(JSONFault) -> Int64 {
    let start = index
    if peek == UInt8(ascii: "-") { index += 1 }
    let digits = index
    while let digit = peek, digit >= 0x30, digit <= 0x39 { index += 1 }
    guard index > digits else { throw .malformed }
    if let byte = peek, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      throw .float
    }
    if bytes[digits] == 0x30 && (index - digits > 1 || digits > start) { throw .notCanonical }
    guard index - digits <= 16 else { throw .integerOutOfRange }
    var magnitude: Int64 = 0
    for place in digits..<index { magnitude = magnitude * 10 + Int64(bytes[place] - 0x30) }
    guard magnitude <= SyncLimits.integerMax else { throw .integerOutOfRange }
    return digits > start ? -magnitude : magnitude
  }

  private mutating func string() throws(JSONFault) -> String {
    index += 1
    let start = index
    var unescaped: [UInt8]?
    var runStart = index
    while true {
      index = EightBytes.firstNotPlain(in: bytes, from: index)
      let byte = try next()
      switch byte {
      case UInt8(ascii: "\""):
        let end = index - 1
        if unescaped == nil {
          guard end - start <= textBytesMax else { throw .textTooLong }
          return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        }
        unescaped?.append(contentsOf: bytes[runStart..<end])
        guard let unescaped, unescaped.count <= textBytesMax else { throw .textTooLong }
        return String(decoding: unescaped, as: UTF8.self)
      case UInt8(ascii: "\\"):
        if unescaped == nil { unescaped = [] }
        unescaped?.append(contentsOf: bytes[runStart..<(index - 1)])
        unescaped?.append(try escape())
        runStart = index
      case 0: throw .nulCharacter
      case 0x01..<0x20: throw .notCanonical
      case 0x20..<0x80: continue
      default: try multibyte(first: byte)
      }
    }
  }

  /// The one byte an escape stands for; only quotes, backslash and controls have one.
  private mutating func escape() throws(JSONFault) -> UInt8 {
    switch try next() {
    case UInt8(ascii: "\""): return UInt8(ascii: "\"")
    case UInt8(ascii: "\\"): return UInt8(ascii: "\\")
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "/"): throw .notCanonical
    case UInt8(ascii: "u"):
      var value = 0
      var upper = false
      for _ in 0..<4 {
        let digit = try next()
        switch digit {
        case 0x30...0x39: value = value << 4 | Int(digit - 0x30)
        case 0x61...0x66: value = value << 4 | Int(digit - 0x61 + 10)
        case 0x41...0x46:
          value = value << 4 | Int(digit - 0x41 + 10)
          upper = true
        default: throw .malformed
        }
      }
      guard value != 0 else { throw .nulCharacter }
      let short = value == 0x08 || value == 0x09 || value == 0x0A || value == 0x0C || value == 0x0D
      guard value < 0x20, !upper, !short else { throw .notCanonical }
      return UInt8(value)
    default: throw .malformed
    }
  }

  /// Checks the rest of a sequence of two to four bytes (Unicode 15, table 3-7).
  private mutating func multibyte(first: UInt8) throws(JSONFault) {
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let following: Int
    switch first {
    case 0xC2...0xDF: following = 1
    case 0xE0: (following, low) = (2, 0xA0)
    case 0xED: (following, high) = (2, 0x9F)
    case 0xE1...0xEF: following = 2
    case 0xF0: (following, low) = (3, 0x90)
    case 0xF4: (following, high) = (3, 0x8F)
    case 0xF1...0xF3: following = 3
    default: throw .invalidUTF8
    }
    for place in 0..<following {
      guard index < bytes.count else { throw .invalidUTF8 }
      let byte = bytes[index]
      guard byte >= (place == 0 ? low : 0x80), byte <= (place == 0 ? high : 0xBF) else { throw .invalidUTF8 }
      index += 1
    }
  }
}
