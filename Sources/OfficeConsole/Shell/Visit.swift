import AuditDesk
import AuditModel
import ServerCore
import ServerHTTP
import SyncCore

/// One request of a signed-in person: who, in which language, and the one way to what they may see.
struct Visit: Sendable {
  let core: ConstatServer
  let principal: Principal
  let request: PageRequest
  let language: Language

  var phrasing: Phrasing { Phrasing(language) }

  func say(_ fr: String, _ en: String) -> String { phrasing.say(fr, en) }

  /// Reads one consistent state in the visitor's scope.
  func look<T: Sendable>(_ body: @Sendable (ConsoleReading) throws -> T) async throws -> T {
    try await core.look(as: principal, body)
  }

  /// A parameter of the path.
  func parameter(_ name: String) -> String { request.parameters[name] ?? "" }

  /// The stream the path names; throws `PageFault.notFound` for what is no name of one.
  func stream() throws -> StreamID {
    guard let stream = StreamID(parameter("stream")) else { throw PageFault.notFound }
    return stream
  }
}

/// What a page comes to before the shell is put around it.
enum PageReply: Sendable {
  /// Content for `<main>`, already escaped by its template.
  case page(title: String, main: String, status: Int = 200)
  /// A whole document of its own, such as the printed report.
  case document(String)
  /// Bytes to keep, under a name of plain letters, digits, dots and dashes.
  case file(name: String, bytes: [UInt8])
  /// After a change: look at this path (303, so that a reload does not send the form again).
  case seeOther(String)
}

/// Why a page could not be shown; the shell says it in words.
enum PageFault: Error, Equatable {
  /// Not there, or not for this person: nobody learns which (404).
  case notFound
  /// The form lacks a field the page always sends (400).
  case badForm
}
