/// The figures of an import, for a dry run or a report: data first, then lines for people.
public struct PublicListSummary: Sendable, Equatable, Codable {
  /// The figures of the comparison with the reference.
  public struct Compared: Sendable, Equatable, Codable {
    /// Bodies in the reference.
    public let referenceBodies: Int
    /// Bodies the reference does not have.
    public let added: Int
    /// Bodies the new file no longer has.
    public let removed: Int
    /// Bodies with at least one change.
    public let changed: Int
    /// Bodies whose legal name changes.
    public let renamed: Int
    /// Bodies left as they were because a row about them was rejected.
    public let leftAsTheyWere: Int
    /// Bodies found the same.
    public let unchanged: Int
    /// Whether the import may go on.
    public let mayImport: Bool
    /// The limits exceeded, accepted or not.
    public let limitsExceeded: [PublicListMassChange]
  }

  /// The layout's stable name.
  public let layout: String
  /// Rows read, header left out.
  public let rowsRead: Int
  /// Rows taken.
  public let rowsAccepted: Int
  /// Rows not taken, by stable code.
  public let rowsRejected: [String: Int]
  /// Warnings, by stable code.
  public let warnings: [String: Int]
  /// Bodies that result.
  public let bodies: Int
  /// Bodies with two sites or more, closed ones counted.
  public let bodiesWithSeveralSites: Int
  /// The comparison; nil when none was made.
  public let compared: Compared?

  /// Counts a reading and, where one was made, its comparison with the reference.
  public init(_ reading: PublicListReading, comparison: PublicListComparison? = nil) {
    layout = reading.layout.rawValue
    rowsRead = reading.rowsRead
    rowsAccepted = reading.rows.count
    rowsRejected = Self.counts(reading.rejections.map(\.code))
    warnings = Self.counts(reading.warnings.map(\.code))
    bodies = reading.bodies.count
    bodiesWithSeveralSites = reading.bodies.count { $0.sites.count > 1 }
    compared = comparison.map { made in
      Compared(
        referenceBodies: made.referenceBodies, added: made.added.count, removed: made.removed.count,
        changed: made.changed.count, renamed: made.changes.count { $0.field == .legalName },
        leftAsTheyWere: made.leftAsTheyWere.count, unchanged: made.unchangedBodies,
        mayImport: made.verdict.mayImport, limitsExceeded: made.verdict.exceeded)
    }
  }

  /// The lines for people: rows and bodies, rejected rows by code, warnings by code, comparison, limits exceeded.
  public var lines: [PublicListText] {
    var lines = [rowLine]
    if bodiesWithSeveralSites > 0 {
      lines.append(
        PublicListText(
          fr: PublicListCount.fr(bodiesWithSeveralSites, "organisme", "organismes") + " à plusieurs établissements",
          en: PublicListCount.en(bodiesWithSeveralSites, "body", "bodies") + " with several establishments"))
    }
    for (code, count) in rowsRejected.sorted(by: { $0.key < $1.key }) {
      lines.append(
        PublicListText(
          fr: PublicListCount.fr(count, "ligne rejetée", "lignes rejetées") + "\u{202F}: \(code)",
          en: PublicListCount.en(count, "row rejected", "rows rejected") + ": \(code)"))
    }
    for (code, count) in warnings.sorted(by: { $0.key < $1.key }) {
      lines.append(
        PublicListText(
          fr: PublicListCount.fr(count, "avertissement", "avertissements") + "\u{202F}: \(code)",
          en: PublicListCount.en(count, "warning", "warnings") + ": \(code)"))
    }
    guard let compared else { return lines }
    lines.append(Self.line(compared))
    if !compared.mayImport { return lines + compared.limitsExceeded.map(\.text) }
    for limit in compared.limitsExceeded {
      lines.append(
        PublicListText(
          fr: "Changement de masse accepté\u{202F}: \(limit.code)", en: "Mass change accepted: \(limit.code)"))
    }
    return lines
  }

  private var rowLine: PublicListText {
    let rejected = rowsRejected.values.reduce(0, +)
    return PublicListText(
      fr: PublicListCount.fr(rowsRead, "ligne lue", "lignes lues") + ", "
        + PublicListCount.fr(rowsAccepted, "retenue", "retenues") + ", "
        + PublicListCount.fr(rejected, "rejetée", "rejetées") + "\u{202F}; "
        + PublicListCount.fr(bodies, "organisme", "organismes"),
      en: PublicListCount.en(rowsRead, "row read", "rows read") + ", \(PublicListCount.en(rowsAccepted)) kept, "
        + "\(PublicListCount.en(rejected)) rejected; " + PublicListCount.en(bodies, "body", "bodies"))
  }

  private static func line(_ compared: Compared) -> PublicListText {
    PublicListText(
      fr: PublicListCount.fr(compared.added, "organisme nouveau", "organismes nouveaux") + ", "
        + PublicListCount.fr(compared.removed, "absent", "absents") + ", "
        + PublicListCount.fr(compared.changed, "modifié", "modifiés") + " (dont "
        + PublicListCount.fr(compared.renamed, "renommé", "renommés") + "), "
        + PublicListCount.fr(compared.leftAsTheyWere, "laissé tel quel", "laissés tels quels") + ", "
        + PublicListCount.fr(compared.unchanged, "inchangé", "inchangés"),
      en: PublicListCount.en(compared.added, "new body", "new bodies")
        + ", \(PublicListCount.en(compared.removed)) no longer listed, "
        + "\(PublicListCount.en(compared.changed)) changed (\(PublicListCount.en(compared.renamed)) renamed), "
        + "\(PublicListCount.en(compared.leftAsTheyWere)) left as they were, "
        + "\(PublicListCount.en(compared.unchanged)) unchanged")
  }

  private static func counts(_ codes: [String]) -> [String: Int] {
    Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +)
  }
}
