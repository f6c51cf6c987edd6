/// Why a file is not a CSV file this reader takes; the code is stable.
public enum CSVErrorReason: String, Sendable, Equatable, CaseIterable {
  /// The file is longer than `PublicListLimits.fileBytesMax`.
  case fileTooLong = "file-too-long"
  /// A record is longer than `PublicListLimits.recordBytesMax`.
  case recordTooLong = "record-too-long"
  /// A field is longer than `PublicListLimits.fieldBytesMax`.
  case fieldTooLong = "field-too-long"
  /// The file has more records than `PublicListLimits.recordsMax`.
  case tooManyRecords = "too-many-records"
  /// Some bytes are not UTF-8.
  case invalidUTF8 = "invalid-utf8"
  /// A byte 0 stands in the file.
  case nul = "nul-byte"
  /// A quote opened and the file ended before it closed.
  case unterminatedQuote = "unterminated-quote"
  /// Something other than a separator or a line end follows a closing quote.
  case textAfterQuote = "text-after-quote"
  /// A quote stands inside a field that does not begin with one.
  case quoteInsideField = "quote-inside-field"
  /// A carriage return without line feed stands outside quotes.
  case loneCarriageReturn = "lone-carriage-return"
}
