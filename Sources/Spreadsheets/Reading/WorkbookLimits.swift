/// How much of a workbook is read: a small file can hold a very large one.
public struct WorkbookLimits: Sendable {
  /// The most bytes of one part, unpacked.
  public var bytesOfPart = 2 << 30
  /// How many times larger a part may be than its packed form, once it is larger than ``freeBytes``.
  public var ratio = 200
  /// Up to this size no ratio is looked at.
  public var freeBytes = 32 << 20
  /// The most sheets.
  public var sheets = 1024

  public static let standard = WorkbookLimits()

  public init() {}

  /// The last row and column that a sheet can have, counted from 1.
  public static let lastRow = 1_048_576
  public static let lastColumn = 16_384
}
