/// The two file layouts the import knows, told apart by the names of their columns, never by their order.
public enum PublicListLayout: String, Sendable, Equatable, CaseIterable {
  /// The ministry's « Liste publique des organismes de formation »: thirty named columns and one without name at the end.
  case official = "official-list"
  /// The export of establishments: nineteen columns, one Qualiopi flag, head office and closure stated.
  case establishments = "establishment-export"

  /// The names of the columns this layout knows, in their published order.
  ///
  /// The unnamed last column of the official list is known too, and optional.
  public var columnNames: [String] {
    switch self {
    case .official:
      [
        "numeroDeclarationActivite", "numerosDeclarationActivitePrecedent", "denomination", "siren",
        "siretEtablissementDeclarant", "adressePhysiqueOrganismeFormation.voie",
        "adressePhysiqueOrganismeFormation.codePostal", "adressePhysiqueOrganismeFormation.ville",
        "adressePhysiqueOrganismeFormation.codeRegion", "certifications.actionsDeFormation",
        "certifications.bilansDeCompetences", "certifications.VAE",
        "certifications.actionsDeFormationParApprentissage", "organismeEtrangerRepresente.denomination",
        "organismeEtrangerRepresente.voie", "organismeEtrangerRepresente.codePostal",
        "organismeEtrangerRepresente.ville", "organismeEtrangerRepresente.pays",
        "informationsDeclarees.dateDerniereDeclaration", "informationsDeclarees.debutExercice",
        "informationsDeclarees.finExercice", "informationsDeclarees.specialitesDeFormation.codeSpecialite1",
        "informationsDeclarees.specialitesDeFormation.libelleSpecialite1",
        "informationsDeclarees.specialitesDeFormation.codeSpecialite2",
        "informationsDeclarees.specialitesDeFormation.libelleSpecialite2",
        "informationsDeclarees.specialitesDeFormation.codeSpecialite3",
        "informationsDeclarees.specialitesDeFormation.libelleSpecialite3", "informationsDeclarees.nbStagiaires",
        "informationsDeclarees.nbStagiairesConfiesParUnAutreOF", "informationsDeclarees.effectifFormateurs",
      ]
    case .establishments:
      [
        "siret", "siren", "siret_siege", "siege_social", "nda", "multi_nda", "raison_sociale", "enseigne",
        "forme_juridique_code", "naf_code", "voie", "code_postal", "localite", "region_code", "certifie_qualite",
        "ferme", "lat", "lon", "campagnes",
      ]
    }
  }

  /// Whether the layout allows one column without name.
  var allowsUnnamedColumn: Bool { self == .official }

  /// The name of a column a row is read from, nil when the layout has none.
  ///
  /// Every column named here is required; the layout's others may be missing.
  func columnName(_ column: PublicListColumn) -> String? {
    switch self {
    case .official:
      switch column {
      case .siren: "siren"
      case .siret: "siretEtablissementDeclarant"
      case .nda: "numeroDeclarationActivite"
      case .denomination: "denomination"
      case .street: "adressePhysiqueOrganismeFormation.voie"
      case .postcode: "adressePhysiqueOrganismeFormation.codePostal"
      case .city: "adressePhysiqueOrganismeFormation.ville"
      case .regionCode: "adressePhysiqueOrganismeFormation.codeRegion"
      case .trainingActions: "certifications.actionsDeFormation"
      case .skillsAssessments: "certifications.bilansDeCompetences"
      case .priorExperience: "certifications.VAE"
      case .apprenticeships: "certifications.actionsDeFormationParApprentissage"
      case .certified, .tradeName, .closed, .headOffice, .headOfficeSIRET: nil
      }
    case .establishments:
      switch column {
      case .siren: "siren"
      case .siret: "siret"
      case .nda: "nda"
      case .denomination: "raison_sociale"
      case .street: "voie"
      case .postcode: "code_postal"
      case .city: "localite"
      case .regionCode: "region_code"
      case .certified: "certifie_qualite"
      case .tradeName: "enseigne"
      case .closed: "ferme"
      case .headOffice: "siege_social"
      case .headOfficeSIRET: "siret_siege"
      case .trainingActions, .skillsAssessments, .priorExperience, .apprenticeships: nil
      }
    }
  }
}
