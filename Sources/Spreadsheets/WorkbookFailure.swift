/// Why a workbook could not be read or written.
public struct WorkbookFailure: Error, Equatable, CustomStringConvertible {
  public enum Code: Sendable {
    /// The file can't be opened, read or written.
    case file
    /// The file is something else than a workbook in XLSX format.
    case notAWorkbook
    /// The file is a workbook, but a part is missing, cut off or makes no sense.
    case damaged
    /// A part is larger than what is read.
    case tooLarge
  }

  public let code: Code
  public let path: String
  /// One sentence without a full stop, about the file.
  public let message: String

  public init(_ code: Code, path: String, message: String) {
    self.code = code
    self.path = path
    self.message = message
  }

  public var description: String { "\(path): \(message)" }
}

extension WorkbookFailure {
  static func cannotRead(_ path: String, _ reason: String) -> Self {
    Self(.file, path: path, message: "the file cannot be read: \(reason)")
  }

  static func cannotWrite(_ path: String, _ reason: String) -> Self {
    Self(.file, path: path, message: "the file cannot be written: \(reason)")
  }

  static func notXLSX(_ path: String, _ what: String) -> Self {
    Self(.notAWorkbook, path: path, message: what)
  }

  static func damaged(_ path: String, _ part: String, _ what: String) -> Self {
    Self(.damaged, path: path, message: "the workbook is damaged: \(part): \(what)")
  }

  static func tooLarge(_ path: String, _ part: String, _ what: String) -> Self {
    Self(.tooLarge, path: path, message: "the workbook is too large: \(part): \(what)")
  }
}
