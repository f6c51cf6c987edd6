import SyncCore
import SyncProtocol

/// A push read as far as it can be before its transaction.
struct Push: Sendable {
  let request: ExchangeRequest
  let lines: [PushedLine]
  let principal: Principal
}

/// A push that waits for the commit it shares.
struct WaitingPush {
  let push: Push
  let continuation: CheckedContinuation<Result<[UInt8], Problem>, Never>
}

extension ConstatServer {
  /// Takes in a push; those that arrive together share one commit, and each is answered once that is durable (DESIGN §8).
  func committed(_ push: Push) async -> Result<[UInt8], Problem> {
    if isGathering, waiting.count < ServerLimits.pushesPerCommitMax - 1 {
      return await withCheckedContinuation { waiting.append(WaitingPush(push: push, continuation: $0)) }
    }
    guard !isGathering else { return commit([push])[0] }
    isGathering = true
    // Whoever is in line for this actor joins in now.
    await Task.yield()
    let others = waiting
    waiting = []
    isGathering = false
    let answers = commit([push] + others.map(\.push))
    for (other, answer) in zip(others, answers.dropFirst()) { other.continuation.resume(returning: answer) }
    return answers[0]
  }

  /// One transaction for all; a storage that refuses it is asked again for each alone.
  private func commit(_ pushes: [Push]) -> [Result<[UInt8], Problem>] {
    if pushes.count > 1 {
      let together = answering {
        try write { workspace in
          try pushes.map { push -> Result<[UInt8], Problem> in
            do {
              return .success(try PushAnswer(workspace: workspace, push: push).answer())
            } catch let answer as ProblemAnswer {
              // Problems are found before anything is written: the others go on.
              return .failure(answer.problem)
            }
          }
        }
      }
      switch together {
      case .success(let answers): return answers
      // Nothing was taken and waiting for the file again, once for each, would hold up everybody (law L12).
      case .failure(let problem) where problem.code == .unavailable: return pushes.map { _ in .failure(problem) }
      case .failure: break
      }
    }
    return pushes.map { push in
      answering { try write { try PushAnswer(workspace: $0, push: push).answer() } }
    }
  }
}
