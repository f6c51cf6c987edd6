import SyncCore

extension StateShown {
  /// Compares the digest sealed with a request with that of the state before it.
  init(_ ruled: ActCase) {
    guard let before = ruled.stateBefore else {
      self = .notCompared
      return
    }
    guard let shown = ruled.reading.text("shownState") else {
      self = .missing
      return
    }
    self = shown.utf8.elementsEqual(before.description.utf8) ? .same : .changed
  }
}
