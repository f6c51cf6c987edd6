import SyncCore

/// The hidden field of a form that says what of a stream its page had shown.
enum SeenField {
  /// Reads what a page of ours wrote.
  /// - Throws: `PageFault.badForm` for anything else.
  static func read(_ text: String) throws -> SeenVector {
    let value: JSONValue
    do throws(JSONFault) {
      value = try JSONScanner.value(of: Array(text.utf8))
    } catch {
      throw PageFault.badForm  // whatever the fault, no page of ours sent it
    }
    guard let seen = SeenVector(value) else { throw PageFault.badForm }
    return seen
  }
}
