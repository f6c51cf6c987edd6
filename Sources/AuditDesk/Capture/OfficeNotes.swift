import AuditModel
import AuditSchema
public import SyncCore

/// What the office records of a dossier.
extension CaptureDesk {
  /// Opens a dossier: what the scheme needs to know of the body's services and validity.
  public func openDossier(_ dossier: EntityID, profile: JSONValue, validFrom: String?, certificateEnd: String?)
    -> [Operation]
  {
    var steps = [writeIfNew("profile", on: dossier, profile)]
    if let validFrom { steps.append(writeIfNew("validFrom", on: dossier, .string(validFrom))) }
    if let certificateEnd { steps.append(writeIfNew("certificateEnd", on: dossier, .string(certificateEnd))) }
    return steps.compactMap { $0 }
  }

  /// Records a non-conformity of an earlier audit.
  public func nonConformity(_ id: EntityID, indicator: Int, grade: String, raisedOn: String, note: String?)
    -> [Operation]
  {
    var steps: [Operation] = [
      write("indicator", on: id, .integer(Int64(indicator))),
      write("grade", on: id, .string(grade)),
      write("raisedOn", on: id, .string(raisedOn)),
    ]
    if let note { steps.append(write("note", on: id, .string(note))) }
    return steps
  }

  /// Corrects a fact of the register.
  public func registerFact(_ field: FieldName, on body: EntityID, _ value: JSONValue, motive: String?) -> [Operation] {
    [write(field, on: body, value, motive: motive)]
  }

  /// Records a decision and asks for it.
  public func decide(_ decision: EntityID, audit: EntityID, outcome: String, motive: String?) -> [Operation] {
    var steps: [Operation] = [
      write("audit", on: decision, .string(audit.description)),
      write("outcome", on: decision, .string(outcome)),
      write("shownState", on: decision, .string(stateShown.description)),
    ]
    if let motive { steps.append(write("motive", on: decision, .string(motive))) }
    return steps + [request("decision.record", on: decision)]
  }

  /// Proposes a suspension with the gaps it rests on, and asks for it.
  public func proposeSuspension(_ proposal: EntityID, audit: EntityID?, gaps: [String], grounds: String)
    -> [Operation]
  {
    var steps: [Operation] = [write("kind", on: proposal, "suspension")]
    if let audit { steps.append(write("audit", on: proposal, .string(audit.description))) }
    steps += gaps.map { .add("gaps", on: proposal, value: .string($0)) }
    return steps + [write("grounds", on: proposal, .string(grounds)), request("habilitation.suspend", on: proposal)]
  }
}
