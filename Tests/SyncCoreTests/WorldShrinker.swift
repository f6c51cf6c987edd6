import SyncCore

/// Makes a failing world small: a person reads two changes, not five thousand.
///
/// The merge is total over any set of changes, so any change may go, and any step of a change beside another. What is
/// left still fails, and fails no more without any one of its changes or steps.
enum WorldShrinker {
  /// The least world a failing one comes down to.
  /// - Precondition: `fails(changes)`.
  static func minimal(_ changes: [Change], _ fails: ([Change]) throws -> Bool) rethrows -> [Change] {
    var world = changes
    var size = max(1, world.count / 2)
    while true {
      let before = world.count
      var start = 0
      while start < world.count {
        let rest = Array(world[..<start] + world[min(start + size, world.count)...])
        if try fails(rest) { world = rest } else { start += size }
      }
      // Runs of one change are tried until none goes: taking one may let an earlier one go.
      if size > 1 { size /= 2 } else if world.count == before { break }
    }
    return try fewestSteps(world, fails)
  }

  private static func fewestSteps(_ changes: [Change], _ fails: ([Change]) throws -> Bool) rethrows -> [Change] {
    var world = changes
    for place in world.indices {
      var step = 0
      while world[place].operations.count > 1, step < world[place].operations.count {
        var rest = world
        rest[place] = world[place].without(step: step)
        if try fails(rest) { world = rest } else { step += 1 }
      }
    }
    return world
  }

  /// A world as its change lines.
  static func lines(_ changes: [Change]) -> String {
    changes.map { String(decoding: ChangeWriter.bytes($0), as: UTF8.self) }.joined(separator: "\n")
  }
}

extension Change {
  fileprivate func without(step: Int) -> Change {
    var operations = operations
    operations.remove(at: step)
    return Change(id: id, salt: salt, time: time, by: by, stream: stream, operations: operations, was: was)
  }
}
