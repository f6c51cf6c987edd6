import AuditModel
public import SyncCore

extension BillingLine {
  /// What the line charges for, as the field `item` holds it.
  var itemValue: JSONValue {
    .sorted([("code", .string(code.rawValue)), ("en", .string(label.en)), ("fr", .string(label.fr))])
  }

  /// Quantity, price and amount, as the field `amount` holds them: cents in whole numbers, the quantity in decimal.
  var amountValue: JSONValue {
    .sorted([
      ("amountCents", .integer(amount.cents)), ("quantity", .string(quantity.decimal)),
      ("rule", .string(rule.description)), ("unit", .string(quantity.unit)), ("unitCents", .integer(unitPrice.cents)),
    ])
  }

  /// Reads a line of the dossier; nil for a correction that was asked for and not accepted, and for a shape of a newer
  /// version.
  init?(_ id: EntityID, in fold: StreamFold) {
    let reading = FieldReading(fold: fold, entity: id)
    guard let item = reading.view("item")?.shown, let code = item["code"]?.text.flatMap(BillingCode.init(rawValue:)),
      let value = reading.view("amount")?.shown, let quantity = BillingQuantity(value),
      let amount = value["amountCents"]?.number.flatMap(EuroCents.init(cents:)),
      let unitPrice = value["unitCents"]?.number.flatMap(EuroCents.init(cents:)),
      let rule = value["rule"]?.text.flatMap({ RuleID($0) })
    else { return nil }
    self.init(
      id: id.localName, code: code,
      label: LocalizedText(fr: item["fr"]?.text ?? code.rawValue, en: item["en"]?.text ?? code.rawValue),
      quantity: quantity, unitPrice: unitPrice, amount: amount, rule: rule,
      corrects: reading.text("corrects").flatMap { EntityID($0)?.localName })
  }
}

extension BillingAccount {
  /// The lines a dossier holds, corrections included, ascending by name.
  public init(_ fold: StreamFold) {
    self.init(fold.standing(ofType: "billing").sorted().compactMap { BillingLine($0, in: fold) })
  }
}

extension BillingQuantity {
  fileprivate var unit: String {
    switch self {
    case .duration: "day"
    case .startedDays: "started-day"
    case .units: "unit"
    }
  }

  fileprivate var decimal: String {
    switch self {
    case .duration(let duration): "\(duration.halfDays / 2)" + (duration.halfDays.isMultiple(of: 2) ? "" : ".5")
    case .startedDays(let count), .units(let count): String(count)
    }
  }

  fileprivate init?(_ value: JSONValue) {
    guard let decimal = value["quantity"]?.text else { return nil }
    switch value["unit"]?.text {
    case "day":
      let isHalf = decimal.hasSuffix(".5")
      guard let days = Int(isHalf ? String(decimal.dropLast(2)) : decimal), 0...500 ~= days,
        let duration = AuditDuration(halfDays: days * 2 + (isHalf ? 1 : 0))
      else { return nil }
      self = .duration(duration)
    case "started-day":
      guard let count = Int(decimal) else { return nil }
      self = .startedDays(count)
    case "unit":
      guard let count = Int(decimal) else { return nil }
      self = .units(count)
    default: return nil
    }
  }
}
