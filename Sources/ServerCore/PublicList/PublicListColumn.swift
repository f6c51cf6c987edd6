/// What a row is read from, whatever the layout calls it.
enum PublicListColumn: Int, Sendable, CaseIterable {
  case siren, siret, nda, denomination, tradeName, street, postcode, city, regionCode
  case trainingActions, skillsAssessments, priorExperience, apprenticeships, certified
  case closed, headOffice, headOfficeSIRET
}
