import ArgumentParser
import AuditDesk
import Terminal

/// One form about an audit as a command: its words and what it asks beside the audit; everything else is the same.
protocol AuditFormShape: SendableMetatype {
  associatedtype Inputs: AuditFormInputs
  /// The form.
  static var form: ActForm { get }
  /// Its command, with the words of the noun and the verb.
  static var configuration: CommandConfiguration { get }
}

extension AuditFormShape {
  /// The configuration of the command, its help that of the form.
  static func form(_ form: ActForm, command: String, of noun: String) -> CommandConfiguration {
    AuditFormCommand<Self>.form(form, command: command, of: noun)
  }
}

/// The arguments and options of a form about an audit.
protocol AuditFormInputs: ParsableArguments {
  /// What was given, by input.
  var given: [String: [String]] { get }
}

/// The command of a form about the audit at hand, or about the one `--audit` names.
struct AuditFormCommand<Shape: AuditFormShape>: FormCommand {
  static var form: ActForm { Shape.form }
  static var configuration: CommandConfiguration { Shape.configuration }

  @OptionGroup var common: CommonOptions
  @OptionGroup var about: AuditOption
  @OptionGroup var inputs: Shape.Inputs

  var subject: String? { about.audit }
  var given: [String: [String]] { inputs.given }
}

/// Which audit a command is about.
struct AuditOption: ParsableArguments {
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?
}

/// Nothing but the audit.
struct NoInputs: AuditFormInputs {
  var given: [String: [String]] { [:] }
}

/// The mail that proves a step, as the argument.
struct ProofArgument: AuditFormInputs {
  @Argument(help: ArgumentHelp(Console.say("Courrier : mail/…", "Mail item: mail/…"))) var mail: String

  var given: [String: [String]] { ["mail": [mail]] }
}
