/// Makes a failing plan small: steps are left out while it still breaks the same law.
public enum PlanShrinking {
  /// Runs that are spent on one plan at most.
  public static let runsMax = 400

  /// Shrinks a plan (delta debugging, Zeller and Hildebrandt 2002: chunks of steps, halving, then single ones; after
  /// the steps, the faults of each sync).
  /// - Parameter breaks: whether a plan still breaks the law in question.
  /// - Returns: the smallest plan found; the one given when nothing can be left out.
  public static func shrink(_ plan: ExplorePlan, breaks: (ExplorePlan) async -> Bool) async -> ExplorePlan {
    var search = Search(plan: plan, runs: runsMax)
    var size = max(1, plan.steps.count / 2)
    while search.runs > 0 {
      let isSmaller = await search.leaveOut(size, breaks)
      if size == 1, !isSmaller { break }
      size = max(1, size / 2)
    }
    await search.calm(breaks)
    return search.plan
  }

  private struct Search {
    var plan: ExplorePlan
    var runs: Int

    mutating func leaveOut(_ size: Int, _ breaks: (ExplorePlan) async -> Bool) async -> Bool {
      var isSmaller = false
      // From the end: what comes late seldom carries what came before it.
      var end = plan.steps.count
      while end > 0, runs > 0 {
        let start = max(0, end - size)
        var without = plan
        without.steps.removeSubrange(start..<end)
        runs -= 1
        if await breaks(without) {
          plan = without
          isSmaller = true
        }
        end = start
      }
      return isSmaller
    }

    /// Takes the faults and the captures in between out of the syncs that are left.
    mutating func calm(_ breaks: (ExplorePlan) async -> Bool) async {
      for place in plan.steps.indices {
        guard runs > 0, case .sync(let device, let faults, let during) = plan.steps[place],
          !faults.isEmpty || during != nil
        else { continue }
        for calmer in [
          ExploreStep.sync(device: device, faults: [], during: nil),
          .sync(device: device, faults: faults, during: nil), .sync(device: device, faults: [], during: during),
        ] where calmer != plan.steps[place] {
          var without = plan
          without.steps[place] = calmer
          runs -= 1
          if await breaks(without) {
            plan = without
            break
          }
        }
      }
    }
  }
}
