#if canImport(Glibc)
  import Glibc
#endif

/// A line on the terminal that says what is being done, once it takes longer than a second.
final class Progress {
  private let verb: String
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var isShown = false

  init(_ verb: String) {
    self.verb = verb
    start = clock.now
    last = start
  }

  func show(_ what: String) {
    let now = clock.now
    guard isatty(2) == 1, now - start > .seconds(1), now - last > .milliseconds(200) else { return }
    last = now
    isShown = true
    FileHandle.standardErrorWrite("\r\u{1B}[K\(verb) \(what) …")
  }

  /// Takes the line away again.
  func clear() {
    if isShown { FileHandle.standardErrorWrite("\r\u{1B}[K") }
    isShown = false
  }
}
