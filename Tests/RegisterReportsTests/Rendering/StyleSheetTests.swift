import Testing

@testable import RegisterReports

@Suite("The style sheet")
struct StyleSheetTests {
  @Test("Contrast is that of WCAG's own examples")
  func contrast() {
    #expect(abs(Contrast.ratio("#000000", "#ffffff") - 21) < 1e-9)
    #expect(abs(Contrast.ratio("#777777", "#ffffff") - 4.48) < 0.005)
    #expect(abs(Contrast.ratio("#ff0000", "#ffffff") - 3.998) < 0.005)
    #expect(Contrast.ratio("#123456", "#123456") == 1)
  }

  @Test("Text of every pair of colours can be read", arguments: Palette.pairs.map(\.name))
  func pairs(_ name: String) throws {
    let pair = try #require(Palette.pairs.first { $0.name == name })
    #expect(Contrast.ratio(pair.text, pair.ground) >= Contrast.text)
  }

  @Test("Text on a rating can be read, whatever colour a register gives it")
  func ratings() {
    withEveryColour { colour in
      let rating = RatingColour(colour)
      #expect(Contrast.ratio(rating.text, rating.ground) >= Contrast.text, "\(colour)")
    }
  }

  @Test("No colour is used that isn't one of those measured")
  func noOtherColour() {
    let known = Set(
      Palette.pairs.flatMap { [$0.text, $0.ground] } + [Palette.line, Palette.strongLine])
    let sheet = StyleSheet(ReportDocument(title: "x", marking: "TLP:RED")).text
    let used = sheet.split { !($0 == "#" || $0.isHexDigit) }.filter { $0.hasPrefix("#") }
    #expect(used.count > 10)
    for colour in used { #expect(known.contains(String(colour)), "\(colour)") }
  }

  @Test("Every marking of the Traffic Light Protocol has its colours")
  func markings() {
    #expect(
      Palette.markings.map(\.name) == [
        "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED",
      ])
  }

  private func withEveryColour(_ body: (String) -> Void) {
    let channels = ["00", "33", "66", "80", "99", "cc", "ff"]
    for red in channels {
      for green in channels {
        for blue in channels { body("#" + red + green + blue) }
      }
    }
  }
}
