/// Why a header stops the import; the code is stable.
public enum PublicListHeaderErrorReason: String, Sendable, Equatable, CaseIterable {
  /// The file is empty.
  case missingHeader = "header-missing"
  /// No column belongs to a layout the import knows.
  case unknownLayout = "layout-unknown"
  /// The header is one column unknown to every layout: most often the wrong separator.
  case oneColumn = "separator-wrong"
  /// A column is not one of the layout's.
  case unknownColumn = "column-unknown"
  /// A column stands twice.
  case repeatedColumn = "column-repeated"
  /// A column the import reads is not there.
  case missingColumn = "column-missing"
}
