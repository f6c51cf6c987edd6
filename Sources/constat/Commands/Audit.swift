import ArgumentParser
import Terminal

/// `audit`: from the plan to the closing.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: Console.say("Audits : plan, cotation, clôture", "Audits: plan, grades, closing"),
    subcommands: [
      AuditList.self, AuditPlanCommand.self, AuditMove.self, AuditName.self, AuditReplaceLead.self, AuditDocument.self,
      AuditNotice.self,
      AuditValidate.self, AuditSendPlan.self, AuditCancel.self, AuditPrepare.self, AuditStart.self, AuditGrade.self,
      AuditShow.self, AuditNext.self, AuditMark.self, AuditCheck.self, AuditDone.self, AuditClose.self,
      AuditBill.self,
    ],
    aliases: Words.aliases(noun: "audit"))
}
