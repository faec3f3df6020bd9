public import RegisterModel

/// Where a finding is in a file, for people.
public struct FindingPlace: Sendable, Equatable {
  /// From 1.
  public let line: Int
  /// From 1, in characters.
  public let column: Int
  /// The line it is in, or as much of it as fits on a screen.
  public let text: String
  /// How many characters of `text` come before the place.
  public let indent: Int
}

extension RegisterSource {
  /// The places of findings, in the order of the findings; nil where one has none.
  ///
  /// A finding that names record and field only is found by reading the source again.
  ///
  /// - Throws: ``SourceFailure`` if the source can't be read again.
  /// - Complexity: Linear in the source; O(n log n) in the findings.
  public func places(of findings: [Finding]) throws(SourceFailure) -> [FindingPlace?] {
    let offsets = try offsets(of: findings)
    var counter = LineCounter(wanted: offsets.compactMap { $0 })
    var decoder = SourceDecoder()
    try forEachChunk { bytes in decoder.decode(bytes) { counter.take($0) } }
    decoder.finish { counter.take($0) }
    counter.finish()
    return offsets.map { $0.flatMap { counter.places[$0] } }
  }

  private func offsets(of findings: [Finding]) throws(SourceFailure) -> [Int?] {
    var offsets = findings.map { $0.offset ?? $0.recordOffset }
    var wanted: [Int: [(finding: Int, paths: [String])]] = [:]
    for (index, finding) in findings.enumerated() where finding.offset == nil {
      if let record = finding.recordOffset, let field = finding.field {
        wanted[record, default: []].append((index, Self.paths(to: field)))
      }
    }
    guard !wanted.isEmpty else { return offsets }
    let resolver = Resolver()
    var remaining = wanted.count
    resolver.observe = { context in
      guard let start = context.record.nodes.first?.offset, let fields = wanted[start] else {
        return
      }
      remaining -= 1
      let places = context.offsets(of: Set(fields.flatMap(\.paths)))
      for (index, paths) in fields {
        if let found = paths.lazy.compactMap({ places[$0] }).first { offsets[index] = found }
      }
    }
    let reading = RegisterReading(resolver: resolver)
    try forEachChunk { if remaining > 0 { reading.read($0) } }
    _ = reading.finish()
    return offsets
  }

  /// A field and the parts around it, the nearest first: what is missing is found where it belongs.
  private static func paths(to field: String) -> [String] {
    guard let path = FieldPath(field) else { return [field] }
    return path.steps.indices.reversed().map { FieldPath(Array(path.steps[...$0])).description }
  }
}

extension ReadRegister {
  /// Findings that were made after the register was read, with the place of the record or of the part
  /// of the register that they name, so that their line and column can be found.
  ///
  /// - Complexity: O(*n*) in the number of records and findings.
  public func placing(_ findings: [Finding]) -> [Finding] {
    guard let register else { return findings }
    let records = register.recordPlaces(of: Set(findings.compactMap(\.entity)))
    return findings.map { finding in
      guard finding.offset == nil, finding.recordOffset == nil else { return finding }
      var placed = finding
      if let entity = finding.entity {
        placed.recordOffset = records[entity].flatMap {
          sources.offset(field: $0.field, index: $0.index)
        }
      } else if let step = finding.field.flatMap({ FieldPath($0) })?.steps.first,
        let field = Register.form.children.firstIndex(where: { $0.label == step.name })
      {
        let index =
          step.name == "history"
          ? register.history.firstIndex { "\($0.number.value)" == step.key } ?? 0 : 0
        placed.recordOffset = sources.offset(field: field, index: index)
      }
      return placed
    }
  }
}

/// Counts lines and keeps those that are wanted.
private struct LineCounter {
  private let wanted: [Int]
  private var next = 0
  private var line = 1
  private var offset = 0
  private var lineStart = 0
  private var current: [UInt8] = []
  /// Offsets of this line that are waiting for its end.
  private var waiting: [Int] = []
  private(set) var places: [Int: FindingPlace] = [:]

  init(wanted: [Int]) { self.wanted = Set(wanted).sorted() }

  mutating func take(_ bytes: UnsafeRawBufferPointer) {
    guard next < wanted.count || !waiting.isEmpty else { return }
    for byte in bytes {
      while next < wanted.count, wanted[next] <= offset {
        waiting.append(wanted[next])
        next += 1
      }
      offset += 1
      if byte == 0xA {
        endLine()
      } else if current.count < 1 << 20 {
        current.append(byte)
      }
    }
  }

  mutating func finish() {
    while next < wanted.count {
      waiting.append(min(wanted[next], offset))
      places[wanted[next]] = nil
      next += 1
    }
    endLine()
  }

  private mutating func endLine() {
    // One after the other, so that a line with many places is gone through once.
    var (counted, column) = (0, 0)
    for place in waiting {
      let before = min(max(place - lineStart, 0), current.count)
      column += Self.text(current[counted..<before]).count
      counted = before
      let tail = Self.text(current[before..<bound(before + 600)]).prefix(140)
      let isFar = column > 100
      let head =
        isFar
        ? Self.text(current[bound(before - 300)..<before]).suffix(60)
        : Self.text(current[..<before])[...]
      places[place] = FindingPlace(
        line: line, column: column + 1,
        text: (head + tail).map { $0 == "\t" || $0 == "\r" ? " " : String($0) }.joined(),
        indent: head.count)
    }
    waiting = []
    current.removeAll(keepingCapacity: true)
    line += 1
    lineStart = offset
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// A place in the line near another that is not inside a character.
  private func bound(_ place: Int) -> Int {
    var place = min(max(place, 0), current.count)
    while place < current.count, current[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }
}
