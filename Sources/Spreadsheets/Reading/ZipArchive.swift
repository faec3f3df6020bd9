internal import CLibZip

/// The parts of a zip archive, by name.
final class ZipArchive {
  let path: String
  private let archive: OpaquePointer
  private let limits: WorkbookLimits
  /// What an archive in memory is read from; it must live as long.
  private let bytes: UnsafeMutableRawBufferPointer?

  init(path: String, limits: WorkbookLimits) throws(WorkbookFailure) {
    self.path = path
    self.limits = limits
    bytes = nil
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
      throw Self.failure(path, code)
    }
    self.archive = archive
  }

  init(bytes: [UInt8], name: String, limits: WorkbookLimits) throws(WorkbookFailure) {
    path = name
    self.limits = limits
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    self.bytes = copy
    var error = zip_error_t()
    let source = zip_source_buffer_create(copy.baseAddress, UInt64(copy.count), 0, &error)
    guard let source, let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      if let source { zip_source_free(source) }
      copy.deallocate()
      throw Self.failure(name, error.zip_err)
    }
    self.archive = archive
  }

  deinit {
    zip_discard(archive)
    bytes?.deallocate()
  }

  private static func failure(_ path: String, _ code: Int32) -> WorkbookFailure {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    let reason = zip_error_strerror(&error).map { String(cString: $0) } ?? "unknown"
    switch code {
    case ZIP_ER_NOZIP, ZIP_ER_INCONS:
      return .notXLSX(path, "this is no workbook in XLSX format")
    default: return .cannotRead(path, reason)
    }
  }

  /// The place of a part, whatever the case of its letters.
  func index(of name: String) -> UInt64? {
    let index = zip_name_locate(archive, name, UInt32(ZIP_FL_NOCASE) | UInt32(ZIP_FL_ENC_GUESS))
    return index < 0 ? nil : UInt64(index)
  }

  func has(_ name: String) -> Bool { index(of: name) != nil }

  /// Calls back with the bytes of a part, piece by piece.
  ///
  /// - Returns: Whether there is such a part.
  /// - Throws: ``WorkbookFailure`` if it is damaged or too large, or what `body` throws.
  func read(
    _ name: String, _ body: (UnsafeRawBufferPointer) throws(WorkbookFailure) -> Void
  ) throws(WorkbookFailure) -> Bool {
    guard let index = index(of: name) else { return false }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, index, 0, &status) == 0 else {
      throw .damaged(path, name, "it has no directory entry")
    }
    guard status.encryption_method == UInt16(ZIP_EM_NONE) else {
      throw .notXLSX(path, "the workbook is protected with a password: save it without one")
    }
    guard let file = zip_fopen_index(archive, index, 0) else {
      throw .damaged(path, name, "it cannot be unpacked")
    }
    defer { zip_fclose(file) }
    let packed = Int(clamping: status.comp_size)
    var total = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
      if count == 0 { return true }
      guard count > 0 else {
        throw .damaged(path, name, "it is cut off, or its checksum is wrong")
      }
      total += count
      guard total <= limits.bytesOfPart else {
        throw .tooLarge(path, name, "more than \(limits.bytesOfPart) bytes")
      }
      guard total <= limits.freeBytes || total / limits.ratio <= packed else {
        throw .tooLarge(
          path, name,
          "it unpacks to more than \(limits.ratio) times its size, which no workbook does")
      }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
