import Glibc

/// The lock that keeps two programs on one profile from writing or checkpointing at the same time.
///
/// Taken around write transactions only, never while the network is waited for.
final class ProfileLock: Sendable {
  private let descriptor: Int32
  private let tries: Int

  /// Opens or creates the lock file.
  init(path: String, tries: Int) throws(ReplicaStoreError) {
    descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    self.tries = tries
    guard descriptor >= 0 else { throw .notWritable(detail: String(cString: strerror(errno))) }
  }

  deinit { close(descriptor) }

  /// Waits for the lock, `StoreLimits.lockStepMilliseconds` between tries.
  func take() throws(ReplicaStoreError) {
    for attempt in 0..<max(tries, 1) {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw .diskFault(detail: String(cString: strerror(errno)))
      }
      if attempt < tries - 1 { poll(nil, 0, Int32(StoreLimits.lockStepMilliseconds)) }
    }
    throw .storeLocked(waitedMilliseconds: tries * StoreLimits.lockStepMilliseconds)
  }

  /// Gives the lock back.
  func release() {
    // Unlocking a descriptor this object owns can only fail for a bad descriptor, which `init` excludes.
    _ = flock(descriptor, LOCK_UN)
  }
}
