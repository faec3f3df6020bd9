import ArgumentParser
import RegisterModel

/// Some days as they are given on the command line: `2024-01-01..2024-12-31`, or the first of them only.
struct DayRange: ExpressibleByArgument {
  let first: CalendarDate
  /// nil: not said.
  let last: CalendarDate?

  init?(argument: String) {
    let parts = argument.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first.flatMap({ CalendarDate(text: $0) }) else { return nil }
    self.first = first
    switch parts.count {
    case 1: last = nil
    case 3:
      guard parts[1].isEmpty, let last = CalendarDate(text: parts[2]), first <= last else {
        return nil
      }
      self.last = last
    default: return nil
    }
  }
}
