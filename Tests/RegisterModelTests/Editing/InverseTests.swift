import RegisterModel
import TestSupport
import Testing

struct InverseTests {
  @Test("Elements taken from a list come back in their order, though the last taken comes first")
  func severalRemoved() throws {
    func register(_ tags: String) throws -> Register {
      try Register("<hazard id=\"h-1\" name=\"Flood\">\(tags)</hazard>")
    }
    let before = try register("<tag name=\"a\"/><tag name=\"b\"/><tag name=\"c\"/>")
    for after in ["", "<tag name=\"x\"/>", "<tag name=\"c\"/><tag name=\"x\"/>"] {
      let edits = before.edits(to: try register(after))
      let back = try before.applying(edits).applying(edits.reversed().map(\.inverse))
      #expect(back.hazards[0].info.tags.map(\.name.text) == ["a", "b", "c"], "\(after)")
    }
  }
}
