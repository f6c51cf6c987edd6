import AuditDesk
import SyncCore

/// Registers as their template takes them, each cut to a length one reads until all of it is asked for.
struct RegisterValues {
  let registers: [Register]
  let offers: ActOffers
  let wording: FactWording
  /// The page they stand on.
  let path: String
  /// The register all rows of which were asked for.
  let whole: String?

  /// What the address asks for whole: `?all={anchor}`.
  static let query = "all"

  var values: [String: Any] {
    let filled = registers.filter { !$0.rows.isEmpty }
    let empty = registers.filter(\.rows.isEmpty).map { $0.title.prefix(1).lowercased() + $0.title.dropFirst() }
    var values: [String: Any] = ["registers": filled.map(register)]
    values["registersEmpty"] =
      empty.isEmpty
      ? false
      : wording.say("Rien encore : ", "Nothing yet: ") + empty.joined(separator: ", ") + "."
    return values
  }

  private func register(_ register: Register) -> [String: Any] {
    let isWhole = whole == register.anchor || register.rows.count <= Register.rowsShown
    let rows = isWhole ? register.rows[...] : register.rows.prefix(Register.rowsShown)
    let offered = rows.map { row in row.entity.map { offers.on($0) } ?? [] }
    let hasOffers = offered.contains { !$0.isEmpty }
    return [
      "registerAnchor": register.anchor, "registerTitle": register.title, "registerCaption": register.caption,
      "registerCount": register.rows.count, "registerColumns": register.columns, "hasOffers": hasOffers,
      "registerRows": zip(rows, offered).map { row($0, $1, of: register, hasOffers: hasOffers) },
      "registerTotal": register.total as Any? ?? false,
      "registerMore": isWhole
        ? false
        : [
          "morePath": "\(path)?\(Self.query)=\(register.anchor)#\(register.anchor)",
          "moreWords": wording.say(
            "Tout montrer : \(register.title) (\(register.rows.count))",
            "Show all: \(register.title) (\(register.rows.count))"),
        ],
    ]
  }

  private func row(
    _ row: Register.Row, _ offered: [ActOffers.Offer], of register: Register, hasOffers: Bool
  ) -> [String: Any] {
    let name = row.entity.map { wording.name($0) }
    return [
      "rowHead": [cell(row.cells[0], register.columns[0])],
      "rowCells": zip(row.cells, register.columns).dropFirst().map { cell($0, $1) }, "isOffering": hasOffers,
      "rowOffers": offered.map { offers.values($0, beside: name) },
    ]
  }

  private func cell(_ cell: Register.Cell, _ column: String) -> [String: Any] {
    [
      "cellColumn": column, "cellText": cell.text, "cellLines": cell.lines,
      "cellTags": cell.tags.map { ["tagWords": $0.words, "tagLook": $0.look.rawValue] },
    ]
  }
}

/// Registers as tables, their rows set out one below the other where the page is narrow.
enum RegisterTemplate {
  static let registers = """
    {{#registers}}
    <h3 id="{{registerAnchor}}">{{registerTitle}} <span class="count">({{registerCount}})</span></h3>
    <table class="register">
    <caption>{{registerCaption}}</caption>
    <thead><tr>{{#registerColumns}}<th scope="col">{{.}}</th>{{/registerColumns}}{{#hasOffers}}<th scope="col">[[Actes possibles|Possible acts]]</th>{{/hasOffers}}</tr></thead>
    <tbody>
    {{#registerRows}}<tr>{{#rowHead}}<th scope="row">{{>register-cell}}</th>{{/rowHead}}{{#rowCells}}<td data-column="{{cellColumn}}[[ :|:]]">{{>register-cell}}</td>{{/rowCells}}{{#isOffering}}<td data-column="[[Actes possibles :|Possible acts:]]"><ul class="offers">{{#rowOffers}}<li><a href="{{offerPath}}" aria-label="{{offerLabel}}">{{offerWords}}</a></li>{{/rowOffers}}</ul></td>{{/isOffering}}</tr>
    {{/registerRows}}
    </tbody></table>
    {{#registerTotal}}<p><strong>{{registerTotal}}</strong></p>{{/registerTotal}}
    {{#registerMore}}<p class="more"><a href="{{morePath}}">{{moreWords}}</a></p>{{/registerMore}}
    {{/registers}}
    {{#registersEmpty}}<p class="hint">{{registersEmpty}}</p>{{/registersEmpty}}
    """

  static let cell = """
    <bdi>{{cellText}}</bdi>{{#cellTags}} <span class="tag {{tagLook}}">{{tagWords}}</span>{{/cellTags}}{{#cellLines}}<br><span class="meta written">{{.}}</span>{{/cellLines}}
    """

  /// What is to be taken up again.
  static let reopened = """
    <h2 id="reopened">[[À reprendre|To take up again]]</h2>
    <p>[[Décisions et effets qui reposaient sur des faits corrigés depuis (R-ROLE-18).|Decisions and effects that rested on facts corrected since (R-ROLE-18).]]</p>
    <ul class="work">{{#reopened}}<li><span><a href="{{reopenedPath}}" data-line><bdi>{{reopenedTitle}}</bdi></a></span>{{#reopenedLines}}<span class="meta">{{.}}</span>{{/reopenedLines}}</li>{{/reopened}}</ul>
    """

  static let competences = """
    <p class="crumbs"><a href="/dossiers">[[Dossiers|Dossiers]]</a></p>
    <h1>[[Compétences|Competences]]</h1>
    {{#acted}}{{>acted-notice}}{{/acted}}
    {{#hasOffersHere}}<h2 id="acts">[[Actes possibles|Possible acts]]</h2>{{>act-offers}}{{/hasOffersHere}}
    <h2 id="registers">[[Registre|Register]]</h2>
    {{>registers}}

    """

  static let all: [String: String] = [
    "registers": registers, "register-cell": cell, "reopened": reopened, "competences": competences,
  ]
}
