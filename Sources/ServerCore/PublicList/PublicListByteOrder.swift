/// Texts compared by their UTF-8 bytes: `==` on String would call different bytes equal.
enum PublicListByteOrder {
  static func same(_ left: String?, _ right: String?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): left.utf8.elementsEqual(right.utf8)
    default: false
    }
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Less than, equal to or greater than zero; nil comes first.
  static func compare(_ left: String?, _ right: String?) -> Int {
    switch (left, right) {
    case (nil, nil): return 0
    case (nil, _): return -1
    case (_, nil): return 1
    case (let left?, let right?):
      if left.utf8.elementsEqual(right.utf8) { return 0 }
      return precedes(left, right) ? -1 : 1
    }
  }

  /// The distinct texts, in byte order.
  static func distinct(_ texts: some Sequence<String>) -> [String] {
    var result: [String] = []
    for text in texts.sorted(by: precedes) where !same(result.last, text) { result.append(text) }
    return result
  }
}
