import AuditModel
import SyncCore

/// Where the certificate stands and what is printed on it.
extension RegisterReader {
  var certificate: Register {
    var rows: [Register.Row] = []
    if case .dossier(_, let key) = fold.stream.family {
      let places: [(EntityID?, [FieldName])] = [
        (
          AuditNames.title(key),
          ["standing", "since", "number", "cycle", "categories", "remoteSurveillance", "suspension", "data"]
        ),
        (AuditNames.dossier(key), ["validFrom", "certificateEnd"]),
      ]
      rows = places.flatMap { entity, fields in
        entity.map { entity in fields.compactMap { row($0, of: entity) } } ?? []
      }
    }
    return Register(
      anchor: "certificate", title: say("Certificat", "Certificate"),
      caption: say("État, validité et données imprimées", "Standing, validity and printed data"),
      columns: [say("Donnée", "Datum"), say("Valeur", "Value")], rows: rows)
  }

  private func row(_ field: FieldName, of entity: EntityID) -> Register.Row? {
    guard wording.fact(field, of: entity) != nil else { return nil }
    return Register.Row(
      entity: nil, cells: [Register.Cell(label(field, in: entity.typePath)), cell(field, of: entity)])
  }
}
