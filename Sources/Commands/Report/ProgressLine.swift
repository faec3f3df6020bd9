#if canImport(Glibc)
  import Glibc
#endif

/// A line on the terminal that says what is being done, once that takes longer than a second; nothing
/// where standard error is no terminal.
final class ProgressLine {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  init() { isShown = isatty(2) == 1 }

  /// Says what is being done, at most five times a second.
  func say(_ text: @autoclosure () -> String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(1), last.map({ now - $0 > .milliseconds(200) }) ?? true else {
      return
    }
    last = now
    FileHandle.standardErrorWrite("\r\(text())\u{1B}[K")
  }

  /// Takes the line away.
  func finish() {
    if last != nil { FileHandle.standardErrorWrite("\r\u{1B}[K") }
  }
}
