import AuditDesk
import AuditModel
import SchemeRules
import SyncCore

/// Where the certificate stands, what is printed on it, and what waits to be decided.
extension RegisterReader {
  var certificate: Register {
    Register(
      anchor: "certificate", title: say("Certificat", "Certificate"),
      caption: say("État, validité et suites proposées", "Standing, validity and what is proposed"),
      columns: [say("Donnée", "Datum"), say("Valeur", "Value")],
      rows: (context.flatMap(CertificateView.init).map(certified) ?? habilitated) + changed)
  }

  /// Qualiopi's certificate, once anything says where it stands.
  private func certified(_ view: CertificateView) -> [Register.Row] {
    if view.record.standing == .notGranted, view.proposals.isEmpty { return [] }
    return view.entries(wording.phrasing).map { entry in
      Register.Row(
        entity: nil,
        cells: [
          Register.Cell(entry.label),
          Register.Cell(
            entry.text, tags: entry.isOpen ? [Register.Tag(words: say("à traiter", "to do"), look: .warn)] : []),
        ])
    }
  }

  /// The habilitations of the other schemes, as recorded.
  private var habilitated: [Register.Row] {
    guard case .dossier(_, let key) = fold.stream.family else { return [] }
    return rows(["standing"], of: AuditNames.title(key))
      + rows(["validFrom", "certificateEnd"], of: AuditNames.dossier(key))
  }

  /// What a declared change made of the printed data.
  private var changed: [Register.Row] {
    guard case .dossier(_, let key) = fold.stream.family else { return [] }
    return rows(["data"], of: AuditNames.title(key))
  }

  private func rows(_ fields: [FieldName], of entity: EntityID?) -> [Register.Row] {
    fields.compactMap { field in
      guard let entity, wording.fact(field, of: entity) != nil else { return nil }
      return Register.Row(
        entity: nil, cells: [Register.Cell(label(field, in: entity.typePath)), cell(field, of: entity)])
    }
  }
}
