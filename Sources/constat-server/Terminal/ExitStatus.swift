/// How a command ends (DESIGN §11).
enum ExitStatus: Int32 {
  case done = 0
  case failed = 1
  case usage = 2
  case notAuthorised = 4
  case refusedByRule = 6
}
