internal import CLibXLSXWriter

#if canImport(Glibc)
  internal import Glibc
#endif

/// Writes a workbook in XLSX format, row by row, so that it never exists in memory.
///
/// The same calls give the same bytes.
public final class WorkbookWriter {
  private let path: String
  private let temporary: String
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellStyle: CellFormat] = [:]
  private var names: Set<String> = []

  /// Begins a workbook beside a file, which it takes the place of when it is closed.
  ///
  /// - Parameters:
  ///   - title: What the properties of the file say it is.
  ///   - secondsSince1970: When they say it was made.
  /// - Throws: ``WorkbookFailure`` if no file can be written there.
  public init(path: String, title: String, secondsSince1970: Int = 0) throws(WorkbookFailure) {
    self.path = path
    temporary = path + ".\(getpid()).tmp"
    // The library says no more than that it failed, and only at the end.
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .cannotWrite(path, String(cString: strerror(errno)))
    }
    Glibc.close(descriptor)
    var options = lxw_workbook_options()
    options.constant_memory = UInt8(LXW_TRUE.rawValue)
    options.use_zip64 = UInt8(LXW_FALSE.rawValue)
    book = workbook_new_opt(temporary, &options)
    guard book != nil else { throw .cannotWrite(path, "there is no memory") }
    var properties = lxw_doc_properties()
    // A time of zero would be taken for "now".
    properties.created = max(secondsSince1970, 1)
    properties.title = strdup(title)
    defer { free(properties.title) }
    workbook_set_properties(book, &properties)
  }

  deinit {
    guard let book else { return }
    lxw_workbook_free(book)
    unlink(temporary)
  }

  /// The format of a style; one for each style.
  public func format(_ style: CellStyle) -> CellFormat {
    if let format = formats[style] { return format }
    let format = CellFormat(pointer: OpaquePointer(make(style)))
    formats[style] = format
    return format
  }

  /// Adds a sheet at the end.
  ///
  /// - Precondition: The name has 1 to 31 characters, none of `[]:*?/\`, and no sheet has it yet.
  public func addSheet(named name: String) -> SheetWriter {
    precondition(
      (1...31).contains(name.utf16.count) && !name.contains { "[]:*?/\\".contains($0) }
        && names.insert(name.lowercased()).inserted, "'\(name)' is no name for a sheet")
    guard let sheet = workbook_add_worksheet(opened(), name) else {
      preconditionFailure("the library refuses '\(name)'")
    }
    return SheetWriter(sheet, of: self)
  }

  /// Names a range, such as `='Risks'!$A$3:$A$40`.
  public func define(_ name: String, as formula: String) {
    workbook_define_name(opened(), name, formula)
  }

  /// Writes the workbook in the place of its file, whole or not at all.
  ///
  /// - Throws: ``WorkbookFailure`` if it can't be written; what was there is then as it was.
  public func close() throws(WorkbookFailure) {
    let book = opened()
    self.book = nil
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR else {
      let reason = lxw_strerror(error).map { String(cString: $0) } ?? "unknown"
      unlink(temporary)
      throw .cannotWrite(path, reason)
    }
    guard rename(temporary, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      throw .cannotWrite(path, reason)
    }
  }

  private func opened() -> UnsafeMutablePointer<lxw_workbook> {
    guard let book else { preconditionFailure("the workbook is closed") }
    return book
  }

  private func make(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format> {
    guard let format = workbook_add_format(opened()) else { preconditionFailure("no memory") }
    if let text = style.numberFormat { format_set_num_format(format, text) }
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if let size = style.fontSize { format_set_font_size(format, size) }
    if let colour = style.fontColour { format_set_font_color(format, colour.code) }
    if let colour = style.background { format_set_bg_color(format, colour.code) }
    if let colour = style.border {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, colour.code)
    }
    if style.wraps { format_set_text_wrap(format) }
    switch style.alignment {
    case .general: break
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .centre: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    if style.isAtTop { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
    if style.isInMiddle { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue)) }
    if style.indent > 0 { format_set_indent(format, UInt8(clamping: style.indent)) }
    if !style.isLocked { format_set_unlocked(format) }
    return format
  }
}

extension CellFormat {
  var format: UnsafeMutablePointer<lxw_format> { UnsafeMutablePointer(pointer) }
}

extension CellColour {
  /// The colour as the library takes it, where 0 means none: its black has a mark.
  var code: lxw_color_t { rgb == 0 ? 0x1000000 : rgb }
}
