/// What a billing line charges for; the raw value is the stable code.
public enum BillingCode: String, Sendable, Hashable, CaseIterable {
  case auditDays = "audit-days"
  case mission
  case file
  case certificateChange = "certificate-change"
}
