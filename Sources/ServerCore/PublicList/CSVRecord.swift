/// One record of a CSV file: its number, its line and its fields.
///
/// A record keeps the file's bytes alive and reads a field only when asked.
public struct CSVRecord: Sendable {
  /// The record's number, counted from 1, the header being record 1.
  public let number: Int
  /// The line on which the record begins, counted from 1.
  public let line: Int

  /// Where one field lies in the file, its outer quotes left out.
  struct Bounds: Sendable {
    let start: Int
    let end: Int
    let hasDoubledQuotes: Bool
  }

  let source: ArraySlice<UInt8>
  let bounds: [Bounds]

  /// The number of fields; a blank line is one empty field.
  public var count: Int { bounds.count }

  /// The field at a place counted from 0, quotes undone, otherwise as written.
  public subscript(index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// The bytes of the field at a place counted from 0, quotes undone; valid UTF-8 without NUL.
  public func bytes(_ index: Int) -> ArraySlice<UInt8> {
    let field = bounds[index]
    let written = source[(source.startIndex + field.start)..<(source.startIndex + field.end)]
    guard field.hasDoubledQuotes else { return written }
    var undone: [UInt8] = []
    undone.reserveCapacity(written.count)
    var skip = false
    for byte in written {
      if skip {
        skip = false
        continue
      }
      undone.append(byte)
      skip = byte == UInt8(ascii: "\"")
    }
    return undone[...]
  }
}
