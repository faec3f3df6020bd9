import RegisterModel
import TestSupport
import Testing

@Suite("Numbers are read exactly and written shortest")
struct ValuesNumbersTests {
  @Test("Of a number the shortest text is written that reads back equal")
  func shortest() {
    writes(
      Quantity.self,
      [
        "0.1": "0.1", "0.10": "0.1", "00.1": "0.1", "5.0": "5", "0.0": "0", "1e-05": "1e-05",
        "0.00001": "1e-05", "0.0001": "0.0001", "1e+20": "1e+20", "1E20": "1e+20",
        "100000000000000000000": "1e+20", "123456789": "123456789",
        "999999999999999": "999999999999999",
        "0.30000000000000004": "0.30000000000000004", "0.300000000000000001": "0.3", "5e0": "5",
        "1.5e3": "1500", "9.9e99": "9.9e+99",
      ])
    writes(Measure.self, ["-0": "0", "-0.0": "0", "-12.50": "-12.5", "-1e-09": "-1e-09"])
  }

  @Test("A number of any size and precision reads as the nearest Double")
  func nearestDouble() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<5000 {
      let digits = random.within(1...25)
      var text = String((0..<digits).map { _ in Character("\(random.below(10))") })
      if random.chance(0.7) {
        text +=
          "." + String((0..<random.within(1...25)).map { _ in Character("\(random.below(10))") })
      }
      #expect(Quantity(text: text)?.value == Double(text), "\(text)")
    }
    // Halfway cases, where rounding twice goes wrong.
    for text in ["9007199254740993", "9007199254740992.9999999999999999", "1.00000000000000011102"]
    {
      #expect(Quantity(text: text)?.value == Double(text), "\(text)")
    }
  }

  @Test("Every Double that can be a quantity or measure is written so that it reads back")
  func everyDouble() {
    var random = SplitMix64(seed: 2)
    let edges = [Double.greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e100, 1e-100, 1e15, 1e16]
    let values = edges + (0..<5000).map { _ in Double(bitPattern: random.next()) }
    let lost = values.filter { value in
      guard let measure = Measure(value) else { return false }
      return Measure(text: measure.writtenText) != measure
    }
    #expect(lost.count == 0, "such as \(lost.prefix(5))")
    let lostQuantities = edges.compactMap { Quantity($0) }.filter {
      Quantity(text: $0.writtenText) != $0
    }
    #expect(lostQuantities.map(\.value) == [])
    #expect(values.compactMap { Measure($0) }.count > 1000)
  }

  @Test("No number is anything but digits, a point and an exponent")
  func malformed() {
    refuses(
      Quantity.self, "", " ", "-1", "+1", ".5", "5.", "1,5", "1.5.2", "INF", "NaN", "nan", "inf",
      "0x10",
      "1_000", "1 000", "1e", "e5", "1e+", "1e100", "1e1.5", "10e3", "0e0", "１", "1\u{300}",
      String(repeating: "9", count: 41), "0." + String(repeating: "1", count: 41))
    refuses(Measure.self, "--1", "- 1", "-", "-.5", "+1", "1-")
    accepts(Measure.self, "-1", "-0.001", "1e99", "-9.99e-99")
  }

  @Test("A share lies from 0 to 1, both included")
  func share() {
    accepts(Share.self, "0", "1", "0.5", "1.0", "1e-99", "0.9999999999999999")
    refuses(Share.self, "1.0000000000000003", "2", "-0", "-0.1", "50%", "1e1")
    #expect(Share(.nan) == nil && Share(1.1) == nil && Share(-0.1) == nil)
    #expect(Share(-0.0)?.writtenText == "0")
  }

  @Test("Rates and quantities are finite and not negative")
  func finite() {
    #expect(AnnualRate(-1) == nil && AnnualRate(.infinity) == nil && AnnualRate(.nan) == nil)
    #expect(Quantity(-1) == nil && Quantity(.infinity) == nil && Quantity(.nan) == nil)
    #expect(Measure(.infinity) == nil && Measure(-.infinity) == nil && Measure(.nan) == nil)
    #expect(AnnualRate(-0.0)?.writtenText == "0")
  }

  @Test("A count has up to nine digits")
  func count() {
    accepts(Count.self, "0", "000000000", "999999999")
    refuses(Count.self, "", "-1", "+1", "1.0", "1e3", "1000000000", "0999999999", "1 ", "٣")
    writes(Count.self, ["007": "7", "000": "0"])
    #expect(Count(-1) == nil && Count(1_000_000_000) == nil)
  }

  @Test("A rank lies from 1 to 99")
  func level() {
    accepts(Level<RatingScale>.self, "1", "01", "99")
    refuses(Level<RatingScale>.self, "", "0", "00", "001", "100", "-1", "1.0")
    writes(Level<RatingScale>.self, ["05": "5", "10": "10"])
    #expect(Level<RatingScale>(0) == nil && Level<RatingScale>(100) == nil)
  }

  @Test("Money has fourteen digits and four decimals at most, and is counted exactly")
  func money() {
    accepts(Money.self, "0", "0.0", "99999999999999.9999", "00000000000001", "0.0001")
    refuses(
      Money.self, "", "-5", "+5", "100000000000000", "1.00000", ".5", "5.", "1,5", "1e3", "12 500",
      "1.2.3", "€5", "1.-5")
    writes(
      Money.self,
      [
        "12500.50": "12500.5", "0.10": "0.1", "5.0000": "5", "007": "7", "0.0001": "0.0001",
        "99.0909": "99.0909",
      ])
    #expect(Money(text: "12500.50")?.tenThousandths == 125_005_000)
    #expect(Money(text: "0.1")?.amount == 0.1)
    #expect(Money(tenThousandths: -1) == nil)
    #expect(Money(tenThousandths: 1_000_000_000_000_000_000) == nil)
    let most = Money(tenThousandths: 999_999_999_999_999_999)
    #expect(most?.writtenText == "99999999999999.9999")
  }

  @Test("Yes is yes and no is no; true and 1 are neither")
  func yesNo() {
    #expect(Bool(text: "yes") == true && Bool(text: "no") == false)
    refuses(Bool.self, "", "true", "1", "Yes", "NO", "y")
    #expect(true.writtenText == "yes" && false.writtenText == "no")
  }
}
