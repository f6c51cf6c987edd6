import SyncCore

/// The spelling of a body of the public list in the ledger's reference table: one JSON object.
public enum PublicListBodyText {
  /// Prints a body.
  public static func bytes(_ body: PublicListBody) -> [UInt8] {
    JSONWriter.bytes(
      .sorted([
        ("address", address(body.address)), ("addressSIRET", .string(body.addressSIRET.text)),
        ("headOffice", text(body.headOffice?.text)), ("legalName", text(body.legalName)), ("nda", text(body.nda)),
        ("otherNDAs", .array(body.otherNDAs.map { .string($0) })), ("qualiopi", qualiopi(body.qualiopi)),
        ("siren", .string(body.siren.text)),
        (
          "sites",
          .array(
            body.sites.map { site in
              .sorted([
                ("address", address(site.address)), ("closed", .string(site.closed.rawValue)),
                ("name", text(site.name)), ("siret", .string(site.siret.text)),
              ])
            })
        ),
      ]))
  }

  /// Reads a row back; nil for anything this version did not print.
  public static func body(_ bytes: [UInt8]) -> PublicListBody? {
    do throws(JSONFault) {
      return body(try JSONScanner.value(of: bytes))
    } catch {
      return nil  // the caller reports the row by its SIREN
    }
  }

  private static func body(_ value: JSONValue) -> PublicListBody? {
    guard let siren = value["siren"]?.text.flatMap({ PublicListSIREN($0) }), let place = address(value["address"]),
      let addressSIRET = value["addressSIRET"]?.text.flatMap({ PublicListSIRET($0) }),
      let others = value["otherNDAs"]?.elements, let certified = qualiopi(value["qualiopi"]),
      let rows = value["sites"]?.elements
    else { return nil }
    let sites = rows.compactMap { row -> PublicListSite? in
      guard let siret = row["siret"]?.text.flatMap({ PublicListSIRET($0) }), let place = address(row["address"]),
        let closed = row["closed"]?.text.flatMap(PublicListFlag.init(rawValue:))
      else { return nil }
      return PublicListSite(siret: siret, name: row["name"]?.text, address: place, closed: closed)
    }
    guard sites.count == rows.count else { return nil }
    return PublicListBody(
      siren: siren, legalName: value["legalName"]?.text, address: place, addressSIRET: addressSIRET,
      headOffice: value["headOffice"]?.text.flatMap { PublicListSIRET($0) }, nda: value["nda"]?.text,
      otherNDAs: others.compactMap(\.text), qualiopi: certified, sites: sites)
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private static func address(_ address: PublicListAddress) -> JSONValue {
    .sorted([
      ("city", text(address.city)), ("postcode", text(address.postcode)), ("region", text(address.regionCode)),
      ("street", text(address.street)),
    ])
  }

  private static func address(_ value: JSONValue?) -> PublicListAddress? {
    guard let value, value.members != nil else { return nil }
    return PublicListAddress(
      street: value["street"]?.text, postcode: value["postcode"]?.text, city: value["city"]?.text,
      regionCode: value["region"]?.text)
  }

  private static func qualiopi(_ qualiopi: PublicListQualiopi) -> JSONValue {
    switch qualiopi {
    case .certified(let flag): .string(flag.rawValue)
    case .categories(let categories): .array(categories.all.map { .string($0.rawValue) })
    }
  }

  private static func qualiopi(_ value: JSONValue?) -> PublicListQualiopi? {
    if let flag = value?.text.flatMap(PublicListFlag.init(rawValue:)) { return .certified(flag) }
    guard let flags = value?.elements?.compactMap({ $0.text.flatMap(PublicListFlag.init(rawValue:)) }),
      flags.count == 4
    else { return nil }
    return .categories(
      PublicListCategories(
        trainingActions: flags[0], skillsAssessments: flags[1], priorExperience: flags[2], apprenticeships: flags[3]))
  }
}
