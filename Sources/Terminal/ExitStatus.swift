/// How a command ends (DESIGN §11).
public enum ExitStatus: Int32, Sendable {
  case done = 0
  case failed = 1
  case usage = 2
  case needsPerson = 3
  case notAuthorised = 4
  case offline = 5
  case refusedByRule = 6
  case storeUnusable = 7
  case interrupted = 130
}
