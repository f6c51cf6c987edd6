/// How many lines of each list a page shows before it offers the rest: a huge audit still answers, and can still be read
/// whole.
struct ListCap: Sendable, Equatable {
  /// Lines of one list; nil for all.
  let each: Int?

  /// - Parameters:
  ///   - lineCount: the lines of all lists of the page together.
  ///   - showsAll: whether the reader asked for all of them.
  init(lineCount: Int, showsAll: Bool) { each = showsAll || lineCount <= Self.wholeMax ? nil : Self.eachMax }

  /// What is shown of a list, and how many lines are left out.
  func cut<T>(_ list: [T]) -> (shown: ArraySlice<T>, more: Int) {
    let shown = each.map { list.prefix($0) } ?? list[...]
    return (shown, list.count - shown.count)
  }

  /// As much as one reads in one page: 32 indicators with more than twenty lines each.
  static let wholeMax = 800
  static let eachMax = 12
}
