/// The bounds of a scenario (law L12).
public enum ScenarioLimits {
  /// Bytes of one file.
  public static let fileBytesMax = 1_048_576
  /// Nesting of lists and maps in the file.
  public static let depthMax = 24
  /// Scalars, lists and maps in the file.
  public static let nodesMax = 200_000
  /// Words of the file that look like references (`*name`): references are refused, and only a bounded number of them
  /// reaches the parser, which would unfold them.
  public static let referencesMax = 16
  /// People.
  public static let peopleMax = 64
  /// Devices, clones included.
  public static let devicesMax = 64
  /// Dossiers and organisations.
  public static let dossiersMax = 256
  /// Steps, those inside `either-order` included.
  public static let stepsMax = 10_000
  /// Faults planned for one sync.
  public static let faultsMax = 100
  /// `either-order` steps: each doubles the runs.
  public static let eitherOrdersMax = 3
  /// The longest span of `wait` and `skew`, milliseconds: a hundred years.
  public static let spanMillisecondsMax: Int64 = 100 * 366 * 86_400_000
}
