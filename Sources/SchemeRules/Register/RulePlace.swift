import AuditModel

/// The pages, lists and parts of the software where rules without a guard are kept.
enum RulePlace {
  static let workspace = LocalizedText(fr: "un espace par certificateur", en: "one workspace per certifier")
  static let auditCheck = LocalizedText(fr: "« audit contrôler »", en: "“audit check”").spaced
  static let auditPage = LocalizedText(fr: "page de l'audit", en: "audit page")
  static let auditPreparation = LocalizedText(fr: "« audit préparer »", en: "“audit prepare”").spaced
  static let auditReport = LocalizedText(fr: "rapport d'audit", en: "audit report")
  static let auditScope = LocalizedText(fr: "périmètre de l'audit", en: "scope of the audit")
  static let billing = LocalizedText(fr: "à facturer", en: "billing list")
  static let certificateState = LocalizedText(fr: "état du certificat", en: "state of the certificate")
  static let deadlineArithmetic = LocalizedText(fr: "calcul des dates", en: "date arithmetic")
  static let deadlineList = LocalizedText(fr: "échéances", en: "due dates")
  static let dossierPage = LocalizedText(fr: "page du dossier", en: "dossier page")
  static let factsKept = LocalizedText(fr: "enregistrement des faits", en: "recording of facts")
  static let freeze = LocalizedText(
    fr: "gel de ce qui est présenté ou décidé", en: "freeze of what is presented or decided")
  static let indicatorCatalogue = LocalizedText(fr: "catalogue des indicateurs", en: "indicator catalogue")
  static let mailRegister = LocalizedText(fr: "registre du courrier", en: "mail register")
  static let merge = LocalizedText(fr: "divergences à trancher", en: "divergences to settle")
  static let publicList = LocalizedText(fr: "lecture de la liste publique", en: "reading of the public list")
  static let settings = LocalizedText(fr: "versions datées des règles", en: "dated rule packs")
  static let subcontracting = LocalizedText(fr: "page du dossier, sous-traitance", en: "dossier page, subcontracting")
  static let writers = LocalizedText(fr: "qui écrit quel champ", en: "who writes which field")
}
