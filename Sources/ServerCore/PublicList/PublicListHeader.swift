import WorkingDays

/// The header of a file, recognised: its layout and where each column is.
public struct PublicListHeader: Sendable {
  /// The layout the names belong to.
  public let layout: PublicListLayout
  /// The number of columns, the unnamed one included.
  public let columnCount: Int

  let unnamedColumn: Int?
  private let places: [Int?]

  /// Recognises a header record by its names, in any order.
  ///
  /// Names are compared by bytes, white space around them left out. Throws `PublicListHeaderError`, naming every column
  /// at fault, when a name is unknown, stands twice, or a required one is missing (R-QUAL-108).
  public init(_ record: CSVRecord) throws(PublicListHeaderError) {
    let names = (0..<record.count).map { PublicListFolding.fold(record.bytes($0)).text ?? "" }
    let layout = try Self.layout(of: names)
    var found: [[UInt8]: Int] = [:]
    var (repeated, unknown): ([String], [String]) = ([], [])
    let known = Set((layout.columnNames + (layout.allowsUnnamedColumn ? [""] : [])).map { Array($0.utf8) })
    for (index, name) in names.enumerated() {
      let key = Array(name.utf8)
      if !known.contains(key) { unknown.append(name) }
      if found.updateValue(index, forKey: key) != nil { repeated.append(name) }
    }
    guard unknown.isEmpty || !RuleSwitch.isOn("R-QUAL-108") else {
      throw PublicListHeaderError(reason: .unknownColumn, columns: unknown)
    }
    guard repeated.isEmpty else { throw PublicListHeaderError(reason: .repeatedColumn, columns: repeated) }
    var (places, missing): ([Int?], [String]) = ([], [])
    for column in PublicListColumn.allCases {
      guard let name = layout.columnName(column) else {
        places.append(nil)
        continue
      }
      places.append(found[Array(name.utf8)])
      if places.last == .some(nil) { missing.append(name) }
    }
    guard missing.isEmpty else { throw PublicListHeaderError(reason: .missingColumn, columns: missing) }
    self.layout = layout
    self.places = places
    columnCount = names.count
    unnamedColumn = found[[]]
  }

  /// The place of a column, counted from 0; nil when the layout has no such column.
  func place(_ column: PublicListColumn) -> Int? { places[column.rawValue] }

  /// The layout that knows most of the names; a tie at zero is no layout at all.
  private static func layout(of names: [String]) throws(PublicListHeaderError) -> PublicListLayout {
    let given = Set(names.map { Array($0.utf8) })
    let known = PublicListLayout.allCases.map { layout in
      (layout, layout.columnNames.count { given.contains(Array($0.utf8)) })
    }
    let best = known.max { $0.1 < $1.1 }
    guard let best, best.1 > 0 else {
      let reason: PublicListHeaderErrorReason = names.count == 1 ? .oneColumn : .unknownLayout
      throw PublicListHeaderError(reason: reason, columns: names)
    }
    return best.0
  }
}
