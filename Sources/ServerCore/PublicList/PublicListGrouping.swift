/// Takes the rows of one SIREN together as one body.
///
/// Every choice among rows follows one order that does not depend on the file's: rank, SIRET, then the texts by bytes.
struct PublicListGrouping {
  private let siren: PublicListSIREN
  private let rows: [PublicListRow]
  private(set) var warnings: [PublicListWarning] = []

  /// Rows of one SIREN, at least one, in any order.
  init(rows: [PublicListRow]) {
    precondition(!rows.isEmpty, "a body has at least one row")
    siren = rows[0].siren
    self.rows = rows.count == 1 ? rows : rows.sorted { Self.precedes($0, $1) { _ in 0 } }
  }

  mutating func body() -> PublicListBody {
    let byName = ordered(by: Self.nameRank)
    let seat = ordered(by: Self.addressRank)[0]
    let name = byName.lazy.compactMap(\.denomination).first
    let nda = byName.lazy.compactMap(\.nda).first
    let ndas = PublicListByteOrder.distinct(rows.compactMap(\.nda))
    let headOffice = byName.lazy.compactMap(\.headOfficeSIRET).first
    let open = rows.filter(\.isOpen)
    let judged = open.isEmpty ? rows : open
    let body = PublicListBody(
      siren: siren, legalName: name, address: seat.address, addressSIRET: seat.siret, headOffice: headOffice, nda: nda,
      otherNDAs: ndas.filter { !PublicListByteOrder.same($0, nda) }, qualiopi: .any(judged.map(\.qualiopi)),
      sites: sites())
    if rows.count > 1 { compareRows(body, judged) }
    return body
  }

  private func sites() -> [PublicListSite] {
    var sites: [PublicListSite] = []
    for row in rows where sites.last?.siret != row.siret {
      sites.append(
        PublicListSite(
          siret: row.siret, name: row.tradeName ?? row.denomination, address: row.address, closed: row.closed))
    }
    return sites
  }

  private mutating func compareRows(_ body: PublicListBody, _ judged: [PublicListRow]) {
    if PublicListByteOrder.distinct(rows.compactMap(\.denomination)).count > 1 {
      warnings.append(PublicListWarning(.namesDiffer, siren: siren, value: body.legalName))
    }
    if !body.otherNDAs.isEmpty { warnings.append(PublicListWarning(.ndasDiffer, siren: siren, value: body.nda)) }
    if Set(rows.compactMap(\.headOfficeSIRET)).count > 1 {
      warnings.append(PublicListWarning(.headOfficesDiffer, siren: siren, value: body.headOffice?.text))
    }
    if PublicListQualiopi.disagree(judged.map(\.qualiopi)) {
      warnings.append(PublicListWarning(.qualiopiDiffers, siren: siren))
    }
    var reported: PublicListSIRET?
    for (row, next) in zip(rows, rows.dropFirst()) where row.siret == next.siret && reported != row.siret {
      reported = row.siret
      warnings.append(PublicListWarning(.repeatedSIRET, siren: siren, siret: row.siret))
    }
  }

  private func ordered(by rank: (PublicListRow) -> Int) -> [PublicListRow] {
    rows.count == 1 ? rows : rows.sorted { Self.precedes($0, $1, rank) }
  }

  /// An open head office names the body; a closed one only where no establishment is open.
  private static func nameRank(_ row: PublicListRow) -> Int {
    switch (row.isOpen, row.headOffice == .yes) {
    case (true, true): 0
    case (true, false): 1
    case (false, true): 2
    case (false, false): 3
    }
  }

  /// The head office's address stands even where the register says it closed: letters go there.
  private static func addressRank(_ row: PublicListRow) -> Int {
    switch (row.isOpen, row.headOffice == .yes) {
    case (true, true): 0
    case (false, true): 1
    case (true, false): 2
    case (false, false): 3
    }
  }

  private static func precedes(
    _ left: PublicListRow, _ right: PublicListRow, _ rank: (PublicListRow) -> Int
  ) -> Bool {
    let (leftRank, rightRank) = (rank(left), rank(right))
    if leftRank != rightRank { return leftRank < rightRank }
    if left.siret != right.siret { return left.siret < right.siret }
    if left.isOpen != right.isOpen { return left.isOpen }
    for text in [\PublicListRow.denomination, \.tradeName, \.nda] {
      // A row that states a text comes before one that does not.
      if (left[keyPath: text] == nil) != (right[keyPath: text] == nil) { return left[keyPath: text] != nil }
      let order = PublicListByteOrder.compare(left[keyPath: text], right[keyPath: text])
      if order != 0 { return order < 0 }
    }
    let order = PublicListAddress.compare(right.address, left.address)
    if order != 0 { return order < 0 }
    if left.closed != right.closed { return left.closed == .no }
    return PublicListByteOrder.compare(right.headOfficeSIRET?.text, left.headOfficeSIRET?.text) < 0
  }
}
