import Foundation
import ServerCore
import ServerStorage
import SyncCore
import Terminal

/// The data folder: one SQLite file per tenant, `<tenant>.sqlite`.
struct TenantFolder {
  let path: String

  /// The file of a tenant.
  func file(_ tenant: TenantID) -> String { path + "/\(tenant).sqlite" }

  /// The tenants there are, in order of their names.
  ///
  /// - Throws: `CommandFailure` when the folder cannot be read.
  func tenants() throws -> [TenantID] {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
      throw CommandFailure(
        "data-unreadable", FileManager.default.fileExists(atPath: path) ? .notAuthorised : .failed,
        fr: "Le dossier de données «\u{202F}\(path)\u{202F}» n'existe pas ou ne se lit pas. Vérifiez --data, ou "
          + "créez-y un "
          + "certificateur par «\u{202F}constat-server tenant add\u{202F}».",
        en: "The data folder “\(path)” does not exist or cannot be read. Check --data, or create a tenant there with "
          + "“constat-server tenant add”.")
    }
    return names.filter { $0.hasSuffix(".sqlite") }.compactMap { TenantID($0.dropLast(7)) }
      .sorted { $0.description.utf8.lexicographicallyPrecedes($1.description.utf8) }
  }

  /// The tenant named, or the only one there is.
  ///
  /// - Throws: `CommandFailure` when there is none by that name, none at all, or several and no name.
  func tenant(named name: String?) throws -> TenantID {
    let tenants = try tenants()
    if let name {
      guard let tenant = tenants.first(where: { $0.description.utf8.elementsEqual(name.utf8) }) else {
        throw CommandFailure(
          "unknown-tenant",
          fr: "Aucun certificateur «\u{202F}\(name)\u{202F}» dans «\u{202F}\(path)\u{202F}». Vérifiez --tenant "
            + "et --data.",
          en: "There is no tenant “\(name)” in “\(path)”. Check --tenant and --data.")
      }
      return tenant
    }
    guard let only = tenants.first else {
      throw CommandFailure(
        "no-tenant",
        fr: "«\u{202F}\(path)\u{202F}» n'a aucun certificateur. Créez-le par «\u{202F}constat-server tenant add "
          + "NOM --data …\u{202F}».",
        en: "“\(path)” has no tenant. Create one with “constat-server tenant add NAME --data …”.")
    }
    guard tenants.count == 1 else {
      throw CommandFailure(
        "several-tenants", .usage,
        fr: "«\u{202F}\(path)\u{202F}» a plusieurs certificateurs. Nommez-en un par --tenant.",
        en: "“\(path)” has several tenants. Name one with --tenant.")
    }
    return only
  }

  /// Creates a tenant's file, and the folder for the owner alone when there is none.
  ///
  /// - Throws: `LedgerFault.tenantExists`; `CommandFailure` when the folder cannot be made.
  func create(_ tenant: TenantID) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw CommandFailure(
        "data-unwritable", .notAuthorised,
        fr: "Le dossier de données «\u{202F}\(path)\u{202F}» ne se crée pas. Vérifiez les droits.",
        en: "The data folder “\(path)” cannot be created. Check the rights.")
    }
    try ConstatServer.createTenant(
      ledger: SQLiteLedger(path: file(tenant), part: .command), tenant: tenant, random: SystemRandomNumberGenerator())
  }
}
