import SyncProtocol

/// Carries a problem document out of a transaction, which is undone.
struct ProblemAnswer: Error {
  let problem: Problem

  init(
    _ code: ProblemCode, _ detail: String, bookmark: String? = nil, epoch: Int? = nil, challenge: Challenge? = nil,
    retryAfterSeconds: Int? = nil
  ) {
    problem = Problem(
      code, detail: detail, bookmark: bookmark, epoch: epoch, challenge: challenge,
      retryAfterSeconds: retryAfterSeconds)
  }
}
