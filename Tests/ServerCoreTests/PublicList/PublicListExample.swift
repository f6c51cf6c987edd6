@testable import ServerCore

/// Small files of fictional bodies whose check digits hold.
enum PublicListExample {
  static let exportHeader =
    "siret;siren;siret_siege;siege_social;nda;multi_nda;raison_sociale;enseigne;forme_juridique_code;naf_code;voie;"
    + "code_postal;localite;region_code;certifie_qualite;ferme;lat;lon;campagnes"

  static let officialHeader = PublicListLayout.official.columnNames.joined(separator: ";") + ";"

  /// The n-th fictional SIREN, its check digit right.
  static func siren(_ number: Int) -> String {
    completed("9" + padded(number, 7))
  }

  /// The SIRET of the n-th establishment of a SIREN, its check digit right.
  static func siret(_ siren: String, _ establishment: Int = 1) -> String {
    completed(siren + padded(establishment, 4))
  }

  /// One row of the establishment export; empty arguments are empty fields.
  static func row(
    siren: String, siret: String? = nil, headOfficeSIRET: String? = nil, headOffice: String = "", nda: String = "",
    name: String = "ATELIER DES SAVOIRS", tradeName: String = "", street: String = "", postcode: String = "",
    city: String = "", certified: String = "", closed: String = ""
  ) -> String {
    let siret = siret ?? Self.siret(siren)
    return [
      siret, siren, headOfficeSIRET ?? "", headOffice, nda, "", name, tradeName, "", "", street, postcode, city, "",
      certified, closed, "", "", "",
    ].joined(separator: ";")
  }

  /// A reading of an establishment export with these rows.
  static func reading(
    _ rows: [String], limits: PublicListLimits = .standard
  ) throws(PublicListError) -> PublicListReading {
    try PublicListReading(bytes([exportHeader] + rows)[...], limits: limits)
  }

  static func bytes(_ lines: [String]) -> [UInt8] {
    Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: count - digits.count) + digits
  }

  private static func completed(_ digits: String) -> String {
    for check in 0...9 where DecimalDigits.passesLuhn(UInt64(digits + String(check)) ?? 1) {
      return digits + String(check)
    }
    return digits
  }
}
