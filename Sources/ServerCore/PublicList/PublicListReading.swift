/// A whole file of the public list, read: what was taken, what was not, and the bodies that result.
public struct PublicListReading: Sendable {
  /// The layout of the file.
  public let layout: PublicListLayout
  /// The number of rows read, header left out: `rows.count + rejections.count`.
  public let rowsRead: Int
  /// The rows taken, in the file's order.
  public let rows: [PublicListRow]
  /// The rows not taken, in the file's order.
  public let rejections: [PublicListRejection]
  /// The oddities: those of rows in the file's order, then those of bodies in order of SIREN.
  public let warnings: [PublicListWarning]
  /// The bodies, in order of SIREN; each takes all its accepted rows together.
  public let bodies: [PublicListBody]

  /// Reads a file's bytes.
  ///
  /// Throws `PublicListError` when the file's structure or its header stops the import; a bad row does not. Pure: the
  /// same bytes give the same reading. Source: R-QUAL-108, DESIGN §11.
  public init(
    _ bytes: ArraySlice<UInt8>, separator: CSVSeparator = .semicolon, limits: PublicListLimits = .standard
  ) throws(PublicListError) {
    var (rows, rejections, warnings): ([PublicListRow], [PublicListRejection], [PublicListWarning]) = ([], [], [])
    var reader = try Self.orStop { () throws(CSVError) in
      try CSVRecordReader(bytes, separator: separator, limits: limits)
    }
    let first = try Self.orStop { () throws(CSVError) in try reader.next() }
    let rowReader = PublicListRowReader(header: try Self.header(first))
    layout = rowReader.header.layout
    while let record = try Self.orStop({ () throws(CSVError) in try reader.next() }) {
      switch rowReader.read(record) {
      case .accepted(let row, let odd):
        rows.append(row)
        warnings += odd
      case .rejected(let rejection): rejections.append(rejection)
      }
    }
    let (bodies, odd) = Self.grouped(rows)
    self.rows = rows
    self.rejections = rejections
    self.warnings = warnings + odd
    self.bodies = bodies
    rowsRead = rows.count + rejections.count
  }

  /// The bodies by SIREN, the form a later comparison takes as its reference.
  public var bodiesBySIREN: [PublicListSIREN: PublicListBody] {
    Dictionary(uniqueKeysWithValues: bodies.map { ($0.siren, $0) })
  }

  private static func orStop<Value>(
    _ read: () throws(CSVError) -> Value
  ) throws(PublicListError) -> Value {
    do { return try read() } catch { throw .file(error) }
  }

  private static func header(_ record: CSVRecord?) throws(PublicListError) -> PublicListHeader {
    guard let record else { throw .header(PublicListHeaderError(reason: .missingHeader, columns: [])) }
    do { return try PublicListHeader(record) } catch { throw .header(error) }
  }

  private static func grouped(_ rows: [PublicListRow]) -> ([PublicListBody], [PublicListWarning]) {
    // Sorted by SIREN and place: no dictionary, so nothing depends on hashing.
    let order = rows.indices.sorted { (rows[$0].siren, $0) < (rows[$1].siren, $1) }
    var (bodies, warnings): ([PublicListBody], [PublicListWarning]) = ([], [])
    var start = 0
    while start < order.count {
      let siren = rows[order[start]].siren
      var end = start
      while end < order.count, rows[order[end]].siren == siren { end += 1 }
      var grouping = PublicListGrouping(rows: order[start..<end].map { rows[$0] })
      bodies.append(grouping.body())
      warnings += grouping.warnings
      start = end
    }
    return (bodies, warnings)
  }
}
