/// A protocol that no rule complains of, with some parts left out or written otherwise.
///
/// - Parameters:
///   - more: Further elements, a line each.
///   - without: Elements to leave out, by their names.
func completeProtocol(_ more: String = "", attributes: String = "", without: [String] = [])
  -> String
{
  let parts: [(name: String, text: String)] = [
    ("covers", "<covers ref=\"A-1\"/>"),
    ("planned", "<planned detect=\"PT5M\" assess=\"PT5M\" authorise=\"PT5M\" notify=\"PT5M\"/>"),
    (
      "level",
      """
      <level number="1"><authority ref="p-1"/><authority ref="p-2"/><authority ref="r-1"/></level>
      """
    ),
    (
      "trigger", "<trigger level=\"1\"><asset ref=\"S-1\" is=\"down\"/></trigger>"
    ),
    ("call", "<call who=\"p-1\"/>"),
    ("task", "<task id=\"k-1\" name=\"Move\" role=\"r-1\" restores=\"A-1\" likely=\"PT1H\"/>"),
    (
      "message",
      """
      <message id="m-1" name="In" audience="internal"/><message id="m-2" name="Out" audience="media"/>
      """
    ),
    ("standDown", "<standDown><asset ref=\"S-1\" is=\"up\"/></standDown>"),
    ("restoration", "<restoration><p>Bring it back.</p></restoration>"),
  ]
  let text = parts.filter { !without.contains($0.name) }.map(\.text)
  return """
    <party id="p-1" name="Ann" kind="person"><contact channel="mobile" verified="2026-10-01" timeout="PT5M" probability="0.9"/></party>
    <party id="p-2" name="Bo" kind="person"><contact channel="mobile" verified="2026-05-24"/></party>
    <party id="r-1" name="Duty" kind="role"><holder ref="p-1"/><deputy ref="p-2"/></party>
    <activity id="A-1" name="Triage"><targets mtpd="PT8H" rto="PT4H"/><needs><on ref="S-1"/></needs></activity>
    <activity id="A-2" name="Billing"/>
    <asset id="S-1" name="Hall"/><asset id="S-2" name="Pump"/>
    <protocol id="P-1" name="Evacuate"\(attributes)>\(inOrder(text, more))</protocol>
    """
}

/// Parts in the order of documents: more of a kind stands behind those of its kind.
private func inOrder(_ parts: [String], _ more: String) -> String {
  let order = [
    "<covers", "<scenario", "<planned", "<level", "<trigger", "<call", "<quorum", "<task",
    "<message",
    "<standDown", "<restoration",
  ]
  func place(_ text: String) -> Int { order.firstIndex { text.hasPrefix($0) } ?? order.count }
  let added = more.split(separator: "\n").map(String.init)
  return (parts + added).enumerated()
    .sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
    .map(\.element).joined()
}
