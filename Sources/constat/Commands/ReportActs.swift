import ArgumentParser
import AuditDesk
import Terminal

/// The audit a command on its report is about; without one, the audit at hand.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?
}

/// `report present`: asks to present the report; once accepted, the audit is frozen as the asker had seen it (R-ROLE-16).
struct ReportPresent: FormCommand {
  static let form = ActForm.required("report.present")
  static let configuration = form(form, command: "present", of: "report")

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  var subject: String? { report.audit }
  var given: [String: [String]] { [:] }
}

/// `report sent`: the letter or e-mail that took the report to the body; the ten days run from it.
struct ReportSent: FormCommand {
  static let form = ActForm.required("report.sent")
  static let configuration = form(form, command: "sent", of: "report")

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @Option(help: "mail/…") var mail: String

  var subject: String? { report.audit }
  var given: [String: [String]] { ["mail": [mail]] }
}

/// `report answer`: what the body answered.
struct ReportAnswered: FormCommand {
  static let form = ActForm.required("report.answer")
  static let configuration = form(form, command: "answer", of: "report")

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @Option(help: "mail/…") var mail: String
  @Option(help: ArgumentHelp(Console.say("Rapport validé : oui ou non.", "Report validated: yes or no.")))
  var validated: String

  var subject: String? { report.audit }
  var given: [String: [String]] { ["mail": [mail], "validated": [validated]] }
}

/// `report wait`: a major is open, the report waits for evidence.
struct ReportWait: FormCommand {
  static let form = ActForm.required("report.await-evidence")
  static let configuration = form(form, command: "wait", of: "report")

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  var subject: String? { report.audit }
  var given: [String: [String]] { [:] }
}

/// `report close`: nothing is waited for any more.
struct ReportClose: FormCommand {
  static let form = ActForm.required("report.close")
  static let configuration = form(form, command: "close", of: "report")

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  var subject: String? { report.audit }
  var given: [String: [String]] { [:] }
}

/// `report submit`: the closed report goes to decision.
struct ReportSubmit: FormCommand {
  static let form = ActForm.required("report.submit")
  static let configuration = form(form, command: "submit", of: "report")

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  var subject: String? { report.audit }
  var given: [String: [String]] { [:] }
}
