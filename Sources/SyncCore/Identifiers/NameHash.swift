/// The hash of a name's bytes, computed once when the name is read: folds look the same names up again and again.
///
/// It goes through `Hasher`, so it is seeded per process: nobody who chooses names can make them collide.
struct NameHash: Hashable, Sendable {
  private let bits: Int

  init(_ text: String) {
    var hasher = Hasher()
    UTF8Bytes.hash(text, into: &hasher)
    bits = hasher.finalize()
  }
}
