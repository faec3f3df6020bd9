extension TimeZoneRules {
  /// The rules in a file of the time zone database, in versions 1 to 4 of its format.
  ///
  /// Files that count leap seconds are brought to the time that everybody else counts, without them.
  ///
  /// - Returns: nil where the bytes are no such file, or contradict themselves. No bytes make it trap.
  /// - Complexity: O(bytes).
  /// - Note: RFC 9636, which replaces RFC 8536.
  public init?(tzif bytes: [UInt8]) {
    var file = TZifReader(bytes)
    guard let first = file.header() else { return nil }
    var block: TZifBlock
    var yearly: YearlyZoneRule?
    if first.version == 1 {
      guard let only = TZifBlock(&file, first), file.isAtEnd else { return nil }
      block = only
    } else {
      // The first block is for readers of version 1 only, and may be anything that has its length.
      guard file.skip(first.size(timeSize: 4)), let second = file.header(),
        second.version == first.version, let wide = TZifBlock(&file, second),
        let text = file.footer(), file.isAtEnd
      else { return nil }
      block = wide
      if !text.isEmpty {
        guard let rule = YearlyZoneRule(text: text) else { return nil }
        yearly = rule
      }
    }
    guard block.removeLeapSeconds() else { return nil }
    self.init(block, yearly: yearly)
  }

  private init?(_ block: TZifBlock, yearly: YearlyZoneRule?) {
    var known = Int64.min...Int64.max
    var changes: [Change] = []
    var offset = block.types[0].offset
    for (at, type) in zip(block.times, block.typeOfTime) where block.types[type].offset != offset {
      offset = block.types[type].offset
      changes.append(Change(at: at, offset: offset))
    }
    if let last = block.times.last, let type = block.typeOfTime.last {
      // The rule must go on where the list ends.
      if let yearly, yearly.offset(at: last) != block.types[type].offset { return nil }
      let isUnknownAtFirst = block.types[0].isUnspecified
      let lower = isUnknownAtFirst ? block.times[0] : known.lowerBound
      let ends = yearly == nil || block.types[type].isUnspecified
      known = lower...(ends ? last : known.upperBound)
    }
    self.init(initial: block.types[0].offset, changes: changes, yearly: yearly, known: known)
  }
}

/// The header of a block: how much of everything follows.
private struct TZifHeader {
  var version: Int
  var utcCount: Int
  var standardCount: Int
  var leapCount: Int
  var timeCount: Int
  var typeCount: Int
  var characterCount: Int

  /// The bytes of the block.
  func size(timeSize: Int) -> Int {
    timeCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4)
      + standardCount + utcCount
  }
}

/// A block of a file: when which offset begins.
private struct TZifBlock {
  struct LocalType {
    var offset: Int32
    /// Whether nobody knows the local time: the name is "-00".
    var isUnspecified: Bool
  }
  struct Leap {
    var at: Int64
    var correction: Int64
  }
  var times: [Int64] = []
  var typeOfTime: [Int] = []
  var types: [LocalType] = []
  var leaps: [Leap] = []

  init?(_ file: inout TZifReader, _ header: TZifHeader) {
    let timeSize = header.version == 1 ? 4 : 8
    guard header.typeCount > 0, header.characterCount > 0,
      [0, header.typeCount].contains(header.utcCount),
      [0, header.typeCount].contains(header.standardCount),
      file.has(header.size(timeSize: timeSize))
    else { return nil }
    times.reserveCapacity(header.timeCount)
    for _ in 0..<header.timeCount {
      let time = file.integer(timeSize)
      if let last = times.last, time <= last { return nil }
      times.append(time)
    }
    for _ in 0..<header.timeCount {
      let type = file.byte()
      guard type < header.typeCount else { return nil }
      typeOfTime.append(type)
    }
    guard readTypes(&file, header), readLeaps(&file, header, timeSize) else { return nil }
    let standard = (0..<header.standardCount).map { _ in file.byte() }
    let utc = (0..<header.utcCount).map { _ in file.byte() }
    guard (standard + utc).allSatisfy({ $0 <= 1 }) else { return nil }
    // A time stated in UTC is stated in standard time.
    for (place, isUTC) in utc.enumerated() where isUTC == 1 {
      guard place < standard.count, standard[place] == 1 else { return nil }
    }
  }

