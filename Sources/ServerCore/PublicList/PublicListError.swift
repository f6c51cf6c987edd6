/// What stops a whole import: the file's structure or its header.
public enum PublicListError: Error, Sendable {
  /// The file is not CSV as the reader takes it.
  case file(CSVError)
  /// The header is not one the import knows.
  case header(PublicListHeaderError)

  /// The stable code, in kebab-case.
  public var code: String {
    switch self {
    case .file(let error): error.code
    case .header(let error): error.code
    }
  }

  /// What happened and what to do next.
  public var text: PublicListText {
    switch self {
    case .file(let error): error.text
    case .header(let error): error.text
    }
  }
}
