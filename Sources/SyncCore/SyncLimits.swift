/// The bounds of the change line and of the merge (law L12), each tested at the limit and one past it.
public enum SyncLimits {
  /// Bytes of one change line, the newline apart.
  public static let lineBytesMax = 65_536
  /// Bytes of one text value after its escapes are undone.
  public static let textBytesMax = 49_152
  /// Nesting of arrays and objects, the envelope being the first level.
  public static let depthMax = 16
  /// Operations in one change.
  public static let operationsMax = 256
  /// Pairs `type/name` in one entity id.
  public static let entityPairsMax = 4
  /// Largest magnitude of an integer, so that every language reads it exactly.
  public static let integerMax: Int64 = 9_007_199_254_740_991
  /// Most edit steps the text diff takes before it gives up and treats the whole text as one hunk.
  public static let textDiffStepsMax = 1_024
}
