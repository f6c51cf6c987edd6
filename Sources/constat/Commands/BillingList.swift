import ArgumentParser
import AuditDesk
import AuditModel
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal

/// `billing list`: the lines of a dossier, or of all dossiers held here, with their sums.
struct BillingList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: Console.say("Lignes à facturer et leurs corrections", "Lines to invoice and their corrections"),
    discussion: Console.say(
      "Hors taxes, au centime. Une correction est une ligne négative. La comptabilité donne les numéros de facture.",
      "Before tax, to the cent. A correction is a negative line. Accounting gives the invoice numbers."),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String?

  func answer(in session: Session) async throws -> Answer {
    let streams = try dossier.map { [try NonConformityCommand.stream($0)] } ?? session.store.streams()
    var lines: [String] = []
    var dossiers: [JSONValue] = []
    var sum = EuroCents.zero
    for stream in streams {
      guard case .dossier(_, let key) = stream.family else { continue }
      let view = BillingView(try session.store.fold(stream))
      if view.rows.isEmpty { continue }
      let name = try session.bodyName(key).map { SafeText($0).description }
      lines += ["\(key)  \(name ?? "—")"] + BillingLines.lines(view, session)
      dossiers.append(BillingLines.json(view, stream))
      sum = sum + view.total
    }
    if dossiers.isEmpty {
      lines = [session.say("Rien à facturer.", "Nothing to invoice.")]
    } else if dossiers.count > 1 {
      lines.append(session.say("Total général : ", "Grand total: ") + sum.text(in: session.language))
    }
    return Answer(
      "billing.list", lines: lines,
      members: [("dossiers", .array(dossiers)), ("totalCents", .integer(sum.cents))])
  }
}

/// The billing list of one dossier laid out for a terminal and for programs.
enum BillingLines {
  static func lines(_ view: BillingView, _ session: Session) -> [String] {
    let language = session.language
    let rows = view.rows.map { row -> String in
      let amount = row.line.amount.text(in: language)
      let pad = String(repeating: " ", count: max(0, 14 - amount.count))
      let motive = row.motive.map { session.say(", motif : ", ", motive: ") + SafeText($0).description } ?? ""
      return "  \(pad)\(amount)  \(SafeText(row.line.label.text(in: language)).description), "
        + "\(row.line.quantity.words.text(in: language))  (\(row.line.rule), \(row.id))\(motive)"
    }
    let orders = view.orders.sorted { $0.key < $1.key }.flatMap { audit, order -> [String] in
      ["  \(audit) : \(order.transfer.words.text(in: language)) (\(order.transfer.rule))"]
        + order.advice.map { "    " + SafeText($0.text.sentences(in: language)).description + " (\($0.rule))" }
    }
    return rows + ["  " + session.say("Total : ", "Total: ") + view.total.text(in: language)] + orders
  }

  static func json(_ view: BillingView, _ stream: StreamID) -> JSONValue {
    .sorted([
      ("lines", .array(view.rows.map(json))), ("stream", .string(stream.description)),
      ("totalCents", .integer(view.total.cents)),
    ])
  }

  private static func json(_ row: BillingView.Row) -> JSONValue {
    .sorted([
      ("amountCents", .integer(row.line.amount.cents)), ("audit", row.audit.map { .string($0.description) } ?? .null),
      ("code", .string(row.line.code.rawValue)),
      ("corrects", row.line.corrects.map { .string("billing/\($0)") } ?? .null),
      ("id", .string(row.id.description)), ("motive", row.motive.map { .string($0) } ?? .null),
      ("rule", .string(row.line.rule.description)), ("unitCents", .integer(row.line.unitPrice.cents)),
    ])
  }
}
