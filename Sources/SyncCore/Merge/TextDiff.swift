/// A run of base tokens replaced by other tokens.
struct TextHunk: Equatable {
  /// The tokens of the base that go, possibly none.
  let base: Range<Int>
  /// The tokens that come.
  let replacement: ArraySlice<TextToken>
}

/// Myers' greedy shortest edit script (1986), forward, with every tie broken one way so that all implementations agree.
///
/// On each diagonal k the furthest point comes from k+1 (an insertion) when k = −d, or when k ≠ d and the point on k−1
/// is short of the one on k+1; otherwise from k−1 (a deletion). Past `SyncLimits.textDiffStepsMax` edits the text
/// between the common start and the common end is one hunk.
enum TextDiff {
  static func hunks(from base: [TextToken], to other: [TextToken]) -> [TextHunk] {
    var head = 0
    while head < base.count, head < other.count, base[head] == other[head] { head += 1 }
    var tail = 0
    while tail < base.count - head, tail < other.count - head,
      base[base.count - 1 - tail] == other[other.count - 1 - tail]
    { tail += 1 }
    let (old, new) = (Array(base[head..<(base.count - tail)]), Array(other[head..<(other.count - tail)]))
    if old.isEmpty && new.isEmpty { return [] }
    guard !old.isEmpty, !new.isEmpty, let kept = commonPairs(old, new) else {
      return [TextHunk(base: head..<(head + old.count), replacement: new[...])]
    }
    var hunks: [TextHunk] = []
    var (i, j) = (0, 0)
    for (x, y) in kept + [(old.count, new.count)] {
      if x > i || y > j { hunks.append(TextHunk(base: (head + i)..<(head + x), replacement: new[j..<y])) }
      (i, j) = (x + 1, y + 1)
    }
    return hunks
  }

  /// The pairs (old, new) of tokens kept, ascending; nil past the step limit.
  private static func commonPairs(_ old: [TextToken], _ new: [TextToken]) -> [(Int, Int)]? {
    let (n, m) = (old.count, new.count)
    // The rows of all rounds one after the other: round d has the furthest x on its diagonals −d, −d+2 … d, so that
    // diagonal −d+2i is at place i, and diagonals one above and one below it are at i and i−1 of the round before.
    var furthest: [Int32] = []
    for d in 0...min(n + m, SyncLimits.textDiffStepsMax) {
      let (before, row) = (start(of: d - 1), furthest.count)
      for i in 0...d {
        var x = 0
        if d > 0 {
          let down = i == 0 || (i != d && furthest[before + i - 1] < furthest[before + i])
          x = down ? Int(furthest[before + i]) : Int(furthest[before + i - 1]) + 1
        }
        var y = x - (2 * i - d)
        while x < n, y < m, old[x] == new[y] { (x, y) = (x + 1, y + 1) }
        furthest.append(Int32(truncatingIfNeeded: x))  // no text has that many tokens
        if x >= n && y >= m { return walkBack(furthest, rounds: d, n: n, m: m) }
      }
      assert(row == start(of: d))
    }
    return nil
  }

  /// Where the row of a round begins: each is one longer than the one before.
  private static func start(of round: Int) -> Int { round * (round + 1) / 2 }

  private static func walkBack(_ furthest: [Int32], rounds: Int, n: Int, m: Int) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var (x, y) = (n, m)
    for d in stride(from: rounds, through: 0, by: -1) {
      let (before, i) = (start(of: d - 1), (x - y + d) / 2)
      let down = d > 0 && (i == 0 || (i != d && furthest[before + i - 1] < furthest[before + i]))
      let fromX = d == 0 ? 0 : Int(furthest[before + (down ? i : i - 1)])
      let fromY = d == 0 ? 0 : fromX - (x - y) - (down ? 1 : -1)
      // The step itself moves one token down or across; what lies beyond it is the run of kept tokens.
      let kept = d == 0 ? (x: 0, y: 0) : down ? (x: fromX, y: fromY + 1) : (x: fromX + 1, y: fromY)
      while x > kept.x && y > kept.y {
        x -= 1
        y -= 1
        pairs.append((x, y))
      }
      (x, y) = (fromX, fromY)
    }
    return pairs.reversed()
  }
}
