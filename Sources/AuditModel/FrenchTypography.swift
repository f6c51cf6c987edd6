/// The spaces of French typography: narrow and unbreakable before `; : ? !` and inside « ».
///
/// Applied where lines leave the program, so that sentences in the code stay plain to read and to search.
public enum FrenchTypography {
  /// The text with its narrow spaces; doing it twice changes nothing more.
  public static func spaced(_ text: String) -> String {
    var spaced = ""
    spaced.reserveCapacity(text.utf8.count)
    var previous: Character?
    let characters = Array(text)
    for (place, character) in characters.enumerated() {
      let next = place + 1 < characters.count ? characters[place + 1] : nil
      let isBeforeMark = next.map { ";:?!»".contains($0) } ?? false
      spaced.append(character == " " && (isBeforeMark || previous == "«") ? "\u{202F}" : character)
      previous = character
    }
    return spaced
  }
}
