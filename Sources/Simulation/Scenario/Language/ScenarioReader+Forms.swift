import AuditDesk
import SyncCore

/// Forms: what one person fills in as one change.
extension ScenarioReader {
  /// Reads a filled-in form; the answers are checked when they are written.
  mutating func filling(_ fields: ScenarioFields, _ subject: ScenarioNode) throws(ScenarioFault) -> ScenarioFilling {
    let device = try device(subject, "do")
    let node = try fields.required("form")
    let name = try node.text("form")
    guard let form = ActForm.named(name) else { throw node.wrong("form", .form) }
    var given: [String: [ScenarioValue]] = [:]
    let entries = try fields["with"].map { (node) throws(ScenarioFault) in try node.entries("with") } ?? []
    for entry in entries {
      guard form.inputs.contains(where: { $0.name.utf8.elementsEqual(entry.key.utf8) }) else {
        throw ScenarioFault(entry.line, .unknownKey(entry.key, known: form.inputs.map(\.name)))
      }
      var values: [ScenarioValue] = []
      for element in entry.value.listed ?? [entry.value] { values.append(try value(element)) }
      given[entry.key] = values
    }
    // What is everybody's is in no dossier: such a form says by itself where it writes.
    let place = form.stream == .directory ? StreamID.directory : try stream(fields)
    return ScenarioFilling(
      device: device, stream: place, form: name, entity: try fields.required("entity").entity("entity"),
      given: given, name: try fields["as"].map { (node) throws(ScenarioFault) in try add(change: node) })
  }
}
