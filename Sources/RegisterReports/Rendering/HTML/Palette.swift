/// The colours of reports. All text is written in one of these pairs, each of which a test measures.
enum Palette {
  /// A colour of text and the ground that it stands on.
  struct Pair: Hashable, Sendable {
    let name: String
    let text: String
    let ground: String
  }

  static let page = Pair(name: "page", text: "#1a1a1a", ground: "#ffffff")
  static let muted = Pair(name: "muted", text: "#565b61", ground: "#ffffff")
  static let mutedOnCard = Pair(name: "muted on a card", text: "#565b61", ground: "#f7f8fa")
  static let link = Pair(name: "link", text: "#0b4a94", ground: "#ffffff")
  static let linkOnCard = Pair(name: "link on a card", text: "#0b4a94", ground: "#f7f8fa")
  static let head = Pair(name: "table head", text: "#1a1a1a", ground: "#e9ecf0")
  static let group = Pair(name: "table group", text: "#1a1a1a", ground: "#f7f8fa")
  static let bad = Pair(name: "bad", text: "#7a0c14", ground: "#fdecea")
  static let caution = Pair(name: "caution", text: "#573700", ground: "#fff3d1")
  static let good = Pair(name: "good", text: "#0b4a20", ground: "#e5f3e9")
  static let neutral = Pair(name: "neutral", text: "#1a1a1a", ground: "#eef0f3")
  static let unknown = Pair(name: "unknown", text: "#3a3f45", ground: "#ffffff")
  static let ink = Pair(name: "dark", text: "#ffffff", ground: "#33475b")

  /// The colours of the Traffic Light Protocol 2.0.
  static let markings: [Pair] = [
    Pair(name: "TLP:CLEAR", text: "#ffffff", ground: "#000000"),
    Pair(name: "TLP:GREEN", text: "#33ff00", ground: "#000000"),
    Pair(name: "TLP:AMBER", text: "#ffc000", ground: "#000000"),
    Pair(name: "TLP:AMBER+STRICT", text: "#ffc000", ground: "#000000"),
    Pair(name: "TLP:RED", text: "#ff4d4d", ground: "#000000"),
  ]

  /// Lines, which are no text.
  static let line = "#c3c9d1"
  static let strongLine = "#6b7480"

  static let pairs =
    [
      page, muted, mutedOnCard, link, linkOnCard, head, group, bad, caution, good, neutral, unknown,
      ink,
    ] + markings
}
