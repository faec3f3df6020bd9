import Foundation
import RegisterModel
import RegisterXML
import TestSupport
import Testing

@testable import RegisterExchange

@Suite("An activation as a CAP message")
struct ActivationAlertTests {
  private static let late = Moment(text: "2030-01-01T00:00:00Z")!

  private static let records = """
    <party id="o-1" name="Clinic &amp; Co" kind="organisation"/><party id="r-1" name="Head" kind="role"/>
    <asset id="S-1" name="Server" site="S-2"/><asset id="S-2" name="Main block" kind="premises"/>
    <hazard id="H-1" name="Ransomware" group="cyber"/>
    <risk id="R-1" status="open"><hazard ref="H-1"/><title>R</title></risk>
    <protocol id="P-1" name="Cyber" owner="r-1">
      <covers ref="R-1"/>
      <level number="1"><notify ref="r-1"/></level><level number="3"><notify ref="o-1"/></level>
      <task id="t-1" name="Pull the plug" role="r-1"/>
      <task id="t-2" name="Rebuild"><after ref="t-1"/></task>
      <task id="t-3" name="Pay" gate="Does the board agree?"/>
      <task id="t-4" name="Crisis room" fromLevel="4"/>
      <message id="m-1" name="Now" audience="internal"><text><p>Use paper.</p></text></message>
      <message id="m-2" name="Site" audience="internal"><text><p>Come to {site}.</p></text></message>
      <message id="m-3" name="Press" audience="media"><text><p>No comment.</p></text></message>
    </protocol>
    <incident id="I-1" name="Mail"><affected ref="S-1"/><realises ref="R-1"/></incident>
    <exercise id="E-1" name="E"/>
    """

  private static let events = """
    <event kind="fact" at="2026-11-24T08:00:00Z" about="S-1" state="down"/>
    <event kind="declared" at="2026-11-24T08:10:00Z" by="r-1" level="1"><text><p>Files &lt;gone&gt; &amp; more</p></text></event>
    <event kind="escalated" at="2026-11-24T09:00:00+01:30" level="3"/>
    <event kind="stoodDown" at="2026-11-24T12:00:00Z"/>
    """

  private static func message(
    _ attributes: String = "", at moment: String, sender: String? = nil
  ) throws -> String? {
    let register = try Register(
      records + #"<activation id="AV-1" protocol="P-1" \#(attributes)>\#(events)</activation>"#,
      attributes: ["owner": "o-1"])
    return ActivationAlert(
      register.activations[0], of: register, at: Moment(text: moment)!, sender: sender
    )?.text
  }

  /// The texts of the elements of a name.
  private static func values(_ name: String, _ text: String?) -> [String] {
    (text ?? "").components(separatedBy: "<\(name)>").dropFirst().map {
      $0.components(separatedBy: "</\(name)>")[0]
    }
  }

