import Testing

@testable import RegisterReports

@Suite("The opening of a text")
struct OpeningTests {
  @Test("A long text is cut at the end of a sentence, else of a word")
  func opening() {
    #expect("Short.".opening(100) == "Short.")
    #expect("One sentence here. And another one.".opening(25) == "One sentence here.")
    #expect("No sentence ends in this".opening(15) == "No sentence…")
  }
}
