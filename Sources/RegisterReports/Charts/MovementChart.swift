/// How many risks went from which rating to which: before on the left, now on the right.
public struct MovementChart: Hashable, Sendable {
  /// A state that risks can be in.
  public struct State: Hashable, Sendable {
    public let name: String
    public let mark: String
    public let tone: Tone
    /// How many were in it, and are.
    public let before: String
    public let now: String

    public init(_ name: String, mark: String, _ tone: Tone, before: String, now: String) {
      self.name = name
      self.mark = mark
      self.tone = tone
      self.before = before
      self.now = now
    }
  }

  /// Risks that went the same way.
  public struct Flow: Hashable, Sendable {
    /// Places among the states.
    public let from: Int
    public let to: Int
    public let count: Int
    /// The risks where they are few, else how many.
    public let label: String

    public init(from: Int, to: Int, count: Int, label: String) {
      self.from = from
      self.to = to
      self.count = count
      self.label = label
    }
  }

  public let beforeTitle: String
  public let nowTitle: String
  /// The worst first.
  public let states: [State]
  public let flows: [Flow]

  public init(beforeTitle: String, nowTitle: String, states: [State], flows: [Flow]) {
    self.beforeTitle = beforeTitle
    self.nowTitle = nowTitle
    self.states = states
    self.flows = flows
  }
}

extension MovementChart: DrawableChart {
  private var boxWidth: Double { 150 }
  private var gap: Double { 320 }
  private var rowHeight: Double { 62 }

  var size: (width: Double, height: Double) {
    (boxWidth * 2 + gap + 2, rowHeight * Double(states.count) + 30)
  }

  func draw(on canvas: inout SVGCanvas) {
    canvas.text(beforeTitle, x: 1, y: 14, "bold")
    canvas.text(nowTitle, x: size.width - 1, y: 14, "bold", anchor: .end)
    for (index, state) in states.enumerated() {
      let y = 26 + Double(index) * rowHeight
      for (x, count) in [(1, state.before), (boxWidth + gap, state.now)] {
        let tone = state.tone.className
        canvas.rectangle(x: x, y: y, width: boxWidth, height: 42, tone + " edge")
        canvas.text(count, x: x + 8, y: y + 28, tone + " large")
        let offset = 16 + ChartText.width(of: count, size: 20)
        canvas.lines(
          ChartText.lines(state.name, width: boxWidth - offset - 4), x: x + offset,
          middle: y + 21, tone)
      }
    }
    // Labels stand at a third of the way from where they come, so that few of them meet.
    for flow in flows where flow.from != flow.to { draw(flow, on: &canvas) }
  }

  private func draw(_ flow: Flow, on canvas: inout SVGCanvas) {
    let middle = { (index: Int) in 26 + Double(index) * rowHeight + 21 }
    let (x1, y1) = (boxWidth + 4, middle(flow.from))
    let (x2, y2) = (boxWidth + gap - 10, middle(flow.to))
    canvas.line(
      from: (x1, y1), to: (x2, y2), "stroke", width: min(1.5 + Double(flow.count) / 2, 7))
    canvas.polygon([(x2 + 8, y2), (x2 - 3, y2 - 5), (x2 - 3, y2 + 5)], "mark")
    let part = flow.from < flow.to ? 0.26 : 0.42
    let (x, y) = (x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)
    let label = ChartText.fitted(flow.label, width: 150, size: 11)
    let width = ChartText.width(of: label, size: 11) + 8
    canvas.rectangle(x: x - width / 2, y: y - 9, width: width, height: 18, "blank edge", radius: 3)
    canvas.text(label, x: x, y: y + 4, "small", anchor: .middle)
  }
}
