import WorkingDays

/// Every setting of RULEBOOK §6.2, §6.4 and §4.1 by name.
public enum SettingCatalogue {
  /// The settings, in the order of the readings they switch.
  public static let all: [SettingDefinition] = [
    SettingDefinition(
      "surveillanceWindow", "A-37",
      fr: "mois entre lesquels se tient la surveillance, bornes comprises",
      en: "months between which surveillance is held, both included",
      choices: ("deux mois, 14-22", "two months, 14-22"),
      current: { "\($0.surveillanceWindow.opens)-\($0.surveillanceWindow.closes)" }, change: setWindow),
    .code(
      "validityEndRule", "A-41", \.validityEndRule,
      fr: "dernier jour de validité quand le certificat n'en porte pas\u{202F}: anniversaire ou veille",
      en: "last day of validity where the certificate prints none: anniversary or its eve"),
    .code(
      "ncClockStart", "A-43", \.ncClockStart,
      fr: "d'où courent les 3 et 6 mois\u{202F}: fin d'audit ou notification",
      en: "from when the 3 and 6 months run: end of the audit or notification"),
    .truth(
      "minorOverdueBecomesMajor", "A-45", \.minorOverdueBecomesMajor,
      fr: "une mineure hors délai devient majeure aussitôt", en: "a minor out of time becomes major at once"),
    .number(
      "minorMax", "A-47", \.minorMax, 0...32, fr: "mineures au-delà desquelles l'audit porte une majeure",
      en: "minors beyond which an audit carries a major"),
    .code(
      "majorClockStops", "A-49", \.majorClockStops,
      fr: "ce qui doit être fait dans les trois mois d'une majeure\u{202F}: preuves reçues ou majeure levée",
      en: "what must be done within the three months of a major: evidence received or major lifted"),
    .truth(
      "complaintsRegister", "A-50", \.complaintsRegister, fr: "registre des réclamations et recours tenu",
      en: "register of complaints and appeals held"),
    .number(
      "splitAuditMaxDays", "A-53", \.splitAuditMaxDays, 1...366,
      fr: "jours entre le premier et le dernier jour d'un audit fractionné",
      en: "days between the first and last day of a split audit"),
    .code(
      "capBasis", "A-61", \.capBasis, fr: "chiffre d'affaires du plafond de sous-traitance",
      en: "turnover the subcontracting cap is counted on"),
    .truth(
      "rotationCountsExtra", "A-63", \.rotationCountsExtra,
      fr: "les audits d'extension comptent parmi les quatre d'un auditeur",
      en: "extension audits count among an auditor's four"),
    .number(
      "rotationBreakCycles", "A-64", \.rotationBreakCycles, 0...5,
      fr: "cycles faits par un autre avant le retour d'un auditeur",
      en: "cycles done by another before an auditor returns"),
    SettingDefinition(
      "auditDurations", "A-65", fr: "durées minimales, en demi-journées, par nature et chiffre d'affaires",
      en: "shortest durations in half-days, by kind and turnover",
      choices: ("initial<150000=2, surveillance=1… ou vide", "initial<150000=2, surveillance=1… or empty"),
      current: { $0.auditDurations.description },
      change: { settings, text in
        guard let table = AuditDurations(text) else { return false }
        settings.auditDurations = table
        return true
      }),
    .number(
      "initialSecondChanceMonths", "A-94", \.initialSecondChanceMonths, 0...12,
      fr: "mois accordés après DL-QUAL-12 à un audit initial", en: "months after DL-QUAL-12 for an initial audit"),
    .only(
      "suspensionEffect", "A-95", "decisionDate",
      fr: "date d'effet d'une suspension\u{202F}: celle de la décision, jamais avant",
      en: "date of effect of a suspension: that of the decision, never earlier"),
    .truth(
      "lateRenewalAllowed", "A-96", \.lateRenewalAllowed,
      fr: "un certificat expiré revient par un audit tenu avant la fin",
      en: "an expired certificate comes back by an audit held before the end"),
    .truth(
      "competencePerCategory", "A-109", \.competencePerCategory, fr: "compétences demandées par catégorie",
      en: "competences asked per category"),
    SettingDefinition(
      "rollover", "A-85", fr: "échéance tombant un jour non ouvré", en: "deadline on a day off",
      choices: ("none, nextWorkingDay", "none, nextWorkingDay"),
      current: { $0.rollover.rawValue },
      change: { settings, text in
        guard let rollover = Rollover(rawValue: text) else { return false }
        settings.rolloverToNextWorkingDay = rollover == .nextWorkingDay
        return true
      }),
    .truth(
      "whitMondayIsHoliday", "A-86", \.whitMondayIsHoliday, fr: "le lundi de Pentecôte est férié",
      en: "Whit Monday is a holiday"),
    .only(
      "holidayCalendar", "A-87", "metropole", fr: "jours fériés\u{202F}: métropole, pour tous les clients",
      en: "public holidays: metropolitan France, for every client"),
    .number(
      "clockOffsetMaxMinutes", "A-104", \.clockOffsetMaxMinutes, 0...1_440,
      fr: "écart d'horloge, en minutes, au-delà duquel aucune date n'est proposée",
      en: "clock offset in minutes beyond which no date is proposed"),
    .code(
      "notificationDateBasis", "§4.1, 13", \.notificationDateBasis,
      fr: "date d'un envoi qui fait courir un délai\u{202F}: envoi ou accusé de réception",
      en: "date of what is sent that starts a clock: sending or acknowledgement"),
    SettingDefinition(
      "plainDayUnit", "§4.1, 4", fr: "délais en «\u{202F}jours\u{202F}» comptés en jours ouvrés",
      en: "delays in plain “jours” counted in working days",
      choices: ("calendar, ou des échéances\u{202F}: DL-QUAL-10", "calendar, or deadlines: DL-QUAL-10"),
      current: { settings in
        let ids = settings.plainDaysAsWorkingDays.map(\.rawValue).sorted()
        return ids.isEmpty ? "calendar" : ids.joined(separator: " ")
      }, change: setPlainDays),
  ]

  /// The setting of a name; nil for none.
  public static func named(_ name: String) -> SettingDefinition? {
    all.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  @Sendable private static func setWindow(_ settings: inout QualiopiSettings, _ text: String) -> Bool {
    let months = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard months.count == 2, let opens = months[0], let closes = months[1], 1...35 ~= opens, opens < closes,
      closes <= 36
    else { return false }
    settings.surveillanceWindow = MonthWindow(opens: opens, closes: closes)
    return true
  }

  @Sendable private static func setPlainDays(_ settings: inout QualiopiSettings, _ text: String) -> Bool {
    if text.utf8.elementsEqual("calendar".utf8) {
      settings.plainDaysAsWorkingDays = []
      return true
    }
    let ids = text.split(separator: " ").map { DeadlineID(rawValue: String($0)) }
    let plain = ids.compactMap { $0 }.filter { DeadlineTable.standard[$0].saysPlainDays }
    guard !ids.isEmpty, plain.count == ids.count else { return false }
    settings.plainDaysAsWorkingDays = Set(plain)
    return true
  }
}
