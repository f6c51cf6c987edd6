import SyncCore

/// Invoices that were not paid.
extension RegisterReader {
  var unpaid: Register {
    table(
      "unpaid", of: "unpaid", title: say("Impayés", "Unpaid invoices"),
      caption: say("En cours et réglés", "Open and settled"), columns: ["since", "amountCents", "settledOn"])
  }
}
