import RegisterModel

/// The reader's own refusals: what keeps a file from being a register.
enum FileRules {
  static let all: [Rule] = titles.map { Rule($0.code, .error, $0.title, [], .wrong) }

  private static let titles: [(code: String, title: String)] = [
    ("XML-001", "Not well-formed XML"),
    ("XML-002", "A DOCTYPE"),
    ("XML-003", "An encoding that is not read, or bytes that don't fit it"),
    ("XML-004", "Beyond a limit"),
    ("XML-005", "Not a register"),
    ("XML-006", "Another major version of the format"),
    ("XML-009", "More findings than are listed"),
    ("XML-010", "An element that isn't known there"),
    ("XML-011", "An attribute that isn't known there"),
    ("XML-012", "An element in the wrong place"),
    ("XML-013", "An element twice that may stand there once"),
    ("XML-014", "Something that must be there is missing"),
    ("XML-015", "A value of the wrong kind or out of range"),
    ("XML-016", "Text where no text may stand"),
    ("XML-017", "Two entries of a list for the same thing"),
    ("XML-020", "A level that its scale doesn't have"),
    ("XML-021", "A matrix that doesn't fit the scales"),
  ]
}
