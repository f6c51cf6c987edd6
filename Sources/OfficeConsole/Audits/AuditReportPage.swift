import AuditDesk
import AuditModel
import AuditReport
import SchemeRules
import ServerCore
import SyncCore

/// The provisional report of an audit as it prints: a French document of its own.
enum AuditReportPage {
  static let path = AuditPage.path + "/report"

  static func answer(_ visit: Visit, _ templates: PageTemplates) async throws -> PageReply {
    let (stream, audit) = (try visit.stream(), try AuditPage.audit(visit))
    let source = try await visit.look { reading in try AuditSource(audit, in: stream, reading, Phrasing(.french)) }
    guard source.scheme == .qualiopi else { return explained(.noneForScheme, source, visit, templates) }
    do {
      return .document(try source.report.html())
    } catch is DeadlineQueryError {
      return explained(.daysOutsideCalendar, source, visit, templates)
    }
  }

  /// Why there is no report.
  enum Absence {
    case noneForScheme
    case daysOutsideCalendar

    var status: Int {
      switch self {
      case .noneForScheme: 404
      case .daysOutsideCalendar: 409
      }
    }

    var words: (heading: LocalizedText, what: LocalizedText, next: LocalizedText) {
      switch self {
      case .noneForScheme:
        (
          LocalizedText(fr: "Pas de rapport provisoire", en: "No provisional report"),
          LocalizedText(
            fr: "Seuls les audits Qualiopi ont un rapport provisoire.",
            en: "Only Qualiopi audits have a provisional report."),
          LocalizedText(
            fr: "La page de l'audit s'imprime telle quelle.", en: "The page of the audit prints as it stands.")
        )
      case .daysOutsideCalendar:
        (
          LocalizedText(fr: "Rapport impossible à dater", en: "The report cannot be dated"),
          LocalizedText(
            fr: "Le dernier jour de l'audit est hors du calendrier : les échéances ne se calculent pas.",
            en: "The last day of the audit lies outside the calendar: the deadlines cannot be computed."),
          LocalizedText(
            fr: "Faites corriger les jours de l'audit, puis rouvrez le rapport.",
            en: "Have the days of the audit corrected, then open the report again.")
        )
      }
    }
  }

  private static func explained(
    _ absence: Absence, _ source: AuditSource, _ visit: Visit, _ templates: PageTemplates
  ) -> PageReply {
    func spoken(_ text: LocalizedText) -> String {
      visit.language == .french ? FrenchTypography.spaced(text.fr) : text.en
    }
    let words = absence.words
    return .page(
      title: spoken(words.heading),
      main: templates.render(
        "audit-no-report",
        [
          "heading": spoken(words.heading), "what": spoken(words.what), "next": spoken(words.next),
          "path": ConsolePath.audit(source.stream, source.board.id),
        ], in: visit.language), status: absence.status)
  }
}

extension AuditSource {
  var report: AuditReport {
    let people = people
    return AuditReport(of: board, in: fold, organisation: organisation, directory: directory) { people.name($0) }
  }
}
