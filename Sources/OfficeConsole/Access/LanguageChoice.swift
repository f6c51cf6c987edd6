import AuditModel
import ServerHTTP

/// French, unless the person chose English or their browser prefers it.
enum LanguageChoice {
  static let cookie = "constat-language"

  static func of(_ request: PageRequest) -> Language {
    if let chosen = request.cookies[cookie].flatMap(Language.init(rawValue:)) { return chosen }
    return prefersEnglish(request.acceptLanguage ?? "") ? .english : .french
  }

  static func set(_ language: Language, isSecure: Bool) -> String {
    "\(cookie)=\(language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax" + (isSecure ? "; Secure" : "")
  }

  /// Whether English is named with a greater weight than French (RFC 9110 §12.5.4); a tie is French.
  static func prefersEnglish(_ accepted: String) -> Bool {
    var (french, english) = (0.0, 0.0)
    for part in accepted.split(separator: ",").prefix(20) {
      let pieces = part.split(separator: ";")
      guard let tag = pieces.first?.filter({ $0 != " " }).lowercased() else { continue }
      let weight =
        pieces.dropFirst().lazy.map { $0.filter { $0 != " " } }.first { $0.hasPrefix("q=") }
        .map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      if tag == "fr" || tag.hasPrefix("fr-") { french = max(french, weight) }
      if tag == "en" || tag.hasPrefix("en-") { english = max(english, weight) }
    }
    return english > french
  }
}
