import ArgumentParser
import Terminal

/// The commands of the program by the moment of the trade they belong to, as the help shows them.
enum CommandGroups {
  static let all: [CommandGroup] = [
    CommandGroup(
      name: Console.say("Sur le terrain", "In the field"),
      subcommands: [
        AuditCommand.self,
        SheetCommand.self,
        ObservationCommand.self,
        InterviewCommand.self,
        EvidenceCommand.self,
        SituationCommand.self,
        ReportCommand.self,
        HandoverCommand.self,
      ]),
    CommandGroup(
      name: Console.say("Dossier et certification", "Dossier and certification"),
      subcommands: [
        DossierCommand.self,
        BodyCommand.self,
        ContractCommand.self,
        NonConformityCommand.self,
        DecisionCommand.self,
        CertificateCommand.self,
        CorrectionCommand.self,
        ComplaintCommand.self,
        HabilitationCommand.self,
        ProposalCommand.self,
        BillingCommand.self,
        UnpaidCommand.self,
        SubcontractCommand.self,
        CompetenceCommand.self,
      ]),
    CommandGroup(
      name: Console.say("Courrier, échéances, règles", "Mail, due dates, rules"),
      subcommands: [
        MailCommand.self,
        DeadlineCommand.self,
        RuleCommand.self,
        SettingCommand.self,
        FormsCommand.self,
      ]),
    CommandGroup(
      name: Console.say("Poste et synchronisation", "Device and synchronisation"),
      subcommands: [
        StatusCommand.self,
        JoinCommand.self,
        DeviceCommand.self,
        KeyCommand.self,
        SyncCommand.self,
        ChangeCommand.self,
        DivergenceCommand.self,
        OutboxCommand.self,
        LogCommand.self,
        VerifyCommand.self,
        RecordCommand.self,
      ]),
  ]
}
