public import SyncCore

/// The entity ids of the streams, built in one place so that two devices that mean the same thing write the same id.
public enum AuditNames {
  /// The body of an organisation stream, named by the stream's key.
  public static func body(_ key: String) -> EntityID? { EntityID("body/\(key)") }
  /// A site of a body.
  public static func site(_ key: String, siret: String) -> EntityID? { body(key)?.child("site", siret) }
  /// The one dossier entity of a dossier stream.
  public static func dossier(_ key: String) -> EntityID? { EntityID("dossier/\(key)") }
  /// The habilitation or certificate of a dossier stream.
  public static func title(_ key: String) -> EntityID? { EntityID("title/\(key)") }
  /// The grade and comment of one indicator of an audit: the same id on every device.
  public static func item(_ audit: EntityID, indicator: Int) -> EntityID? { audit.child("item", String(indicator)) }
  /// The grade and comment of one CertifIAG control point of an audit.
  public static func point(_ audit: EntityID, code: String) -> EntityID? { audit.child("point", code) }
  /// What was observed for one indicator, on one site, in one sample.
  public static func observation(_ audit: EntityID, indicator: String, site: String, sample: String) -> EntityID? {
    audit.child("observation", "\(indicator).\(site).\(sample)")
  }
  /// The opening or closing sheet.
  public static func sheet(_ audit: EntityID, _ sheet: AuditSheet) -> EntityID? { audit.child("sheet", sheet.rawValue) }
  /// What one device says of its completeness.
  public static func device(_ audit: EntityID, _ replica: ReplicaID) -> EntityID? {
    audit.child("device", replica.description)
  }
  /// A version of an audit's report.
  public static func report(_ audit: EntityID, version: Int) -> EntityID? { audit.child("report", String(version)) }
  /// What follows the report of an audit: beside the audit, whose freeze holds what was presented and no more.
  public static func followUp(_ audit: EntityID) -> EntityID? { EntityID("followup/\(audit.localName)") }
  /// What one person proposes as the outcome of a complaint.
  public static func examination(_ complaint: EntityID, by user: UserID) -> EntityID? {
    complaint.child("examination", user.description)
  }
  /// What an audit raised on an indicator, or its cumulation of minors for none: one id, so that it exists once.
  public static func nonConformity(_ audit: EntityID, _ indicator: Int?) -> EntityID {
    derived("nonconformity", from: audit, mark: indicator.map(String.init) ?? "cumulation")
  }
  /// What follows from an entity exactly once, named by the entity's name and a mark.
  /// - Precondition: `type` is a type word written in the program, `mark` of the characters of a name.
  public static func derived(_ type: String, from source: EntityID, mark: String) -> EntityID {
    guard let id = EntityID("\(type)/\(derivedName(source.localName, mark: mark))") else {
      preconditionFailure("no id of type \(type) with mark \(mark)")
    }
    return id
  }
  /// The local name of what comes of something named, told apart by a mark: both with a dot between, else, where that
  /// is too long for a name, the first 40 characters and eight digits of the SHA-256 of the whole.
  public static func derivedName(_ name: String, mark: String) -> String {
    let whole = "\(name).\(mark)"
    guard EntityID("name/\(whole)") == nil else { return whole }
    return "\(whole.prefix(40)).\(Digest(of: Array(whole.utf8)).description.prefix(8))"
  }
  /// A person of the directory.
  public static func person(_ user: UserID) -> EntityID? { EntityID("person/\(user)") }
  /// A device of the directory.
  public static func directoryDevice(_ replica: ReplicaID) -> EntityID? { EntityID("device/\(replica)") }
  /// What one user is assigned to.
  public static func assignment(_ user: UserID) -> EntityID? { EntityID("assignment/\(user)") }

  /// Whose assignment it is; nil for any other entity.
  public static func assignee(of assignment: EntityID) -> UserID? {
    let parts = assignment.description.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.elementsEqual("assignment".utf8) else { return nil }
    return UserID(String(parts[1]))
  }
}

/// The two sheets of an audit.
public enum AuditSheet: String, Sendable, CaseIterable {
  /// The opening meeting.
  case opening
  /// The closing meeting.
  case closing
}
