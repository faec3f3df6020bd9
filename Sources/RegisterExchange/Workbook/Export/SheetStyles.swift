import RegisterModel
import Spreadsheets

/// How the cells of the workbook look: little colour, and always for the same reason.
struct SheetStyles {
  private let book: WorkbookWriter

  init(_ book: WorkbookWriter) { self.book = book }

  static let line = CellColour(0xD9D9D9)
  static let grey = CellColour(0xF2F2F2)
  static let quiet = CellColour(0x7F7F7F)

  static func colour(_ group: SheetLayout.Group) -> CellColour {
    switch group {
    case .register: CellColour(0x44546A)
    case .criteria: CellColour(0x7F6084)
    case .organisation: CellColour(0x2F6E91)
    case .risk: CellColour(0xB5532A)
    case .response: CellColour(0x4B7B4E)
    case .records: CellColour(0x8C8C8C)
    }
  }

  private func format(_ set: (inout CellStyle) -> Void) -> CellFormat {
    var style = CellStyle()
    set(&style)
    return book.format(style)
  }

  func heading(_ group: SheetLayout.Group, isComputed: Bool) -> CellFormat {
    format {
      $0.isBold = true
      $0.wraps = true
      $0.isInMiddle = true
      $0.border = Self.line
      $0.background = isComputed ? CellColour(0xA6A6A6) : Self.colour(group)
      $0.fontColour = CellColour(0xFFFFFF)
    }
  }

  /// The format of the cells of a column; with a border where there is a row.
  func cell(_ kind: CellKind?, isComputed: Bool, isRow: Bool, fill: CellColour? = nil) -> CellFormat
  {
    format {
      $0.isAtTop = true
      $0.wraps = true
      if isRow { $0.border = Self.line }
      if isComputed {
        $0.background = Self.grey
        $0.fontColour = Self.quiet
      }
      if let fill {
        $0.background = fill
        $0.fontColour = fill.contrast
      }
      switch kind {
      case .date?: $0.numberFormat = "yyyy-mm-dd"
      // What looks like a number or a date is neither in these.
      case .identifier?, .line?, .token?, .elapsed?, .period?: $0.numberFormat = "@"
      case .number?: $0.numberFormat = "General"
      default: break
      }
      if case .date? = kind { $0.alignment = .left }
      if case .level? = kind { $0.alignment = .left }
    }
  }

  var title: CellFormat {
    format {
      $0.isBold = true
      $0.fontSize = 18
      $0.fontColour = Self.colour(.register)
    }
  }

  var subtitle: CellFormat {
    format {
      $0.isBold = true
      $0.fontSize = 12
      $0.fontColour = Self.colour(.register)
    }
  }

  var text: CellFormat {
    format {
      $0.wraps = true
      $0.isAtTop = true
    }
  }

  var quietText: CellFormat {
    format {
      $0.wraps = true
      $0.isAtTop = true
      $0.fontColour = Self.quiet
    }
  }

  var link: CellFormat {
    format {
      $0.isAtTop = true
      $0.fontColour = CellColour(0x2F6E91)
    }
  }

  /// A cell of the heat map.
  func square(isBold: Bool, fill: CellColour? = nil) -> CellFormat {
    format {
      $0.alignment = .centre
      $0.isInMiddle = true
      $0.isBold = isBold
      $0.wraps = true
      $0.border = CellColour(0xFFFFFF)
      if let fill {
        $0.background = fill
        $0.fontColour = fill.contrast
      }
    }
  }

  /// The colour that a rating has for as long as a cell says it.
  func fill(_ colour: CellColour) -> CellFormat {
    format {
      $0.background = colour
      $0.fontColour = colour.contrast
    }
  }
}

extension SheetFrame.Column {
  /// The width of the column, in characters.
  var width: Double {
    switch self {
    case .owner: 30
    case .between, .category: 22
    case .ordinal: 10
    case .computed: 14
    case .value(let column):
      switch column.kind {
      case .identifier: 14
      case .line: ["title", "name"].contains(column.key) ? 38 : 24
      case .prose: 48
      case .number, .wholeNumber, .elapsed, .period, .date: 13
      case .elapsedList: 20
      case .level: 17
      case .words: 15
      case .reference, .category: 26
      case .references: 32
      case .lines: 20
      case .notation: 34
      case .token: 26
      }
    }
  }

  var cellKind: CellKind? {
    if case .value(let column) = self { column.kind } else { nil }
  }
}
