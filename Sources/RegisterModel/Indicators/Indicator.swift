/// A key risk indicator: a measured series with thresholds.
public struct Indicator: Sendable {
  public enum Direction: String, WrittenWord, CaseIterable {
    case higherIsWorse, lowerIsWorse
    package static let typeName = "direction"
  }
  public var id: Identifier<Indicator>
  public var name: Line
  public var owner: Identifier<Party>?
  public var unit: Line?
  public var direction = Direction.higherIsWorse
  public var amber: Measure?
  public var red: Measure?
  /// An older newest value says nothing.
  public var maximumAge: CalendarPeriod?
  public var tracks: [Reference<Risk>] = []
  public var values: [IndicatorValue] = []
  public var description: Prose?
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<Indicator>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Indicator: IdentifierSubject {
  public static let kinds = KindSet(.indicator)
}

extension Indicator: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "indicator", key: ["id"], "A key risk indicator: a measured series with thresholds."
  ) { f in
    f.identifier("id", \.id, .indicator)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("owner", \.owner, "Who measures it.")
    f.attribute("unit", \.unit, "What it counts.")
    f.attribute(
      "direction", \.direction, standard: .higherIsWorse, "Which way things get worse.")
    f.attribute("amber", \.amber, "From this value on it is amber.")
    f.attribute("red", \.red, "From this value on it is red.")
    f.attribute("maximumAge", \.maximumAge, "How old the newest value may be to say anything.")
    f.elements("tracks", \.tracks, "A risk that it tells of.")
    f.elements("reading", \.values, "A value, at a time.")
    f.prose("description", \.description, "What it measures, and how.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// A measured value of an indicator.
public struct IndicatorValue: Sendable {
  public var at: Moment
  public var value: Measure
  package var unknown: [UnknownContent] = []
  public init(at: Moment, value: Measure) {
    self.at = at
    self.value = value
  }
}

extension IndicatorValue: Described {
  package init() {
    at = Moment(secondsSince1970: 0)!
    value = Measure(0)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "indicatorValue", key: ["at"], "A measured value of an indicator."
  ) { f in
    f.attribute("at", \.at, "When it was measured.")
    f.attribute("value", \.value, "The value.")
  }
}