  @Test("Before anything is declared there is nothing to tell")
  func nothing() throws { #expect(try Self.message(at: "2026-11-24T08:09:59Z") == nil) }

  @Test("A declaration is an alert, with tasks that can begin and texts that are complete")
  func alert() throws {
    let text = try Self.message(#"incident="I-1""#, at: "2026-11-24T08:10:00Z")
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
          <identifier>test.AV-1.1</identifier>
          <sender>test</sender>
          <sent>2026-11-24T08:10:00-00:00</sent>
          <status>Actual</status>
          <msgType>Alert</msgType>
          <source>holdfast</source>
          <scope>Private</scope>
          <addresses>r-1</addresses>
          <incidents>I-1</incidents>
          <info>
            <language>en</language>
            <category>Security</category>
            <event>Cyber</event>
            <responseType>Execute</responseType>
            <urgency>Immediate</urgency>
            <severity>Minor</severity>
            <certainty>Observed</certainty>
            <eventCode>
              <valueName>protocol</valueName>
              <value>P-1</value>
            </eventCode>
            <effective>2026-11-24T08:10:00-00:00</effective>
            <senderName>Clinic &amp; Co</senderName>
            <headline>Cyber: level 1 declared</headline>
            <description>Files &lt;gone&gt; &amp; more</description>
            <instruction>Head: Pull the plug
        Pay (once decided: Does the board agree?)
        Use paper.</instruction>
            <parameter>
              <valueName>activation</valueName>
              <value>AV-1</value>
            </parameter>
            <parameter>
              <valueName>level</valueName>
              <value>1</value>
            </parameter>
            <area>
              <areaDesc>Main block</areaDesc>
            </area>
          </info>
        </alert>

        """)
  }

  @Test(
    "Escalation is an update and standing down a cancellation; each refers to what was sent before")
  func series() throws {
    // 09:00 at an offset of an hour and a half is 07:30 in UTC: before the declaration, it can't raise it.
    #expect(Self.values("msgType", try Self.message(at: "2026-11-24T11:00:00Z")) == ["Alert"])
    let cancel = try Self.message(at: "2026-11-24T12:00:00Z")
    #expect(Self.values("msgType", cancel) == ["Cancel"])
    #expect(Self.values("references", cancel) == ["test,test.AV-1.1,2026-11-24T08:10:00-00:00"])
    #expect(Self.values("responseType", cancel) == ["AllClear"])
    #expect(Self.values("urgency", cancel) == ["Past"])
    #expect(Self.values("instruction", cancel) == [])
    let register = try Register(
      Self.records
        + #"<activation id="AV-1" protocol="P-1"><event kind="declared" at="2026-11-24T08:00:00+01:00" level="2"/><event kind="escalated" at="2026-11-24T09:00:00+01:00" to="r-1"/><event kind="escalated" at="2026-11-24T10:00:00+01:00" level="4"/></activation>"#
    )
    let update = ActivationAlert(register.activations[0], of: register, at: Self.late)?.text
    #expect(Self.values("msgType", update) == ["Update"])
    #expect(Self.values("identifier", update) == ["test.AV-1.2"])
    #expect(Self.values("references", update) == ["test,test.AV-1.1,2026-11-24T08:00:00+01:00"])
    #expect(Self.values("severity", update) == ["Extreme"])
    #expect(Self.values("headline", update) == ["Cyber: raised to level 4"])
    #expect(Self.values("addresses", update) == ["r-1 o-1"])
    #expect(Self.values("instruction", update)[0].contains("Crisis room"))
  }

  @Test("An exercise says so wherever it may be read")
  func exercise() throws {
    let text = try Self.message(#"exercise="E-1""#, at: "2026-11-24T08:10:00Z")
    #expect(Self.values("status", text) == ["Exercise"])
    #expect(Self.values("note", text) == ["Exercise E-1"])
    #expect(Self.values("headline", text) == ["EXERCISE: Cyber: level 1 declared"])
  }

  @Test("A sender is a token, whatever somebody typed")
  func sender() throws {
    let text = try Self.message(at: "2026-11-24T08:10:00Z", sender: "ops, <main> & co")
    #expect(
      Self.values("sender", text) == [
        "ops__&lt;main&gt;___co".replacing("&lt;main&gt;", with: "_main&gt;")
      ])
  }

  // MARK: The schema

  private static let hasSchema: Comment =
    "xmllint, or shared/data/cap-alerts/cap12.xsd beside the repository, is missing"

  @Test(
    "Every activation of the repository's registers, at each of its events, is valid by the schema",
    .enabled(if: CAPSchema.path != nil, hasSchema))
  func repository() throws {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    var messages: [String] = []
    for name in ["st-brigid", "container-port", "miami-dade"] {
      let file = folder.appending(path: "registers/\(name).xml")
      let read = RegisterReader.read(try String(contentsOf: file, encoding: .utf8))
      let register = try #require(read.register)
      for activation in register.activations {
        for event in activation.events {
          guard let alert = ActivationAlert(activation, of: register, at: event.at) else {
            continue
          }
          messages.append(alert.text)
        }
      }
    }
    #expect(messages.count >= 6)
    #expect(try CAPSchema.complaints(messages) == "")
  }

  @Test(
    "Hostile texts make valid messages", .enabled(if: CAPSchema.path != nil, hasSchema),
    arguments: [
      "]]>", "</alert>", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>",
      "&y; &#0; &amp;",
      "\u{85}\u{2028}\u{FEFF}\u{202E}", "👩🏽‍🚒 e\u{301} ٣ לוח", "a\u{FFFD}b \u{10FFFD}",
    ])
  func hostile(text: String) throws {
    var register = Register.new(
      id: try Identifier("t"), title: Line(text)!, language: LanguageTag("en")!,
      currency: Currency("EUR")!, criteria: nil)
    var plan = ResponseProtocol(id: try Identifier("P-1"), name: Line(text)!)
    plan.tasks = [RecoveryTask(id: try Identifier("t-1"), name: Line(text)!)]
    var event = ActivationEvent(kind: .declared, at: Self.late, by: nil)
    event.text = Prose(text)
    var activation = Activation(id: try Identifier("AV-1"), activated: try Identifier("P-1"))
    activation.events = [event]
    register.protocols = [plan]
    let message = try #require(
      ActivationAlert(activation, of: register, at: Self.late, sender: text)?.text)
    #expect(try CAPSchema.complaints([message]) == "")
  }

  @Test(
    "Activations of generated registers make valid messages",
    .enabled(if: CAPSchema.path != nil, hasSchema))
  func generated() throws {
    var messages: [String] = []
    var seed: UInt64 = 0
    while messages.count < 50, seed < 4000 {
      let text = RegisterGenerator(seed: seed).register().canonicalText
      seed += 1
      guard text.contains("kind=\"declared\""), let register = RegisterReader.read(text).register
      else { continue }
      for activation in register.activations {
        for moment in [Moment(secondsSince1970: 250_000_000_000)!] + activation.events.map(\.at) {
          guard let alert = ActivationAlert(activation, of: register, at: moment) else { continue }
          messages.append(alert.text)
        }
      }
    }
    #expect(messages.count >= 20)
    #expect(try CAPSchema.complaints(messages) == "")
  }
}
