/// One of the eleven public holidays [jours fériés] of metropolitan France (R-TIME-04).
public enum FrenchHoliday: String, Sendable, Hashable, CaseIterable {
  case newYearsDay, easterMonday, labourDay, victory1945, ascension, whitMonday
  case nationalDay, assumption, allSaints, armistice1918, christmas
}
