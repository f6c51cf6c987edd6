/// Every limit of the public-list import, with its unit in its name.
///
/// Tested at the limit and at the limit plus one (law L12). The defaults leave room for twice the official list,
/// about 148,000 rows and 60 MB.
public struct PublicListLimits: Sendable, Equatable {
  /// The longest file, in bytes, byte order mark included.
  public var fileBytesMax: Int
  /// The longest record, in bytes, its line end not counted.
  public var recordBytesMax: Int
  /// The longest field, in bytes as written in the file, quotes included.
  public var fieldBytesMax: Int
  /// The most records, header included.
  public var recordsMax: Int
  /// The smallest reference, in bodies, from which shares are judged; below it only a total loss is refused.
  public var guardBodiesMin: Int
  /// The largest share of the reference's bodies that may disappear, in thousandths.
  public var removedPerMilleMax: Int
  /// The largest share of the reference's bodies that may change (name or any other field), in thousandths.
  public var changedPerMilleMax: Int
  /// The most bodies that may disappear, whatever the share; nil for no such number.
  public var removedBodiesMax: Int?
  /// The most bodies that may change, whatever the share; nil for no such number.
  public var changedBodiesMax: Int?

  /// The limits in force unless an administrator names others.
  public static let standard = PublicListLimits()

  /// Makes limits; an argument left out keeps its default.
  public init(
    fileBytesMax: Int = 256 << 20, recordBytesMax: Int = 64 << 10, fieldBytesMax: Int = 16 << 10,
    recordsMax: Int = 500_000, guardBodiesMin: Int = 100, removedPerMilleMax: Int = 50,
    changedPerMilleMax: Int = 200, removedBodiesMax: Int? = nil, changedBodiesMax: Int? = nil
  ) {
    self.fileBytesMax = fileBytesMax
    self.recordBytesMax = recordBytesMax
    self.fieldBytesMax = fieldBytesMax
    self.recordsMax = recordsMax
    self.guardBodiesMin = guardBodiesMin
    self.removedPerMilleMax = removedPerMilleMax
    self.changedPerMilleMax = changedPerMilleMax
    self.removedBodiesMax = removedBodiesMax
    self.changedBodiesMax = changedBodiesMax
  }
}
