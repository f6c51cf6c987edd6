import SyncCore

/// Cuts newline-delimited bodies.
public enum WireLines {
  /// The lines of a body whose last byte is a newline, each without it; empty lines are lines.
  public static func cut(_ body: [UInt8]) -> [ArraySlice<UInt8>] {
    var ends: [Int] = []
    body.withUnsafeBufferPointer { bytes in
      var end = EightBytes.firstIndex(of: 0x0A, in: bytes, from: 0)
      while end < bytes.count {
        ends.append(end)
        end = EightBytes.firstIndex(of: 0x0A, in: bytes, from: end + 1)
      }
    }
    var start = 0
    return ends.map { end in
      defer { start = end + 1 }
      return body[start..<end]
    }
  }
}
