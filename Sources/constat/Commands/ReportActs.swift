import ArgumentParser
import AuditDesk
import Terminal

/// `report present`: asks to present the report; once accepted, the audit is frozen as the asker had seen it (R-ROLE-16).
enum ReportPresent: AuditFormShape {
  static let form = ActForm.required("report.present")
  static let configuration = form(form, command: "present", of: "report")
  typealias Inputs = NoInputs
}

/// `report sent`: the letter or e-mail that took the report to the body; the ten days run from it.
enum ReportSent: AuditFormShape {
  static let form = ActForm.required("report.sent")
  static let configuration = form(form, command: "sent", of: "report")

  struct Inputs: AuditFormInputs {
    @Option(help: "mail/…") var mail: String

    var given: [String: [String]] { ["mail": [mail]] }
  }
}

/// `report answer`: what the body answered.
enum ReportAnswered: AuditFormShape {
  static let form = ActForm.required("report.answer")
  static let configuration = form(form, command: "answer", of: "report")

  struct Inputs: AuditFormInputs {
    @Option(help: "mail/…") var mail: String
    @Option(help: ArgumentHelp(Console.say("Rapport validé : oui ou non.", "Report validated: yes or no.")))
    var validated: String

    var given: [String: [String]] { ["mail": [mail], "validated": [validated]] }
  }
}

/// `report wait`: a major is open, the report waits for evidence.
enum ReportWait: AuditFormShape {
  static let form = ActForm.required("report.await-evidence")
  static let configuration = form(form, command: "wait", of: "report")
  typealias Inputs = NoInputs
}

/// `report close`: nothing is waited for any more.
enum ReportClose: AuditFormShape {
  static let form = ActForm.required("report.close")
  static let configuration = form(form, command: "close", of: "report")

  struct Inputs: AuditFormInputs {
    @Flag(
      help: ArgumentHelp(
        Console.say(
          "L'organisme n'a pas répondu dans son délai\u{202F}: le rapport est clos en l'état.",
          "The body has not answered in its time: the report is closed as it stands.")))
    var unanswered = false

    var given: [String: [String]] { unanswered ? ["unanswered": ["oui"]] : [:] }
  }
}

/// `report submit`: the closed report goes to decision.
enum ReportSubmit: AuditFormShape {
  static let form = ActForm.required("report.submit")
  static let configuration = form(form, command: "submit", of: "report")
  typealias Inputs = NoInputs
}
