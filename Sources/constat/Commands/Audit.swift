import ArgumentParser
import Terminal

/// `audit`: from the plan to the closing.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: Console.say("Audits : plan, cotation, clôture", "Audits: plan, grades, closing"),
    subcommands: [
      AuditList.self, AuditPlanCommand.self, AuditFormCommand<AuditMove>.self, AuditFormCommand<AuditName>.self,
      AuditFormCommand<AuditReplaceLead>.self, AuditFormCommand<AuditDocument>.self,
      AuditFormCommand<AuditNotice>.self, AuditFormCommand<AuditValidate>.self, AuditFormCommand<AuditSendPlan>.self,
      AuditFormCommand<AuditCancel>.self, AuditPrepare.self, AuditStart.self, AuditGrade.self, AuditShow.self,
      AuditNext.self, AuditFormCommand<AuditMark>.self, AuditCheck.self, AuditDone.self, AuditClose.self,
      AuditBill.self,
    ],
    aliases: Words.aliases(noun: "audit"))
}