  private mutating func readTypes(_ file: inout TZifReader, _ header: TZifHeader) -> Bool {
    var names: [Int] = []
    for _ in 0..<header.typeCount {
      let offset = file.integer(4)
      let isDaylight = file.byte()
      let name = file.byte()
      guard (-89_999...93_599).contains(offset), isDaylight <= 1, name < header.characterCount
      else { return false }
      types.append(LocalType(offset: Int32(offset), isUnspecified: false))
      names.append(name)
    }
    let characters = file.bytes(header.characterCount)
    guard characters.last == 0 else { return false }
    for (place, name) in names.enumerated() {
      let text = characters.dropFirst(name).prefix { $0 != 0 }
      types[place].isUnspecified = text.elementsEqual("-00".utf8)
    }
    return true
  }

  private mutating func readLeaps(
    _ file: inout TZifReader, _ header: TZifHeader, _ timeSize: Int
  ) -> Bool {
    for place in 0..<header.leapCount {
      let leap = Leap(at: file.integer(timeSize), correction: file.integer(4))
      if let last = leaps.last {
        // The last of version 4 may repeat a correction: the table ends there.
        let isEnd =
          header.version >= 4 && place == header.leapCount - 1 && leap.correction == last.correction
        let (distance, overflow) = leap.at.subtractingReportingOverflow(last.at)
        guard !overflow, distance >= (isEnd ? 1 : 2_419_199),
          isEnd || abs(leap.correction - last.correction) == 1
        else { return false }
      } else {
        guard leap.at >= 0, header.version >= 4 || abs(leap.correction) == 1 else { return false }
      }
      leaps.append(leap)
    }
    return true
  }

  /// Takes the leap seconds out of all times.
  ///
  /// - Returns: false where the times are no longer in order then.
  mutating func removeLeapSeconds() -> Bool {
    var leap = 0
    for place in times.indices {
      while leap < leaps.count, leaps[leap].at <= times[place] { leap += 1 }
      // Some files begin with the least number there is.
      times[place] = min(max(times[place], -(1 << 59)), 1 << 59)
      if leap > 0 { times[place] -= leaps[leap - 1].correction }
    }
    return zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
  }
}

/// Reads the parts of a file from its start; numbers have their highest byte first.
private struct TZifReader {
  private let all: [UInt8]
  private var place = 0

  init(_ all: [UInt8]) { self.all = all }

  var isAtEnd: Bool { place == all.count }

  func has(_ count: Int) -> Bool { count <= all.count - place }

  mutating func skip(_ count: Int) -> Bool {
    guard has(count) else { return false }
    place += count
    return true
  }

  mutating func bytes(_ count: Int) -> ArraySlice<UInt8> {
    defer { place += count }
    return all[place..<place + count]
  }

  mutating func byte() -> Int {
    defer { place += 1 }
    return Int(all[place])
  }

  /// A signed number of four or eight bytes.
  mutating func integer(_ size: Int) -> Int64 {
    let bits = bytes(size).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return size == 4 ? Int64(Int32(truncatingIfNeeded: bits)) : Int64(bitPattern: bits)
  }

  private mutating func count() -> Int { Int(UInt32(truncatingIfNeeded: integer(4))) }

  mutating func header() -> TZifHeader? {
    guard has(44), bytes(4).elementsEqual("TZif".utf8) else { return nil }
    let version: Int
    switch byte() {
    case 0: version = 1
    case let digit where (0x32...0x34).contains(digit): version = digit - 0x30
    default: return nil
    }
    place += 15
    return TZifHeader(
      version: version, utcCount: count(), standardCount: count(), leapCount: count(),
      timeCount: count(), typeCount: count(), characterCount: count())
  }

  /// The text between two line feeds.
  mutating func footer() -> ArraySlice<UInt8>? {
    guard has(2), byte() == 0x0A, let end = all[place...].firstIndex(of: 0x0A) else { return nil }
    defer { place = end + 1 }
    return all[place..<end]
  }
}
