import Glibc

/// The process's bound on open files, connections included.
enum OpenFiles {
  /// Raises the soft bound to the hard one; where that is refused, the old bound stays and connections wait earlier.
  static func raiseLimit() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
