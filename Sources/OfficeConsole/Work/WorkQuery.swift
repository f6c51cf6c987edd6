import ServerHTTP

/// What of the work list is asked for: how far ahead due dates are looked for, and one part alone or all of them.
struct WorkQuery: Sendable, Equatable {
  /// How many working days ahead somebody may look.
  static let daysChoices = [5, 10, 20, 60]
  static let daysUsual = 10
  static let linesAPage = 50

  var days = WorkQuery.daysUsual
  /// Nil for the first lines of every part.
  var section: WorkSection?
  /// From 1.
  var page = 1

  /// The usual list.
  init() {}

  /// Reads a query; what it does not understand is as if it were not there.
  init(_ request: PageRequest) {
    let fields = FormFields.query(request)
    if let days = fields["days"].flatMap({ Int($0) }), Self.daysChoices.contains(days) { self.days = days }
    section = fields["section"].flatMap(WorkSection.init(rawValue:))
    if section != nil, let page = fields["page"].flatMap({ Int($0) }), 1...1_000_000 ~= page { self.page = page }
  }

  /// The address that asks for it.
  var path: String {
    var parts: [String] = []
    if days != Self.daysUsual { parts.append("days=\(days)") }
    if let section { parts.append("section=\(section.rawValue)") }
    if page > 1 { parts.append("page=\(page)") }
    return parts.isEmpty ? ConsolePath.work : ConsolePath.work + "?" + parts.joined(separator: "&")
  }

  func with(days: Int) -> WorkQuery {
    var query = self
    (query.days, query.page) = (days, 1)
    return query
  }

  func with(section: WorkSection?, page: Int = 1) -> WorkQuery {
    var query = self
    (query.section, query.page) = (section, page)
    return query
  }
}
