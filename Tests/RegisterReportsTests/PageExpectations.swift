import Testing

/// What every report in HTML must have so that everybody can use it; WCAG 2.2 as far as a program can
/// tell without a browser.
func expectAccessible(
  _ page: HTMLPage, sourceLocation: SourceLocation = #_sourceLocation
) {
  func expect(_ isTrue: Bool, _ what: @autoclosure () -> String) {
    if !isTrue { Issue.record("\(what())", sourceLocation: sourceLocation) }
  }
  expect(page.root?["lang"]?.isEmpty == false, "the page has no language")
  expect(page.elements("title").first?.text.isEmpty == false, "the page has no title")
  expect(page.elements("h1").count == 1, "there is not exactly one h1")
  expect(page.elements("main").count == 1, "there is not exactly one main")

  var level = 1
  for heading in page.elements("h1", "h2", "h3", "h4", "h5", "h6") {
    let next = Int(heading.name.dropFirst())!
    expect(next <= level + 1, "h\(next) after h\(level): '\(heading.wholeText)'")
    expect(!heading.wholeText.isEmpty, "an empty \(heading.name)")
    level = next
  }

  var identifiers: Set<String> = []
  for identifier in page.elements.compactMap({ $0["id"] }) {
    expect(identifiers.insert(identifier).inserted, "two elements are '\(identifier)'")
  }
  for link in page.elements("a") {
    let target = link["href"] ?? ""
    expect(target.hasPrefix("#"), "a link leads out of the page: '\(target)'")
    expect(identifiers.contains(String(target.dropFirst())), "nothing is called '\(target)'")
    expect(!link.wholeText.isEmpty, "a link without words to \(target)")
  }
  for element in page.elements {
    for name in ["aria-labelledby", "aria-describedby"] {
      for target in (element[name] ?? "").split(separator: " ") {
        expect(identifiers.contains(String(target)), "\(name) names nothing: '\(target)'")
      }
    }
    expect(element["tabindex"].map { $0 == "0" || $0 == "-1" } ?? true, "a tab order of its own")
  }
  for image in page.elements("svg") {
    expect(image["role"] == "img", "a chart that is no image to a screen reader")
    expect(image["aria-labelledby"] != nil, "a chart without a name")
    let parts = image.children.prefix(2)
    expect(parts.map(\.name) == ["title", "desc"], "a chart without title and description")
    expect(parts.allSatisfy { !$0.text.isEmpty }, "a chart with an empty title or description")
  }
  for table in page.elements("table") {
    expect(table.children.first?.name == "caption", "a table without a caption")
    expect(table.children.first?.wholeText.isEmpty == false, "a table with an empty caption")
    for head in table.all where head.name == "th" {
      expect(head["scope"] != nil, "a th without scope: '\(head.wholeText)'")
      expect(!head.wholeText.isEmpty, "an empty th in '\(table.children[0].wholeText)'")
    }
  }
  for list in page.elements("ul", "ol") {
    expect(list.children.allSatisfy { $0.name == "li" }, "something else than li in a list")
    expect(!list.children.isEmpty, "an empty list")
  }
  for list in page.elements("dl") {
    let allowed = ["dt", "dd", "div"]
    expect(list.children.allSatisfy { allowed.contains($0.name) }, "something else in a dl")
  }
}

/// That nothing is loaded from anywhere and no script is run.
func expectSelfContained(
  _ page: HTMLPage, _ html: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let loading = ["script", "link", "img", "iframe", "object", "embed", "base", "image", "use"]
  for element in page.elements {
    #expect(!loading.contains(element.name), "\(element.name)", sourceLocation: sourceLocation)
    for (name, value) in element.attributes {
      #expect(!name.hasPrefix("on"), "\(name)", sourceLocation: sourceLocation)
      guard ["src", "href", "srcset", "action", "data", "poster"].contains(name) else { continue }
      #expect(value.hasPrefix("#"), "\(name)=\(value)", sourceLocation: sourceLocation)
    }
  }
  let style = page.elements("style").map(\.text).joined()
  for word in ["url(", "@import", "http:", "https:", "expression(", "</"] {
    #expect(!style.contains(word), "\(word) in the style sheet", sourceLocation: sourceLocation)
  }
}
