import ArgumentParser
import AuditDesk
import AuditModel
import FieldClient
import SchemeRules
import SyncCore
import Terminal

/// A command that fills in one form: its options are the form's inputs by name, its help says who may, what it needs, by
/// when and by which rule.
protocol FormCommand: ConstatCommand {
  /// The form.
  static var form: ActForm { get }
  /// Which entity or dossier: an id, or nil for the audit at hand.
  var subject: String? { get }
  /// What was given, by input; empty lists for what was not.
  var given: [String: [String]] { get }
}

extension FormCommand {
  /// The configuration of a form's command.
  static func form(_ form: ActForm, command: String, of noun: String) -> CommandConfiguration {
    CommandConfiguration(
      commandName: command, abstract: FormHelp(form).title, discussion: FormHelp(form).text(),
      aliases: Words.aliases(verb: command, of: noun))
  }

  func answer(in session: Session) async throws -> Answer {
    let answers = try Self.answers(given)
    let (stream, existing) = try FormSubject.find(subject, for: Self.form, in: session)
    let entity: EntityID
    if let existing {
      try session.capture(stream) { Self.form.steps($0, on: existing, answers) }
      entity = existing
    } else {
      entity = try session.captureNew(Self.form.entityType, in: stream) { Self.form.steps($0, on: $1, answers) }
    }
    return try Self.report(entity, stream, session)
  }

  static func answers(_ given: [String: [String]]) throws -> ActAnswers {
    do throws(ActInputFault) {
      return try form.answers(to: given)
    } catch {
      throw CommandFailure("form", .usage, fr: error.sentence.fr, en: error.sentence.en)
    }
  }

  /// The id of what was written, and for an act what this device expects of it.
  private static func report(_ entity: EntityID, _ stream: StreamID, _ session: Session) throws -> Answer {
    var lines = [session.say("Enregistré : ", "Saved: ") + entity.description]
    var members: [(String, JSONValue)] = [
      ("id", .string(entity.description)), ("stream", .string(stream.description)),
    ]
    if let act = form.act {
      let page = try RulingPage.forecast(act, on: entity, in: session, stream: stream)
      lines += page.lines(session)
      members.append(("forecast", page.json))
    }
    return Answer(form.name, lines: lines, members: members)
  }
}

/// Finds what a form is about.
enum FormSubject {
  /// The stream, and the entity where it is there already.
  ///
  /// A form of the directory needs no subject. One that makes an entity takes a dossier, an audit or another entity of
  /// the dossier, or an entity of its own type, which it completes; one about an audit takes the audit at hand when none
  /// is named.
  static func find(_ subject: String?, for form: ActForm, in session: Session) throws -> (StreamID, EntityID?) {
    if form.stream == .directory { return (.directory, nil) }
    if form.createsEntity {
      if let subject, let id = EntityID(subject), id.typePath == form.entityType {
        let (view, fold) = try EntityLookup.find(subject, type: form.entityType, in: session)
        return (fold.stream, view.id)
      }
      if let subject, let stream = StreamID(subject), case .dossier = stream.family { return (stream, nil) }
      if let subject, let id = EntityID(subject), id.typePath != "audit" {
        return (try EntityLookup.find(subject, type: id.typePath, in: session).1.stream, nil)
      }
      return (try AuditPlace.find(subject, in: session).stream, nil)
    }
    if form.entityType == "dossier", let stream = subject.flatMap({ StreamID($0) }),
      case .dossier(_, let key) = stream.family
    {
      return (stream, AuditNames.dossier(key))
    }
    if form.entityType == "audit" {
      let place = try AuditPlace.find(subject, in: session)
      return (place.stream, place.audit)
    }
    guard let subject else {
      throw CommandFailure(
        "which-entity", .usage, fr: "Dites de quoi il s'agit : \(form.entityType)/…",
        en: "Say what it is about: \(form.entityType)/…")
    }
    let (view, fold) = try EntityLookup.find(subject, type: form.entityType, in: session)
    return (fold.stream, view.id)
  }
}

/// What the help of a form's command says below its first line.
struct FormHelp {
  let form: ActForm

  init(_ form: ActForm) { self.form = form }

  /// What the form does, as a sentence begins.
  var title: String {
    let words = form.words.text(in: Console.processLanguage)
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  func text() -> String {
    let language = Console.processLanguage
    let colon = Console.say("\u{202F}: ", ": ")
    var lines = [
      Console.say("Qui", "Who") + colon
        + Role.allCases.filter(form.roles.contains).map { $0.words.text(in: language) }.joined(separator: ", ")
    ]
    if let documents = form.documents {
      lines.append(Console.say("Pièces", "Documents") + colon + documents.text(in: language))
    }
    if let deadline = form.deadline {
      let rule = DeadlineTable.standard[deadline]
      lines.append(
        Console.say("Délai", "Deadline") + colon + "\(deadline), "
          + rule.expression.words(from: rule.trigger).text(in: language))
    }
    for input in form.inputs {
      guard case .choice = input.kind else { continue }
      lines.append("--\(input.name)" + colon + input.expectation.text(in: language))
    }
    lines.append(Console.say("Règles", "Rules") + colon + form.rules.map(\.description).joined(separator: ", "))
    return lines.joined(separator: "\n")
  }
}
