/// Reads records as rows, under one header.
struct PublicListRowReader {
  let header: PublicListHeader

  enum Outcome {
    case accepted(PublicListRow, [PublicListWarning])
    case rejected(PublicListRejection)
  }

  func read(_ record: CSVRecord) -> Outcome {
    do {
      var fields = Fields(header: header, record: record)
      return try accept(&fields)
    } catch {
      return .rejected(error)
    }
  }

  private func accept(_ fields: inout Fields) throws(PublicListRejection) -> Outcome {
    try fields.checkShape()
    let (siren, siret) = try fields.numbers()
    var warnings: [PublicListWarning] = []
    let record = fields.record
    func warn(_ reason: PublicListWarningReason, value: String? = nil) {
      warnings.append(PublicListWarning(reason, siren: siren, siret: siret, record: record.number, value: value))
    }
    let denomination = fields.text(.denomination)
    let (headOffice, headOfficeSIRET) = try headOffice(&fields, siret, warn)
    let row = PublicListRow(
      record: record.number, line: record.line, layout: header.layout, siren: siren, siret: siret,
      nda: fields.text(.nda), denomination: denomination, tradeName: fields.text(.tradeName),
      address: PublicListAddress(
        street: fields.text(.street), postcode: fields.text(.postcode), city: fields.text(.city),
        regionCode: fields.text(.regionCode)),
      qualiopi: try qualiopi(fields), closed: try fields.flag(.closed), headOffice: headOffice,
      headOfficeSIRET: headOfficeSIRET)
    if !siren.passesLuhn { warn(.sirenCheckDigit) }
    if !siret.hasPlausibleCheckDigits { warn(.siretCheckDigit) }
    if denomination == nil { warn(.missingName) }
    if fields.hasControl { warn(.controlCharacter) }
    return .accepted(row, warnings)
  }

  private func qualiopi(_ fields: Fields) throws(PublicListRejection) -> PublicListQualiopi {
    switch header.layout {
    case .official:
      .categories(
        PublicListCategories(
          trainingActions: try fields.flag(.trainingActions), skillsAssessments: try fields.flag(.skillsAssessments),
          priorExperience: try fields.flag(.priorExperience), apprenticeships: try fields.flag(.apprenticeships)))
    case .establishments: .certified(try fields.flag(.certified))
    }
  }

  /// The flag `siege_social` decides; the head office's SIRET speaks only where the flag is silent.
  ///
  /// In the published export every row that failed to be enriched names itself as head office while its flag says no:
  /// believing the SIRET would give one body three head offices.
  private func headOffice(
    _ fields: inout Fields, _ siret: PublicListSIRET, _ warn: (PublicListWarningReason, String?) -> Void
  ) throws(PublicListRejection) -> (PublicListFlag, PublicListSIRET?) {
    let flag = try fields.flag(.headOffice)
    guard let text = fields.text(.headOfficeSIRET) else { return (flag, flag == .yes ? siret : nil) }
    guard let stated = PublicListSIRET(text), stated.siren == siret.siren else {
      warn(.headOfficeSIRET, text)
      return (flag, flag == .yes ? siret : nil)
    }
    switch flag {
    case .unknown: return (stated == siret ? .yes : .no, stated)
    case .yes:
      if stated != siret { warn(.headOfficeContradiction, stated.text) }
      return (.yes, siret)
    case .no:
      guard stated == siret else { return (.no, stated) }
      warn(.headOfficeContradiction, stated.text)
      return (.no, nil)
    }
  }
}

/// The fields of one record, asked for by what they mean.
private struct Fields {
  let header: PublicListHeader
  let record: CSVRecord
  var hasControl = false

  init(header: PublicListHeader, record: CSVRecord) {
    self.header = header
    self.record = record
  }

  func checkShape() throws(PublicListRejection) {
    guard record.count == header.columnCount else {
      throw rejection(.fieldCount, nil, "\(record.count) ≠ \(header.columnCount)", sirensAnywhere)
    }
    if let unnamed = header.unnamedColumn, let held = PublicListFolding.fold(record.bytes(unnamed)).text {
      throw rejection(.unnamedFieldFilled, nil, held, sirensAnywhere)
    }
  }

  func numbers() throws(PublicListRejection) -> (PublicListSIREN, PublicListSIRET) {
    let (sirenText, siretText) = (folded(.siren).text, folded(.siret).text)
    guard let sirenText else { throw rejection(.missingSIREN, .siren, nil) }
    guard let siren = PublicListSIREN(sirenText) else { throw rejection(.malformedSIREN, .siren, sirenText) }
    guard let siretText else { throw rejection(.missingSIRET, .siret, nil) }
    guard let siret = PublicListSIRET(siretText) else { throw rejection(.malformedSIRET, .siret, siretText) }
    guard siret.siren == siren else { throw rejection(.mismatch, .siret, siretText) }
    return (siren, siret)
  }

  mutating func text(_ column: PublicListColumn) -> String? {
    let (text, control) = folded(column)
    if control { hasControl = true }
    return text
  }

  func flag(_ column: PublicListColumn) throws(PublicListRejection) -> PublicListFlag {
    let text = folded(column).text ?? ""
    guard let flag = PublicListFlag(field: text) else { throw rejection(.unreadableFlag, column, text) }
    return flag
  }

  private func folded(_ column: PublicListColumn) -> (text: String?, hasControl: Bool) {
    guard let place = header.place(column), place < record.count else { return (nil, false) }
    return PublicListFolding.fold(record.bytes(place))
  }

  private func rejection(
    _ reason: PublicListRejectionReason, _ column: PublicListColumn?, _ value: String?,
    _ about: [PublicListSIREN]? = nil
  ) -> PublicListRejection {
    PublicListRejection(
      record: record.number, line: record.line, reason: reason, column: column.flatMap(header.layout.columnName),
      value: value.map(PublicListText.quoted), sirens: about ?? sirens)
  }

  private var sirens: [PublicListSIREN] {
    let siren = folded(.siren).text.flatMap { PublicListSIREN($0) }
    let siret = folded(.siret).text.flatMap { PublicListSIRET($0) }?.siren
    return Set([siren, siret].compactMap(\.self)).sorted()
  }

  /// A row that slipped may hold its SIREN or SIRET in any field.
  private var sirensAnywhere: [PublicListSIREN] {
    var found: Set<PublicListSIREN> = []
    for index in 0..<record.count {
      guard let text = PublicListFolding.fold(record.bytes(index)).text else { continue }
      if let siren = PublicListSIREN(text), siren.passesLuhn { found.insert(siren) }
      if let siret = PublicListSIRET(text), siret.hasPlausibleCheckDigits { found.insert(siret.siren) }
    }
    return found.sorted()
  }
}
