#if FullScreen
  import AuditModel
  import Terminal

  /// One line of the screen, already harmless and narrow enough.
  struct ScreenLine: Equatable, Sendable {
    enum Style: Sendable { case plain, title, failure }

    let text: String
    var style = Style.plain
    /// The columns under the cursor; brackets in the text say the same without any attribute.
    var cursor: Range<Int>?
  }

  /// Where everything stands: title, grid, legend, details, message, keys.
  extension GridScreen {
    /// As many cells in a row as `Grid` shows, fewer where the terminal is narrow.
    var cellsPerRow: Int { max(1, min(8, (columns - 1) / 9)) }

    /// Exactly as many lines as the terminal has, none wider than it.
    var lines: [ScreenLine] {
      var lines = [ScreenLine(text: fit(snapshot.title), style: .title)]
      lines += gridLines
      lines.append(ScreenLine(text: fit(legend)))
      lines.append(ScreenLine(text: ""))
      lines += detailLines
      let foot = footLines
      lines = Array(lines.prefix(max(1, rows - foot.count)))
      while lines.count + foot.count < rows { lines.append(ScreenLine(text: "")) }
      return Array((lines + foot).prefix(rows))
    }

    /// How many lines the details get.
    var detailHeight: Int { max(0, rows - 3 - gridHeight - footLines.count) }

    /// How far the details can be scrolled.
    var detailOverflow: Int { max(0, wrappedDetail.count - max(1, detailHeight - 1)) }

    private var gridRows: Int { (snapshot.cells.count + cellsPerRow - 1) / cellsPerRow }
    private var gridHeight: Int { min(gridRows, max(1, rows - 6 - footLines.count)) }

    private var gridLines: [ScreenLine] {
      let current = snapshot.selected / cellsPerRow
      let top = max(0, min(current - gridHeight / 2, gridRows - gridHeight))
      return (top..<(top + gridHeight)).map { row in
        let places = (row * cellsPerRow)..<min((row + 1) * cellsPerRow, snapshot.cells.count)
        var text = places.map { snapshot.cells[$0].text }.joined(separator: " ")
        text = " " + text + " "
        guard places.contains(snapshot.selected) else { return ScreenLine(text: fit(text)) }
        let start = (snapshot.selected - places.lowerBound) * 9
        var characters = Array(text)
        characters[start] = "["
        characters[start + 9] = "]"
        return ScreenLine(text: fit(String(characters)), cursor: start..<min(start + 10, columns))
      }
    }

    private var legend: String {
      let unlike = snapshot.gradeKeys.filter { String($0.key) != $0.mark }.map { "\($0.mark) \($0.words)" }
      return "   "
        + (unlike + [say("≠ divergence", "≠ divergence"), say("· à coter", "· to grade")]).joined(separator: "   ")
    }

    private var wrappedDetail: [String] { snapshot.detail.flatMap { wrap($0) } }

    private var detailLines: [ScreenLine] {
      let all = wrappedDetail
      guard all.count > detailHeight, detailHeight > 1 else {
        return all.prefix(detailHeight).map { ScreenLine(text: $0) }
      }
      let top = min(detailTop, detailOverflow)
      let shown = all[top..<min(top + detailHeight - 1, all.count)]
      let count = "\(top + 1)–\(top + shown.count)/\(all.count)"
      return shown.map { ScreenLine(text: $0) } + [
        ScreenLine(text: fit("   … \(count) : " + say("pages pour lire le reste", "page keys for the rest")))
      ]
    }

    private var footLines: [ScreenLine] {
      let told = message.isEmpty ? [""] : Array(wrap(message).prefix(3))
      var keys = snapshot.gradeKeys.map { "\($0.key) \($0.words)" }
      keys += [say("flèches choisir", "arrows choose"), say("pages défiler", "pages scroll")]
      if snapshot.audits.count > 1, let place = snapshot.audits.firstIndex(of: snapshot.audit) {
        keys.append(say("Tab autre audit", "Tab other audit") + " (\(place + 1)/\(snapshot.audits.count))")
      }
      keys.append(say("q quitter", "q quit"))
      return told.map { ScreenLine(text: $0, style: isFailure && !message.isEmpty ? .failure : .plain) }
        + flow(keys).map { ScreenLine(text: $0) }
    }

    /// Whole items beside each other, on as many lines as they need.
    private func flow(_ items: [String]) -> [String] {
      var lines: [String] = []
      for item in items {
        if let last = lines.last, CellText.width(last) + 2 + CellText.width(item) <= columns {
          lines[lines.count - 1] = last + "  " + item
        } else {
          lines.append(item)
        }
      }
      return lines.map { fit($0) }
    }

    /// The one way of any text to the screen.
    private func harmless(_ raw: String) -> String {
      let safe = SafeText(raw).description
      return language == .french ? FrenchTypography.spaced(safe) : safe
    }

    private func fit(_ raw: String) -> String { CellText.clip(harmless(raw), to: columns) }

    /// Breaks at spaces; what follows the first line is indented like it.
    private func wrap(_ raw: String) -> [String] {
      let safe = harmless(raw)
      let indent = String(safe.prefix { $0 == " " }.prefix(columns / 2))
      let body = String(safe.drop { $0 == " " })
      let room = max(1, columns - indent.count)
      // `SideBySide` counts characters: where some take two columns, half as many are sure to fit.
      let width = CellText.width(body) > body.count ? max(1, room / 2) : room
      return SideBySide.wrap(body, to: width).map { CellText.clip(indent + $0, to: columns) }
    }
  }
#endif
