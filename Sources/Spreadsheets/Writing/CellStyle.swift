/// How a cell looks. Two cells of one style share one format of the workbook.
public struct CellStyle: Hashable, Sendable {
  public enum Alignment: Sendable { case general, left, centre, right }

  /// A format of numbers, such as `yyyy-mm-dd`, `#,##0.00`, or `@` for text.
  public var numberFormat: String?
  public var isBold = false
  public var isItalic = false
  /// In points; nil for the workbook's own.
  public var fontSize: Double?
  public var fontColour: CellColour?
  public var background: CellColour?
  public var border: CellColour?
  public var wraps = false
  public var alignment = Alignment.general
  /// Whether the text begins at the top of the cell.
  public var isAtTop = false
  /// Whether the text stands in the middle of the height.
  public var isInMiddle = false
  public var indent = 0
  public var isLocked = true

  public init() {}
}

/// A colour of red, green and blue.
public struct CellColour: Hashable, Sendable {
  /// 0xRRGGBB.
  public let rgb: UInt32

  public init(_ rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }

  /// - Returns: nil unless the text is like `#d73027`.
  public init?(_ text: String) {
    guard text.utf8.count == 7, text.first == "#", let rgb = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self.rgb = rgb
  }

  /// Black or white, whichever is easier to read on it.
  public var contrast: CellColour {
    let (red, green, blue) = (rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255)
    return red * 299 + green * 587 + blue * 114 > 140_000 ? CellColour(0) : CellColour(0xFFFFFF)
  }
}

/// A style as a workbook knows it. Good for the workbook that made it and for no other.
public struct CellFormat {
  let pointer: OpaquePointer
}

/// What may be typed into cells.
public struct CellValidation: Sendable {
  public enum Rule: Sendable {
    /// One of the values of a range, such as `='Lists'!$A$1:$A$5`: a drop-down.
    case list(range: String)
    /// A whole number between two.
    case wholeNumber(ClosedRange<Int>)
    /// Any number between two.
    case number(ClosedRange<Double>)
    /// Anything: only the message is shown.
    case anything
  }

  public var rule: Rule
  /// Whether something else is refused; else it is let pass without a word.
  public var isStrict = true
  /// What is shown beside a cell that is selected; at most 255 characters are.
  public var prompt: String?
  /// What is said of a value that is refused; at most 255 characters are.
  public var refusal: String?

  public init(_ rule: Rule, isStrict: Bool = true, prompt: String? = nil, refusal: String? = nil) {
    self.rule = rule
    self.isStrict = isStrict
    self.prompt = prompt
    self.refusal = refusal
  }
}
