/// A run of base tokens replaced by other tokens.
struct TextHunk: Hashable {
  /// The tokens of the base that go, possibly none.
  let base: Range<Int>
  /// The tokens that come.
  let replacement: [ArraySlice<UInt8>]
}

/// Myers' greedy shortest edit script (1986), forward, with every tie broken one way so that all implementations agree.
///
/// On each diagonal k the furthest point comes from k+1 (an insertion) when k = −d, or when k ≠ d and the point on k−1
/// is short of the one on k+1; otherwise from k−1 (a deletion). Past `SyncLimits.textDiffStepsMax` edits the text
/// between the common start and the common end is one hunk.
enum TextDiff {
  static func hunks(from base: [ArraySlice<UInt8>], to other: [ArraySlice<UInt8>]) -> [TextHunk] {
    var head = 0
    while head < base.count, head < other.count, base[head] == other[head] { head += 1 }
    var tail = 0
    while tail < base.count - head, tail < other.count - head,
      base[base.count - 1 - tail] == other[other.count - 1 - tail]
    { tail += 1 }
    let (old, new) = (Array(base[head..<(base.count - tail)]), Array(other[head..<(other.count - tail)]))
    if old.isEmpty && new.isEmpty { return [] }
    guard !old.isEmpty, !new.isEmpty, let kept = commonPairs(old, new) else {
      return [TextHunk(base: head..<(head + old.count), replacement: new)]
    }
    var hunks: [TextHunk] = []
    var (i, j) = (0, 0)
    for (x, y) in kept + [(old.count, new.count)] {
      if x > i || y > j { hunks.append(TextHunk(base: (head + i)..<(head + x), replacement: Array(new[j..<y]))) }
      (i, j) = (x + 1, y + 1)
    }
    return hunks
  }

  /// The pairs (old, new) of tokens kept, ascending; nil past the step limit.
  private static func commonPairs(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [(Int, Int)]? {
    let (n, m) = (old.count, new.count)
    let most = min(n + m, SyncLimits.textDiffStepsMax)
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    let zero = most + 1
    var trace: [[Int]] = []
    for d in 0...most {
      trace.append(Array(furthest[(zero - d - 1)...(zero + d + 1)]))
      for k in stride(from: -d, through: d, by: 2) {
        let down = k == -d || (k != d && furthest[zero + k - 1] < furthest[zero + k + 1])
        var x = down ? furthest[zero + k + 1] : furthest[zero + k - 1] + 1
        while x < n, x - k < m, old[x] == new[x - k] { x += 1 }
        furthest[zero + k] = x
        if x >= n && x - k >= m { return walkBack(trace, n: n, m: m) }
      }
    }
    return nil
  }

  private static func walkBack(_ trace: [[Int]], n: Int, m: Int) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var (x, y) = (n, m)
    for d in stride(from: trace.count - 1, through: 0, by: -1) {
      let (row, zero, k) = (trace[d], d + 1, x - y)
      let down = k == -d || (k != d && row[zero + k - 1] < row[zero + k + 1])
      let fromX = d == 0 ? 0 : down ? row[zero + k + 1] : row[zero + k - 1]
      let fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1)
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
