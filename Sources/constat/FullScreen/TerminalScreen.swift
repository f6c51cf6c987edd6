#if FullScreen
  import CNcurses
  import Foundation

  /// The terminal under ncurses: lines out, keys in, nothing decided.
  struct TerminalScreen {
    private let screen: OpaquePointer
    private let isUTF8: Bool
    private let isColoured: Bool

    /// Takes the terminal over; nil where ncurses does not know it.
    init?(environment: [String: String]) {
      let hasLocale = setlocale(LC_ALL, "") != nil
      // A UTF-8 locale this machine has not installed still says what the terminal reads.
      let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
      if !hasLocale, named.lowercased().hasSuffix("utf-8") || named.lowercased().hasSuffix("utf8") {
        setlocale(LC_CTYPE, "C.UTF-8")
      }
      isUTF8 = cncurses_is_utf8() != 0
      guard let screen = cncurses_open() else { return nil }
      self.screen = screen
      cncurses_prepare(100)  // milliseconds: a resize is only noticed between two reads
      isColoured = environment["NO_COLOR", default: ""].isEmpty && cncurses_colours() != 0
    }

    /// Gives the terminal back.
    func close() {
      endwin()
      delscreen(screen)
    }

    var size: GridScreen.Event { .resized(columns: Int(cncurses_columns()), rows: Int(cncurses_lines())) }

    var isGone: Bool { cncurses_is_gone() != 0 }

    func draw(_ lines: [ScreenLine]) {
      cncurses_erase()
      for (row, line) in lines.enumerated() {
        let text = isUTF8 ? line.text : CellText.ascii(line.text)
        cncurses_style(line.style == .plain ? 0 : 1, 0, line.style == .failure && isColoured ? 1 : 0)
        cncurses_put(Int32(row), 0, text)
        if let cursor = line.cursor {
          // Grid lines hold one column a character, so columns are characters here.
          cncurses_style(1, 1, 0)
          cncurses_put(Int32(row), Int32(cursor.lowerBound), String(Array(text)[cursor.clamped(to: 0..<text.count)]))
        }
      }
      cncurses_style(0, 0, 0)
      cncurses_refresh()
    }

    /// The next key; nil when none came within 100 ms, or none that means anything.
    func next() -> GridScreen.Event? {
      var key = wint_t()
      switch cncurses_next(&key) {
      case KEY_CODE_YES: return code(Int32(bitPattern: key))
      case OK: return character(key)
      default: return nil
      }
    }

    private func code(_ key: Int32) -> GridScreen.Event? {
      switch key {
      case KEY_LEFT: .move(.left)
      case KEY_RIGHT: .move(.right)
      case KEY_UP: .move(.up)
      case KEY_DOWN: .move(.down)
      case KEY_HOME: .move(.first)
      case KEY_END: .move(.last)
      case KEY_NPAGE: .page(forward: true)
      case KEY_PPAGE: .page(forward: false)
      case KEY_RESIZE: size
      default: nil
      }
    }

    private func character(_ key: wint_t) -> GridScreen.Event? {
      switch key {
      case 0x09: return .nextAudit
      case 0x0C:
        cncurses_repaint()
        return size
      case 0x00...0x1F, 0x7F: return nil
      default: return Unicode.Scalar(key).map { .character(Character($0)) }
      }
    }
  }
#endif
