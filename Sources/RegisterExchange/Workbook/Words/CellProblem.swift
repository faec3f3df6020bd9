/// What is wrong with the content of a cell, and what to do.
struct CellProblem: Error, Equatable {
  let message: String
  let hint: String?

  init(_ message: String, _ hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
