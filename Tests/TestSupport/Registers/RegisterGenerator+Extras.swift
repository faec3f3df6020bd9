import RegisterModel

extension RegisterGenerator {
  /// Puts comments, foreign elements and what a later version added between what is there.
  func addExtras(to register: inout GeneratedRegister) {
    if extras.contains(.foreign) {
      if values.random.chance(0.3) {
        register.schemaLocation = "https://w3id.org/holdfast/register/1 holdfast.xsd"
      }
      if values.random.chance(0.2) {
        register.signatures = [Self.signature]
      }
    }
    if extras.contains(.remarks), values.random.chance(0.3) { register.prolog = [remark()] }
    addFragments(to: register.root, isRoot: true)
    for element in register.root.children.flatMap(\.descendants) {
      addFragments(to: element, isRoot: false)
    }
  }

  private func addFragments(to element: GeneratedElement, isRoot: Bool) {
    guard let form = element.form, form.keepsUnknown else { return }
    if extras.contains(.later), values.random.chance(0.15) {
      element.attributes.append(
        GeneratedElement.Attribute(name: unknownName(), value: values.line()))
    }
    let isText = form.content != nil
    for place in (0...element.content.count).reversed() {
      // What stands before the title or behind the last record is told in tests of its own.
      if isRoot, place == 0 || place == element.content.count { continue }
      if extras.contains(.remarks), values.random.chance(isRoot ? 0.2 : 0.1) {
        element.content.insert(.fragment(.remark(remark())), at: place)
      }
      if extras.contains(.later), !isText, values.random.chance(0.1) {
        element.content.insert(.fragment(laterFragment()), at: place)
      }
    }
  }

  private func unknownName() -> String { "future\(values.random.below(1000))" }

  private func remark() -> String {
    let word = values.random.element(of: ["draft", "see <b> & 'c'", "é \u{1F9EF}", "two\n  lines"])
    return values.random.chance(0.8)
      ? "<!-- \(values.random.below(1000)) \(word) -->"
      : "<?editor n=\"\(values.random.below(1000))\" \(word)?>"
  }

  private func laterFragment() -> GeneratedFragment {
    .later(
      name: unknownName(),
      rest: " n=\"\(values.random.below(1000))\" of=\"&lt;&amp;&quot;é\"")
  }

  func foreignFragment() -> GeneratedFragment {
    let number = values.random.below(1000)
    return .foreign(
      values.random.element(of: [
        "<x:note xmlns:x=\"urn:x\" n=\"\(number)\">a &lt; b <x:i/> &amp; é</x:note>",
        "<note xmlns=\"urn:y\" n=\"\(number)\"><a b=\"c\">\u{1F9EF}</a></note>",
        "<z:v xmlns:z=\"urn:z\" z:n=\"\(number)\" n=\"1\"/>",
        "<!-- foreign \(number) -->",
      ]))
  }

  private static let signature =
    "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo/></Signature>"
}
