import AuditDesk
import AuditModel
import SchemeRules
import SyncCore

/// Subcontracts, with what the rules say of each.
extension RegisterReader {
  var subcontracts: Register {
    Register(
      anchor: "subcontracts", title: say("Sous-traitance", "Subcontracting"),
      caption: say("Contrats, ce qu'ils mentionnent et ce qui leur manque", "Contracts, what they hold and lack"),
      columns: [
        label("party", in: "subcontract"), say("Mission acceptée le", "Mission accepted on"),
        say("Forme", "Form"), label("items", in: "subcontract"), say("Contrôle", "Check"),
      ], rows: SubcontractView.all(in: fold).reversed().map(row))
  }

  private func row(_ view: SubcontractView) -> Register.Row {
    let contract = view.contract
    let items = SubcontractItem.allCases.filter(contract.items.contains).map { say($0.words) }
    let terms = [
      contract.isCPF ? say("payé par le CPF", "paid by the CPF") : nil,
      contract.certifyingShare.map { say($0.words) },
      contract.isOfSubcontractor ? say("par un sous-traitant", "by a subcontractor") : nil,
    ].compactMap(\.self)
    let isMet = view.breaches.isEmpty
    return Register.Row(
      entity: view.id,
      cells: [
        Register.Cell(view.party, tags: wording.isDisputed("terms", of: view.id) ? [disputed] : []),
        Register.Cell(wording.phrasing.day(contract.acceptedOn)),
        Register.Cell(
          contract.isWritten ? say("écrit", "in writing") : say("non écrit", "not in writing"), lines: terms),
        Register.Cell(items.isEmpty ? nil : items.joined(separator: ", ")),
        Register.Cell(
          "",
          tags: [
            Register.Tag(
              words: isMet ? say("règles respectées", "rules met") : say("à corriger", "to be put right"),
              look: isMet ? .good : .warn)
          ], lines: view.breaches.map { "\(say($0.text.what)) (\($0.rule))" }),
      ])
  }
}
