import SyncProtocol

/// Carries a problem document out of a transaction, which is undone.
struct ProblemAnswer: Error {
  let problem: Problem

  init(_ code: ProblemCode, _ detail: String, bookmark: String? = nil) {
    problem = Problem(code, detail: detail, bookmark: bookmark)
  }
}
