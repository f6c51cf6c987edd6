import AuditModel
import AuditSchema
public import SyncCore

/// What an auditor records on site: each intention is one change.
extension CaptureDesk {
  /// Grades an indicator or control point, with a comment or none.
  public func grade(_ item: EntityID, _ grade: String, comment: String?, lack: String?) -> [Operation] {
    var steps = [writeIfNew("grade", on: item, .string(grade))]
    if let comment { steps.append(writeIfNew("comment", on: item, .string(comment))) }
    if let lack { steps.append(writeIfNew("lack", on: item, .string(lack))) }
    return steps.compactMap { $0 }
  }

  /// Records what was observed for one indicator on one site in one sample; a second text is added below the first.
  public func observe(_ audit: EntityID, indicator: String, site: String, sample: String, text: String) -> [Operation] {
    guard let id = AuditNames.observation(audit, indicator: indicator, site: site, sample: sample) else { return [] }
    let before = fold.field("text", of: id, schema: AuditSchema.current)?.shown?.text
    let whole = before.map { $0 + "\n" + text } ?? text
    return [
      writeIfNew("indicator", on: id, .string(indicator)),
      writeIfNew("site", on: id, .string(site)),
      writeIfNew("sample", on: id, .string(sample)),
      write("text", on: id, .string(whole)),
    ].compactMap { $0 }
  }

  /// Records an interview.
  public func interview(_ audit: EntityID, with person: String, site: String, text: String) -> [Operation] {
    [
      .append(
        "interviews", on: audit,
        value: .sorted([("site", .string(site)), ("text", .string(text)), ("with", .string(person))]), answers: nil)
    ]
  }

  /// Records evidence: seen and not taken, or a file that waits to be sent.
  public func evidence(
    _ id: EntityID, title: String, dated: String?, shownBy: String?, site: String?, indicators: [Int],
    file: EvidenceFile?
  ) -> [Operation] {
    var steps: [Operation] = [
      write("title", on: id, .string(title)),
      write("held", on: id, file == nil ? "seen" : "taken"),
    ]
    if let dated { steps.append(write("dated", on: id, .string(dated))) }
    if let shownBy { steps.append(write("shownBy", on: id, .string(shownBy))) }
    if let site { steps.append(write("site", on: id, .string(site))) }
    if let file { steps.append(write("file", on: id, file.json)) }
    steps += indicators.map { .add("indicators", on: id, value: .integer(Int64($0))) }
    return steps
  }

  /// Fills a meeting sheet.
  public func sheet(
    _ sheet: EntityID, heldOn: String?, representative: String?, participants: [String], announced: [JSONValue],
    remarks: String?
  ) -> [Operation] {
    var steps: [Operation?] = []
    if let heldOn { steps.append(writeIfNew("heldOn", on: sheet, .string(heldOn))) }
    if let representative { steps.append(writeIfNew("representative", on: sheet, .string(representative))) }
    steps += participants.map { add("participants", on: sheet, .string($0)) }
    steps += announced.map { add("announced", on: sheet, $0) }
    if let remarks { steps.append(writeIfNew("remarks", on: sheet, .string(remarks))) }
    return steps.compactMap { $0 }
  }

  /// Reports a change of situation seen on site, beside the register and never over it (R-ROLE-19).
  public func situation(
    _ id: EntityID, subject: String, observed: JSONValue, on day: String, proofDue: String?, note: String?
  ) -> [Operation] {
    var steps: [Operation] = [
      write("subject", on: id, .string(subject)),
      write("observed", on: id, observed),
      write("on", on: id, .string(day)),
    ]
    if let proofDue { steps.append(write("proofDue", on: id, .string(proofDue))) }
    if let note { steps.append(write("note", on: id, .string(note))) }
    return steps
  }

  /// Says that this device has captured all it will: the last seq it wrote before (DESIGN §6, completeness).
  public func done(_ audit: EntityID, replica: ReplicaID, lastSeq: Int) -> [Operation] {
    guard let id = AuditNames.device(audit, replica) else { return [] }
    return [
      write(
        "done", on: id,
        .sorted([
          ("last", .integer(Int64(lastSeq))), ("seen", seen.json), ("user", .string(author.user.description)),
        ]))
    ]
  }
}

/// A file kept on the device until it can be sent.
public struct EvidenceFile: Sendable, Hashable {
  /// SHA-256 of the bytes.
  public let digest: Digest
  /// The size.
  public let sizeBytes: Int
  /// The name it had, without folders.
  public let name: String

  /// Describes a file.
  public init(digest: Digest, sizeBytes: Int, name: String) {
    self.digest = digest
    self.sizeBytes = sizeBytes
    self.name = name
  }

  var json: JSONValue {
    .sorted([
      ("name", .string(name)), ("sha256", .string(digest.description)), ("size", .integer(Int64(sizeBytes))),
    ])
  }
}
