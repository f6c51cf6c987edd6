#if FullScreen
  import AuditModel
  import SyncCore
  import Testing

  @testable import constat

  @Suite("the full screen")
  struct GridScreenTests {
    private static let audit = EntityID("audit/A-1")!
    private static let other = EntityID("audit/A-2")!
    private static let keys = [
      AuditSnapshot.GradeKey(key: "c", grade: "conform", words: "conforme", mark: "c"),
      AuditSnapshot.GradeKey(key: "a", grade: "major", words: "majeure", mark: "A"),
      AuditSnapshot.GradeKey(key: "e", grade: "not-audited", words: "non audité", mark: "e"),
    ]

    private static func snapshot(
      selected: Int = 0, items: Int = 22, detail: [String] = ["1  Information du public  —"],
      audits: [EntityID] = [audit]
    ) -> AuditSnapshot {
      let cells = (1...max(1, items)).prefix(items).map { number in
        AuditSnapshot.Cell(code: "\(number)", text: String(repeating: " ", count: number < 10 ? 4 : 3) + "\(number) · ")
      }
      return AuditSnapshot(
        audits: audits, audit: audit, title: "ORGANISME FICTIF — Qualiopi", cells: cells, selected: selected,
        detail: detail, gradeKeys: keys)
    }

    private static func screen(_ snapshot: AuditSnapshot, _ columns: Int = 80, _ rows: Int = 24) -> GridScreen {
      var screen = GridScreen(snapshot, language: .french)
      _ = screen.step(.resized(columns: columns, rows: rows))
      return screen
    }

    @Test func `a grade key saves the item in front of the person, then reads it again`() {
      var screen = Self.screen(Self.snapshot(selected: 16))
      #expect(
        screen.step(.character("a")) == [
          .save(audit: Self.audit, code: "17", grade: "major"), .read(audit: Self.audit, code: "17"),
        ])
      #expect(screen.step(.character("C")).first == .save(audit: Self.audit, code: "17", grade: "conform"))
    }

    @Test(arguments: [
      (0, GridScreen.Direction.right, "2"), (0, .left, "1"), (0, .down, "9"), (0, .up, "1"), (16, .up, "9"),
      (20, .down, "21"), (21, .right, "22"), (5, .first, "1"), (5, .last, "22"),
    ])
    func `an arrow reads the neighbour in the grid and stays inside it`(
      from: Int, direction: GridScreen.Direction, code: String
    ) {
      var screen = Self.screen(Self.snapshot(selected: from))
      #expect(screen.step(.move(direction)) == [.read(audit: Self.audit, code: code)])
    }

    @Test func `a move whose reading fails leaves the cursor on the item shown, so no grade goes elsewhere`() {
      var screen = Self.screen(Self.snapshot(selected: 2))
      _ = screen.step(.move(.right))
      _ = screen.step(.failed("Le profil est occupé."))
      #expect(screen.lines.contains { $0.text == "Le profil est occupé." && $0.style == .failure })
      #expect(screen.step(.character("c")).first == .save(audit: Self.audit, code: "3", grade: "conform"))
    }

    @Test func `a key that means nothing saves nothing and says so`() {
      var screen = Self.screen(Self.snapshot())
      #expect(screen.step(.character("z")) == [.read(audit: Self.audit, code: "1")])
      #expect(screen.message == "Cette touche ne fait rien ici.")
    }

    @Test func `an audit without items can be left but not graded`() {
      var screen = Self.screen(Self.snapshot(items: 0, detail: []))
      #expect(screen.step(.character("c")) == [.read(audit: Self.audit, code: nil)])
      #expect(screen.step(.move(.down)) == [.read(audit: Self.audit, code: nil)])
      #expect(screen.lines.count == 24)
      #expect(screen.step(.character("q")) == [.quit])
    }

    @Test func `Tab goes to the next audit and round, and re-reads the only one`() {
      var two = Self.screen(Self.snapshot(audits: [Self.other, Self.audit]))
      #expect(two.step(.nextAudit) == [.read(audit: Self.other, code: nil)])
      var one = Self.screen(Self.snapshot(selected: 3))
      #expect(one.step(.nextAudit) == [.read(audit: Self.audit, code: "4")])
    }

    @Test func `the words of a saving stand until the next key`() {
      var screen = Self.screen(Self.snapshot())
      _ = screen.step(.saved("1 : conforme, enregistré sur ce poste."))
      _ = screen.step(.read(Self.snapshot()))
      #expect(screen.lines.contains { $0.text == "1\u{202F}: conforme, enregistré sur ce poste." })
      _ = screen.step(.move(.right))
      #expect(!screen.lines.contains { $0.text.contains("enregistré") })
    }

    @Test(arguments: [(80, 24), (40, 12), (20, 6), (9, 3), (1, 1), (200, 60)])
    func `every screen has as many lines as the terminal and none is wider`(columns: Int, rows: Int) {
      let detail = ["17  " + String(repeating: "moyens ", count: 60), "  日本語の注記 " + String(repeating: "字", count: 90)]
      for selected in [0, 11, 21] {
        var screen = Self.screen(Self.snapshot(selected: selected, detail: detail), columns, rows)
        _ = screen.step(.failed(String(repeating: "mot ", count: 100)))
        #expect(screen.lines.count == rows)
        #expect(screen.lines.allSatisfy { CellText.width($0.text) <= columns })
      }
    }

    @Test(arguments: [(80, 24), (40, 12)])
    func `the cursor is seen without any attribute of the terminal`(columns: Int, rows: Int) {
      for selected in 0..<22 {
        let marked = Self.screen(Self.snapshot(selected: selected), columns, rows).lines.filter { $0.cursor != nil }
        #expect(marked.count == 1)
        let text = marked[0].text
        let inside = text.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }
        #expect(inside.split(separator: " ").first.map(String.init) == "\(selected + 1)")
      }
    }

    @Test func `text from elsewhere reaches the lines as codes only`() {
      let detail = ["17  \u{1B}[2J rouge", "  \u{202E}envers"]
      let text = Self.screen(Self.snapshot(detail: detail)).lines.map(\.text).joined()
      #expect(text.contains("[U+1B][2J"))
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }

    @Test func `details too long for the screen are read page by page, to their last line`() {
      var screen = Self.screen(Self.snapshot(detail: (1...60).map { "ligne \($0)." }))
      #expect(!screen.lines.contains { $0.text == "ligne 60." })
      for _ in 1...10 { _ = screen.step(.page(forward: true)) }
      #expect(screen.lines.contains { $0.text == "ligne 60." })
      for _ in 1...10 { _ = screen.step(.page(forward: false)) }
      #expect(screen.lines.contains { $0.text == "ligne 1." })
    }

    @Test func `a terminal without UTF-8 gets one plain character a column`() {
      #expect(CellText.ascii("« écart » → œuvre…") == "\" ecart \" > ouvre.")
      #expect(CellText.ascii("字 e\u{301}") == "?? e")
    }
  }
#endif
