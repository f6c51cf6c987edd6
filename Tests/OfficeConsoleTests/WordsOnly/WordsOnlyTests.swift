import AuditDesk
import AuditModel
import SyncCore
import Testing

@testable import OfficeConsole

/// No page of a dossier that has lived shows what only the wire knows (ids, field names, codes).
@Suite(.timeLimit(.minutes(10))) struct WordsOnlyTests {
  /// Inputs that choose among what lies in another stream, and can be given by address only.
  private static let elsewhere: Set<String> = ["situation.declare.observation"]

  @Test func `every form is filled in, and every page it leads to speaks in words alone`() async throws {
    let dossier = try await FilledDossier.lived()
    for form in ActForm.all {
      let asked = Set(form.inputs.map(\.name).filter { !Self.elsewhere.contains("\(form.name).\($0)") })
      let answered = try #require(dossier.answered[form.name], "\(form.name) is not filled in here yet")
      #expect(asked.subtracting(answered).isEmpty, "\(form.name)")
    }
    var complaints: [String: Set<String>] = [:]
    func read(_ html: String, _ language: Language, at place: String) throws {
      // The printed report is French in either language, and bears the digest of what it printed, named as such.
      let isReport = place.hasSuffix("/report")
      let wire = WireWords(isReport ? .french : language)
      for line in try WrittenPage(html).lines where !(isReport && line.contains("Empreinte")) {
        for word in wire.found(in: line) {
          complaints["\(language.rawValue) \(word): \(line)", default: []].insert(place)
        }
      }
    }
    for answer in dossier.answers { try read(answer.html, answer.language, at: answer.name) }
    var pages: [String: Set<String>] = [:]
    for language in Language.allCases {
      var known: Set<String> = []
      for person in FilledDossier.Person.allCases {
        for (path, html) in try await dossier.pages(as: person, language, known: &known) {
          pages[language.rawValue, default: []].insert(path)
          try read(html, language, at: path)
        }
      }
    }
    for (complaint, places) in complaints.sorted(by: { $0.key < $1.key }) {
      Issue.record("\(complaint) — \(places.sorted().prefix(2).joined(separator: " "))")
    }
    for language in Language.allCases {
      let read = try #require(pages[language.rawValue])
      for form in ActForm.all {
        #expect(read.contains { $0.hasPrefix("/acts/") && $0.contains("/\(form.name)") }, "no page of \(form.name)")
      }
      for kind in ["/audits/", "/report", "/divergences/", "/competences", "/bodies/", "?all="] {
        #expect(read.contains { $0.contains(kind) }, "no page of \(kind)")
      }
    }
  }

  @Test func `what only the wire knows is found where it stands, and words are left alone`() throws {
    let french = WireWords(.french)
    for text in [
      "relevé nonconformity/A1.4", "rejeté : report-not-closed", "presentedOn", "ligne 0000000000007:3",
      "le 2026-05-04", "état suspended", "{\"mail\": 1}", "0123456789abcdef0123456789abcdef",
    ] {
      #expect(!french.found(in: text).isEmpty, "\(text)")
    }
    for text in ["audit de surveillance", "non-conformité mineure, indicateur 17", "le 4 mai 2026", "QC-2026-001"] {
      #expect(french.found(in: text).isEmpty, "\(text): \(french.found(in: text))")
    }
    let page = try WrittenPage("<p title=\"un > deux\">A<input type=\"hidden\" value=\"x/1\"><script>b</script></p>")
    #expect(page.lines == ["un > deux", "A"])
  }
}

extension FilledDossier {
  /// Every page somebody reaches by links from their work list, and the whole registers; a form about
  /// a letter is read for one of them.
  /// - Parameter known: what was read as somebody else already.
  func pages(
    as person: Person, _ language: Language, known: inout Set<String>
  ) async throws -> [(path: String, html: String)] {
    // What bears each person's own offers is read as each of them.
    let audits = try await fold().standing(ofType: "audit").map { ConsolePath.audit(stream, $0) }
    var waiting = [ConsolePath.work, ConsolePath.dossier(stream), ConsolePath.dossier(stream) + "?all=mail"] + audits
    var pages: [(path: String, html: String)] = []
    while let path = waiting.popLast() {
      let page = try await house.open(path, as: cookie(person), language: language.rawValue)
      #expect(page.status == 200, "\(path) \(page.status)")
      pages.append((path, page.html))
      for link in try WrittenPage(page.html).links {
        let path = String(link.prefix { $0 != "#" })
        if known.insert(kind(of: path)).inserted { waiting.append(path) }
      }
    }
    return pages
  }

  /// What one page of many stands for: a form about a letter, whichever it is.
  private func kind(of path: String) -> String {
    guard path.hasPrefix("/acts/"), path.contains("/mail/") || path.contains("mail%2F") else { return path }
    return String(path.prefix { $0 != "?" }) + "?mail"
  }
}
