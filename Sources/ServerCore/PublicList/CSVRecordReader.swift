/// Reads the records of a CSV file one after the other, strictly (RFC 4180 §2).
///
/// Takes LF and CRLF line ends, a UTF-8 byte order mark, quoted fields with separators, line ends and doubled quotes,
/// and a last record without line end. Everything else is a `CSVError` naming record and line: nothing is guessed.
/// Time is linear in the bytes read, hostile input included. After an error the reader throws the same error again.
public struct CSVRecordReader: Sendable {
  private let source: ArraySlice<UInt8>
  private let separator: UInt8
  private let limits: PublicListLimits
  private var offset: Int
  private var line = 1
  private var number = 0
  private var fieldsExpected = 0
  private var failure: CSVError?

  /// Opens a file's bytes.
  ///
  /// Throws `fileTooLong` when they exceed `limits.fileBytesMax`.
  public init(
    _ source: ArraySlice<UInt8>, separator: CSVSeparator, limits: PublicListLimits = .standard
  ) throws(CSVError) {
    guard source.count <= limits.fileBytesMax else {
      throw CSVError(reason: .fileTooLong, record: 0, line: 0)
    }
    self.source = source
    self.separator = separator.rawValue
    self.limits = limits
    offset = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Reads the next record, or nil at the end of the file.
  public mutating func next() throws(CSVError) -> CSVRecord? {
    if let failure { throw failure }
    guard offset < source.count else { return nil }
    number += 1
    do {
      let record = try scanRecord()
      fieldsExpected = record.count
      return record
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func scanRecord() throws(CSVError) -> CSVRecord {
    guard number <= limits.recordsMax else { throw fault(.tooManyRecords) }
    let held = source
    let bytes = held.span
    let (start, firstLine) = (offset, line)
    var fields: [CSVRecord.Bounds] = []
    fields.reserveCapacity(fieldsExpected)
    var at = start
    while true {
      let (field, end) = try scanField(bytes, from: at)
      guard end - at <= limits.fieldBytesMax else { throw fault(.fieldTooLong, line: firstLine) }
      guard end - start <= limits.recordBytesMax else { throw fault(.recordTooLong, line: firstLine) }
      fields.append(field)
      guard end < bytes.count, bytes[end] == separator else {
        try validate(bytes, start..<end, firstLine: firstLine)
        offset = try pastLineEnd(bytes, at: end)
        return CSVRecord(number: number, line: firstLine, source: held, bounds: fields)
      }
      at = end + 1
    }
  }

  /// One field from its first byte; `end` is the separator, line end or end of file after it.
  private mutating func scanField(
    _ bytes: borrowing Span<UInt8>, from start: Int
  ) throws(CSVError) -> (field: CSVRecord.Bounds, end: Int) {
    if start < bytes.count, bytes[start] == Self.quote { return try scanQuoted(bytes, from: start) }
    var at = start
    scan: while at < bytes.count {
      let byte = bytes[at]
      if byte > Self.quote, byte != separator {
        at += 1
        continue
      }
      switch byte {
      case separator, Self.lineFeed, Self.carriageReturn: break scan
      case Self.quote: throw fault(.quoteInsideField)
      case 0: throw fault(.nul)
      default: at += 1
      }
    }
    return (CSVRecord.Bounds(start: start, end: at, hasDoubledQuotes: false), at)
  }

  private mutating func scanQuoted(
    _ bytes: borrowing Span<UInt8>, from start: Int
  ) throws(CSVError) -> (field: CSVRecord.Bounds, end: Int) {
    let opened = line
    var doubled = false
    var at = start + 1
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case Self.quote:
        if at + 1 < bytes.count, bytes[at + 1] == Self.quote {
          doubled = true
          at += 2
          continue
        }
        let end = at + 1
        let follows = end < bytes.count ? bytes[end] : Self.lineFeed
        guard follows == separator || follows == Self.lineFeed || follows == Self.carriageReturn else {
          throw fault(.textAfterQuote)
        }
        return (CSVRecord.Bounds(start: start + 1, end: at, hasDoubledQuotes: doubled), end)
      case Self.lineFeed: line += 1
      case 0: throw fault(.nul)
      default: break
      }
      at += 1
    }
    throw fault(.unterminatedQuote, line: opened)
  }

  private mutating func pastLineEnd(_ bytes: borrowing Span<UInt8>, at end: Int) throws(CSVError) -> Int {
    guard end < bytes.count else { return end }
    var feed = end
    if bytes[end] == Self.carriageReturn {
      feed += 1
      guard feed < bytes.count, bytes[feed] == Self.lineFeed else { throw fault(.loneCarriageReturn) }
    }
    line += 1
    return feed + 1
  }

  private func validate(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, firstLine: Int
  ) throws(CSVError) {
    let invalid: Int
    do {
      _ = try UTF8Span(validating: bytes.extracting(range))
      return
    } catch {
      invalid = range.lowerBound + error.byteOffsets.lowerBound
    }
    var faultLine = firstLine
    for at in range.lowerBound..<invalid where bytes[at] == Self.lineFeed { faultLine += 1 }
    throw fault(.invalidUTF8, line: faultLine)
  }

  private func fault(_ reason: CSVErrorReason, line: Int? = nil) -> CSVError {
    CSVError(reason: reason, record: number, line: line ?? self.line)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
}
