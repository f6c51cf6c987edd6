/// Which writes go round circles by `over`: two in one part descend from each other, two in different parts do not.
///
/// The strongly connected components of the table (Tarjan 1972), in time linear in writes and names, and with a stack of
/// its own: a circle that a bad device pushes may be as long as a stream.
struct WriteCircles {
  /// For each place the number of its part.
  private(set) var part: [Int]

  private var visited: [Int]
  private var low: [Int]
  private var open: [Int] = []
  private var isOpen: [Bool]
  private var (visits, parts) = (0, 0)

  init(_ table: WriteTable) {
    part = [Int](repeating: -1, count: table.count)
    visited = part
    low = part
    isOpen = [Bool](repeating: false, count: table.count)
    for place in part.indices where visited[place] < 0 { visit(place, table) }
  }

  private mutating func visit(_ start: Int, _ table: WriteTable) {
    enter(start)
    var path: [(place: Int, next: Int)] = [(start, 0)]
    while let (place, next) = path.last {
      let over = table[place].over
      guard next < over.count else {
        path.removeLast()
        if let above = path.last?.place { low[above] = min(low[above], low[place]) }
        if low[place] == visited[place] { close(place) }
        continue
      }
      path[path.count - 1].next += 1
      guard let named = table.place(of: over[next]) else { continue }
      if visited[named] < 0 {
        enter(named)
        path.append((named, 0))
      } else if isOpen[named] {
        low[place] = min(low[place], visited[named])
      }
    }
  }

  private mutating func enter(_ place: Int) {
    visited[place] = visits
    low[place] = visits
    visits += 1
    open.append(place)
    isOpen[place] = true
  }

  /// The place and all above it on the stack are one part.
  private mutating func close(_ place: Int) {
    while let last = open.popLast() {
      isOpen[last] = false
      part[last] = parts
      if last == place { break }
    }
    parts += 1
  }
}
