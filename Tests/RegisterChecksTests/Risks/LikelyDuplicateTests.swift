import RegisterModel
import Testing

@testable import RegisterChecks

@Suite("RSK-017")
struct LikelyDuplicateTests {
  static let around = """
    <hazard id="h-flood" name="Flood"/><hazard id="h-fire" name="Fire"/>
    <objective id="O-1" name="To be there"/>
    <asset id="S-1" name="Plant room"/><asset id="S-2" name="Hall"/>
    """

  static func risk(
    _ id: String, _ title: String, hazard: String = "h-flood", hits: String = "<hits ref=\"S-1\"/>",
    event: String? = nil, status: String = "open"
  ) -> String {
    let event = event.map { "<event><p>\($0)</p></event>" } ?? ""
    return
      "<risk id=\"\(id)\" status=\"\(status)\"><hazard ref=\"\(hazard)\"/><title>\(title)</title>"
      + "\(event)\(hits)</risk>"
  }

  static func found(_ risks: String...) throws -> [String] {
    try places(LikelyDuplicate(), in: around + risks.joined())
  }

  static let flood = risk("R-1", "River flood closes the basement plant room")

  @Test("The same in other words is found at the later one; wording them apart clears it")
  func fires() throws {
    #expect(
      try Self.found(
        Self.flood, Self.risk("R-2", "The river floods and closes the basement plant rooms"))
        == ["R-2 title"])
    #expect(
      try Self.found(Self.flood, Self.risk("R-2", "A burst main fills the basement plant room"))
        == [])
  }

  @Test("Without a hazard or a hit in common they are two risks, whatever they say")
  func buckets() throws {
    let title = "River flood closes the basement plant room"
    #expect(try Self.found(Self.flood, Self.risk("R-2", title, hazard: "h-fire")) == [])
    #expect(try Self.found(Self.flood, Self.risk("R-2", title, hits: "<hits ref=\"S-2\"/>")) == [])
    #expect(try Self.found(Self.flood, Self.risk("R-2", title, hits: "")) == [])
    #expect(
      try Self.found(
        Self.risk("R-1", title, hits: "<threatens ref=\"O-1\"/>"),
        Self.risk("R-2", title, hits: "<threatens ref=\"O-1\"/>")) == ["R-2 title"])
  }

  @Test("Events that agree are enough, and are then the place")
  func events() throws {
    #expect(
      try Self.found(
        Self.risk("R-1", "The basement is lost", event: "The Foyle rises over the wall"),
        Self.risk("R-2", "Plant stops", event: "The Foyle rises over the walls")) == ["R-2 event"])
  }

  @Test("Texts that name different numbers are of different things")
  func numbers() throws {
    #expect(
      try Self.found(
        Self.risk("R-1", "Water gets into data room 1 through the roof"),
        Self.risk("R-2", "Water gets into data room 2 through the roof")) == [])
  }

  @Test("Drafts count, closed risks don't")
  func statuses() throws {
    let title = "River flood closes the basement plant room"
    #expect(try Self.found(Self.flood, Self.risk("R-2", title, status: "draft")) == ["R-2 title"])
    #expect(try Self.found(Self.flood, Self.risk("R-2", title, status: "closed")) == [])
  }

  @Test("Each pair is named once, at the later one, though they share several hazards and hits")
  func pairs() throws {
    let hits = "<hits ref=\"S-1\"/><hits ref=\"S-2\"/>"
    let risks = [10, 2, 3, 30, 4, 5].map {
      Self.risk("R-\($0)", "River flood closes the basement", hits: hits)
    }
    let found = try findings(LikelyDuplicate(), in: Self.around + risks.joined())
    #expect(found.map(\.entity) == ["R-3", "R-4", "R-5", "R-10", "R-30"])
    #expect(
      found.first?.message
        == "'River flood closes the basement' says nearly the same as R-2 'River flood closes the basement'"
    )
    #expect(
      found.last?.message.hasSuffix("R-4 'River flood closes the basement' and 2 more") == true)
  }

  @Test("In a crowd with one hazard and hit, twins are still found, by their titles")
  func crowd() throws {
    let words = ["pump", "gate", "wall", "door", "crane", "lift", "fan", "duct", "tank", "pipe"]
    let crowd = (0..<300).map { number in
      Self.risk(
        "R-\(number)",
        "\(words[number % 10]) \(words[number / 10 % 10]) \(words[number / 100]) breaks")
    }
    let twins =
      Self.risk("R-900", "Zulu station is lost to the sea")
      + Self.risk("R-901", "Zulu station is lost to the sea")
    #expect(
      try places(LikelyDuplicate(), in: Self.around + crowd.joined() + twins).last == "R-901 title")
  }

  @Test("An empty register has no duplicates")
  func empty() throws { #expect(try Self.found() == []) }
}

@Suite("The likeness of texts")
struct TextLikenessTests {
  private func likeness(_ left: String, _ right: String, inEnglish: Bool = true) -> Double {
    TextLikeness(left, inEnglish: inEnglish).likeness(to: TextLikeness(right, inEnglish: inEnglish))
  }

  @Test("Dice's coefficient: twice the shared words over all words, either way round")
  func dice() {
    #expect(likeness("pump room floods", "pump room burns") == 4.0 / 6)
    #expect(likeness("pump room burns", "pump room floods") == 4.0 / 6)
    #expect(likeness("pump pump", "pump") == 2.0 / 3)
    #expect(likeness("a", "b") == 0)
    #expect(likeness("", "") == 0)
    #expect(likeness("same words", "words same") == 1)
  }

  @Test("Case, punctuation, a final s and articles don't count")
  func normalised() {
    #expect(likeness("The River floods!", "river flood") == 1)
    #expect(likeness("loss", "los") == 0)
    #expect(likeness("Überflutung", "ÜBERFLUTUNG", inEnglish: false) == 1)
    #expect(likeness("die Mauer", "Mauer", inEnglish: false) == 2.0 / 3)
    #expect(likeness("supplier's pump", "suppliers pump") == 1)
  }

  @Test("Where a script doesn't part words, pairs of characters count")
  func unpartedScripts() {
    #expect(likeness("服务器宕机", "服务器停机", inEnglish: false) == 0.6)
  }

  @Test("A threshold is reached by what equals it; different numbers never reach it")
  func threshold() {
    func isLike(_ left: String, _ right: String) -> Bool {
      TextLikeness(left, inEnglish: true).isLike(TextLikeness(right, inEnglish: true), 0.8)
    }
    #expect(isLike("one two three four five", "one two three four six"))
    #expect(!isLike("one two three four five", "one two three seven six"))
    #expect(!isLike("room 1 is dark and cold and damp", "room 2 is dark and cold and damp"))
    #expect(!isLike("", ""))
  }
}
