import RegisterChecks
import RegisterModel
import Testing

@Suite("CFG-004")
struct AppetiteUnstatedTests {
  static func appetite(_ rating: Int, _ tolerance: Int, for category: String? = nil) -> Appetite {
    var appetite = Appetite(rating: level(rating), tolerance: level(tolerance))
    appetite.category = category.flatMap { try? Identifier($0) }
    return appetite
  }

  static func found(_ appetites: Appetite...) throws -> [Finding] {
    try findings(AppetiteUnstated(), in: "", criteria: criteria { $0.appetites = appetites })
  }

  @Test("Criteria without appetite are missing something; one for all clears it")
  func unstated() throws {
    let found = try Self.found()
    #expect(found.map(\.field) == ["criteria/appetite"])
    #expect(found.map(\.nature) == [.missing])
    #expect(try Self.found(Self.appetite(2, 3)) == [])
  }

  @Test("With appetites for some categories only, each of the others is named")
  func someCategories() throws {
    let found = try Self.found(
      Self.appetite(2, 3, for: "money"), Self.appetite(1, 2, for: "safety"),
      Self.appetite(2, 3, for: "service"))
    #expect(
      found.map(\.message) == [
        "no appetite is stated for 'Law and contracts', and none for all categories",
        "no appetite is stated for 'Reputation', and none for all categories",
      ])
    #expect(found.map(\.field) == ["criteria/impact[legal]", "criteria/impact[reputation]"])
  }

  @Test(
    "A tolerance below the appetite is wrong, for all categories or for one; equal ones are not")
  func contradiction() throws {
    let found = try Self.found(Self.appetite(3, 2), Self.appetite(2, 1, for: "safety"))
    #expect(
      found.map(\.message) == [
        "the tolerance is 'Medium', below the appetite, 'High'",
        "the tolerance for 'Safety' is 'Low', below the appetite, 'Medium'",
      ])
    #expect(
      found.map(\.field) == [
        "criteria/appetite[]/tolerance", "criteria/appetite[safety]/tolerance",
      ])
    #expect(found.map(\.nature) == [.wrong, .wrong])
    #expect(try Self.found(Self.appetite(3, 3)) == [])
  }

  @Test("Without criteria or categories nothing is asked: CFG-001 says what is missing")
  func nothingToAsk() throws {
    #expect(try places(AppetiteUnstated(), in: "", criteria: nil) == [])
    #expect(try places(AppetiteUnstated(), in: "", criteria: Criteria()) == [])
  }
}
