/// When an organisation works: opening hours in a time zone, days closed, windows of peak demand.
public struct BusinessCalendar: Sendable {
  public var id: Identifier<BusinessCalendar>
  public var name: Line
  /// A name of the time zone database; nil: as the register says.
  public var timeZone: Line?
  /// nil hours: open at all times.
  public var openings: [OpeningHours] = []
  public var closures: [Closure] = []
  public var windows: [PeakWindow] = []
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []

  public init(id: Identifier<BusinessCalendar>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension BusinessCalendar: IdentifierSubject {
  public static let kinds = KindSet(.calendar)
}

extension BusinessCalendar: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "calendar", key: ["id"],
    "When the organisation works: opening hours, days closed, windows of peak demand."
  ) { f in
    f.identifier("id", \.id, .calendar)
    f.attribute("name", \.name, "What people call it.")
    f.attribute(
      "timeZone", \.timeZone,
      "A name of the time zone database, such as Europe/Dublin; as the register says if left out.")
    f.elements("open", \.openings, "Hours in which work is done; at all times where none is given.")
    f.elements("closed", \.closures, "A day on which no work is done.")
    f.elements("window", \.windows, "A time of peak demand.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// Hours in which work is done, on some days of the week.
public struct OpeningHours: Sendable {
  public var days: [Weekday] = []
  public var from: TimeOfDay
  /// Past midnight where it is not after `from`.
  public var to: TimeOfDay
  package var unknown: [UnknownContent] = []
  public init(days: [Weekday], from: TimeOfDay, to: TimeOfDay) {
    self.days = days
    self.from = from
    self.to = to
  }
}

extension OpeningHours: Described {
  package init() {
    from = TimeOfDay(minutes: 0)!
    to = TimeOfDay(minutes: 1440)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "openingHours", "Hours in which work is done."
  ) { f in
    f.attribute("days", \.days, "The days of the week; all of them where left out.")
    f.attribute("from", \.from, "When work begins.")
    f.attribute("to", \.to, "When it ends; on the next day where it is not after the beginning.")
  }
}

/// A day on which no work is done.
public struct Closure: Sendable {
  /// One day of one year; nil where it comes every year.
  public var on: CalendarDate?
  public var every: DayOfYear?
  public var name: Line?
  package var unknown: [UnknownContent] = []
  package init() {}
}

extension Closure: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "closure", "A day on which no work is done: one day, or the same of every year."
  ) { f in
    f.attribute("on", \.on, "The day.")
    f.attribute("every", \.every, "The day of every year, such as 12-25.")
    f.attribute("name", \.name, "What the day is.")
  }
}

/// A time of peak demand: a stretch of every year or of one, some days of the week, some hours, or
/// all of these at once.
public struct PeakWindow: Sendable {
  public var id: Identifier<PeakWindow>
  public var name: Line
  public var days: [Weekday] = []
  public var from: TimeOfDay?
  public var to: TimeOfDay?
  public var firstDay: DayOfYear?
  public var lastDay: DayOfYear?
  public var firstDate: CalendarDate?
  public var lastDate: CalendarDate?
  package var unknown: [UnknownContent] = []
  public init(id: Identifier<PeakWindow>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension PeakWindow: IdentifierSubject {
  public static let kinds = KindSet(.window)
}

extension PeakWindow: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "peakWindow", key: ["id"],
    "A time of peak demand. What is given narrows it; the days named by both ends are in it."
  ) { f in
    f.identifier("id", \.id, .window)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("days", \.days, "The days of the week.")
    f.attribute("from", \.from, "When it begins on each day.")
    f.attribute("to", \.to, "When it ends on each day.")
    f.attribute("yearlyFrom", \.firstDay, "Its first day in every year, such as 12-01.")
    f.attribute("yearlyTo", \.lastDay, "Its last day in every year; in the next if it is earlier.")
    f.attribute("firstDate", \.firstDate, "Its first day, where it comes only once.")
    f.attribute("lastDate", \.lastDate, "Its last day, where it comes only once.")
  }
}
