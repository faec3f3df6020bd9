/// The relationships of a part: what it points to, by identifier.
final class Relationships: PartHandler {
  struct Target {
    /// The last part of the type, such as `worksheet`: the rest differs between the strict and the
    /// transitional form.
    let kind: Substring
    let path: String
  }

  private(set) var targets: [String: Target] = [:]
  private(set) var problem: String?
  private let folder: [Substring]

  /// - Parameter part: The part whose relationships these are; empty for those of the whole package.
  init(of part: String) { folder = part.split(separator: "/").dropLast() }

  /// Where the relationships of a part stand.
  static func path(of part: String) -> String {
    let steps = part.split(separator: "/")
    return (steps.dropLast() + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/")
  }

  /// The first target of a kind.
  func target(ofKind kind: String) -> String? {
    targets.sorted { $0.key < $1.key }.first { $0.value.kind == kind }?.value.path
  }

  func start(_ element: PartElement) {
    guard element.isNamed("Relationship"), element.attribute("TargetMode") != "External",
      let id = element.attribute("Id"), let type = element.attribute("Type"),
      let target = element.attribute("Target")
    else { return }
    guard targets.count < 65_536 else {
      problem = "it has too many relationships"
      return
    }
    targets[id] = Target(
      kind: type.split(separator: "/").last ?? "", path: Self.resolve(target, in: folder))
  }

  func end() {}
  func text(_ piece: UnsafeBufferPointer<UInt8>) {}

  /// The name of a part in the archive; it can't lead out of it, for only names in it are looked up.
  private static func resolve(_ target: String, in folder: [Substring]) -> String {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": if !steps.isEmpty { steps.removeLast() }
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}

/// `xl/workbook.xml`: the sheets, and from when days are counted.
final class BookPart: PartHandler {
  struct Sheet {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var is1904 = false
  private(set) var isBook = false
  private(set) var problem: String?
  private let mostSheets: Int
  private var depth = 0

  init(mostSheets: Int) { self.mostSheets = mostSheets }

  func start(_ element: PartElement) {
    depth += 1
    if depth == 1 {
      isBook = element.isNamed("workbook")
    } else if element.isNamed("workbookPr") {
      is1904 = ["1", "true"].contains(element.attribute("date1904"))
    } else if element.isNamed("sheet"), let name = element.attribute("name"),
      let relationship = element.attribute("id", qualified: true)
    {
      guard sheets.count < mostSheets else {
        problem = "it has more than \(mostSheets) sheets"
        return
      }
      let state = element.attribute("state") ?? "visible"
      sheets.append(Sheet(name: name, relationship: relationship, isHidden: state != "visible"))
    }
  }

  func end() { depth -= 1 }
  func text(_ piece: UnsafeBufferPointer<UInt8>) {}
}

/// `xl/styles.xml`: which formats of cells show a date.
final class StylesPart: PartHandler {
  /// For each format of cells, whether it shows a date.
  private(set) var areDates: [Bool] = []
  private(set) var problem: String?
  private var codes: [Int: Bool] = [:]
  private var isInFormats = false

  func start(_ element: PartElement) {
    if element.isNamed("numFmt"), let id = element.attribute("numFmtId").flatMap({ Int($0) }),
      let code = element.attribute("formatCode"), codes.count < 65_536
    {
      codes[id] = Self.isDate(code)
    } else if element.isNamed("cellXfs") {
      isInFormats = true
    } else if element.isNamed("cellStyles") || element.isNamed("dxfs") {
      isInFormats = false
    } else if isInFormats, element.isNamed("xf") {
      guard areDates.count < 1 << 20 else {
        problem = "it has too many formats"
        return
      }
      let id = element.attribute("numFmtId").flatMap { Int($0) } ?? 0
      areDates.append(codes[id] ?? Self.builtIn(id))
    }
  }

  func end() {}
  func text(_ piece: UnsafeBufferPointer<UInt8>) {}

  /// Whether a format that every program knows by its number shows a date; 45 to 47 are times.
  private static func builtIn(_ id: Int) -> Bool {
    (14...22).contains(id) || (27...36).contains(id) || (50...58).contains(id)
  }

  /// Whether the code of a format shows a date: it has a day, month or year outside of quotes,
  /// brackets and escapes.
  static func isDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var skips = false
    for byte in code.utf8 {
      if skips {
        skips = false
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where !isBracketed: isQuoted.toggle()
      case UInt8(ascii: "[") where !isQuoted: isBracketed = true
      case UInt8(ascii: "]") where !isQuoted: isBracketed = false
      case _ where isQuoted || isBracketed: break
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): skips = true
      case UInt8(ascii: ";"): return false
      case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "y"), UInt8(ascii: "Y"): return true
      default: break
      }
    }
    return false
  }
}

/// `xl/sharedStrings.xml`: texts that cells name by number.
final class SharedStringsPart: PartHandler {
  private(set) var strings: [String] = []
  private(set) var problem: String?
  private var reader = RichText()
  private var depth = 0

  func start(_ element: PartElement) {
    depth += 1
    if depth == 2 { reader.begin() } else if depth > 2 { reader.start(element) }
  }

  func end() {
    if depth == 2 { strings.append(reader.finish()) } else if depth > 2 { reader.end() }
    depth -= 1
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) { reader.text(piece) }
}

/// A text with runs of different looks, of which only the text counts; not how it is pronounced.
struct RichText {
  private var bytes: [UInt8] = []
  private var depth = 0
  private var textDepth = 0
  private var silentDepth = 0

  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    (depth, textDepth, silentDepth) = (0, 0, 0)
  }

  mutating func start(_ element: PartElement) {
    depth += 1
    if silentDepth > 0 { return }
    if element.isNamed("rPh") {
      silentDepth = depth
    } else if element.isNamed("t") {
      textDepth = depth
    }
  }

  mutating func end() {
    if depth == textDepth { textDepth = 0 }
    if depth == silentDepth { silentDepth = 0 }
    depth -= 1
  }

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if textDepth > 0, silentDepth == 0 { bytes.append(contentsOf: piece) }
  }

  func finish() -> String { CellText.unescaped(String(decoding: bytes, as: UTF8.self)) }
}
