import RegisterModel
import RegisterXML
import TestSupport
import Testing

@Suite("Merging what two planners did")
struct MergeTests {
  private let hazards = """
    <hazard id="h-1" name="Rain"/><hazard id="h-2" name="Thaw"/>
    <hazard id="h-3" name="Storm"/>
    """
  private let flood = #"<risk id="R-1"><hazard ref="h-1"/><title>Flood</title></risk>"#

  private func merge(
    _ base: String, _ ours: String, _ theirs: String, preferring: MergePreference? = nil,
    version: String = "1.0"
  ) throws -> MergedRegister {
    try register(base, version: version).merging(
      try register(ours, version: version), try register(theirs, version: version),
      preferring: preferring)
  }

  /// Merges both ways, which must give the same.
  private func merged(
    _ base: String, _ ours: String, _ theirs: String, version: String = "1.0",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let one = try merge(base, ours, theirs, version: version)
    let other = try merge(base, theirs, ours, version: version)
    let text = lines(
      of: try #require(
        one.register, "\(one.conflicts) \(one.findings)", sourceLocation: sourceLocation))
    #expect(other.register.map(lines) == text, sourceLocation: sourceLocation)
    return text
  }

  private func canonical(_ text: String, version: String = "1.0") throws -> String {
    lines(of: try register(text, version: version))
  }

  @Test("Two planners who edit different fields of one risk do not conflict")
  func differentFields() throws {
    #expect(
      try merged(
        #"<risk id="R-1" status="open"><title>Flood</title></risk>"#,
        #"<risk id="R-1" status="treating"><title>Flood</title></risk>"#,
        #"<risk id="R-1" status="open"><title>High water</title></risk>"#)
        == canonical(#"<risk id="R-1" status="treating"><title>High water</title></risk>"#))
  }

  @Test("Different values of one field conflict, and both are named")
  func sameField() throws {
    let merged = try merge(
      #"<risk id="R-1"><title>Flood</title></risk>"#,
      #"<risk id="R-1"><title>High water</title></risk>"#,
      #"<risk id="R-1"><title>Inundation</title></risk>"#)
    #expect(merged.register == nil)
    #expect(merged.conflicts.map(\.ours) == [.text("R-1", "title", "Flood", "High water")])
    #expect(merged.conflicts.map(\.theirs) == [.text("R-1", "title", "Flood", "Inundation")])
  }

  @Test("One value that both set is no conflict")
  func sameValue() throws {
    let both = #"<risk id="R-1"><title>High water</title></risk>"#
    #expect(
      try merged(#"<risk id="R-1"><title>Flood</title></risk>"#, both, both) == canonical(both))
  }

  @Test("A change of what the other side removed is a conflict")
  func removeAgainstChange() throws {
    let changed = #"<risk id="R-1"><title>High water</title></risk>"#
    let base = #"<risk id="R-1"><title>Flood</title></risk>"#
    let merged = try merge(base, "", changed)
    #expect(merged.register == nil)
    #expect(merged.conflicts.count == 1)
    #expect(merged.conflicts.first?.ours.brief == "- risk id='R-1' “title “Flood””")
    #expect(merged.conflicts.first?.theirs == .text("R-1", "title", "Flood", "High water"))
    #expect(try merge(base, "", changed, preferring: .ours).register.map(lines) == "")
    #expect(
      try merge(base, "", changed, preferring: .theirs).register.map(lines) == canonical(changed))
  }

  @Test("A change inside an element of a list that the other side removed is a conflict")
  func removeElementAgainstChange() throws {
    func risk(_ score: String) -> String {
      #"<risk id="R-1"><title>Flood</title>\#(score)</risk>"#
    }
    let merged = try merge(
      risk(#"<score stage="current" likelihood="1"/>"#), risk(""),
      risk(#"<score stage="current" likelihood="2"/>"#))
    #expect(merged.register == nil)
    #expect(merged.conflicts.count == 1)
  }

  @Test(
    "One identifier that both add with different content is a conflict that no preference decides")
  func bothAdd() throws {
    let merged = try merge(
      "", #"<risk id="R-1"><title>Flood</title></risk>"#,
      #"<risk id="R-1"><title>Fire</title></risk>"#)
    #expect(merged.register == nil)
    #expect(merged.conflicts.count == 1)
    for preference in MergePreference.allCases {
      // They are two things: neither may be dropped.
      let decided = try merge(
        "", #"<risk id="R-1"><title>Flood</title></risk>"#,
        #"<risk id="R-1"><title>Fire</title></risk>"#, preferring: preference)
      #expect(decided.register == nil)
      #expect(decided.conflicts.count == 1)
    }
  }

  @Test("One identifier that both add for different kinds of record is a conflict")
  func bothAddOtherKinds() throws {
    let merged = try merge(
      "", #"<risk id="N-1"><title>Flood</title></risk>"#,
      #"<hazard id="N-1" name="Rain"/>"#)
    #expect(merged.register == nil)
    #expect(merged.conflicts.count == 1)
  }

  @Test("Different elements that both add to one keyed list are all taken")
  func keyedList() throws {
    let other = { (ref: String) in
      #"<risk id="R-1"><hazard ref="h-1"/><hazard ref="\#(ref)"/><title>Flood</title></risk>"#
    }
    #expect(
      try merged(hazards + flood, hazards + other("h-2"), hazards + other("h-3"))
        == canonical(
          hazards
            + #"<risk id="R-1"><hazard ref="h-1"/><hazard ref="h-2"/><hazard ref="h-3"/><title>Flood</title></risk>"#
        ))
  }

  @Test("An element put before the others stays there when the other side adds one behind")
  func keyedListBefore() throws {
    let before =
      #"<risk id="R-1"><hazard ref="h-3"/><hazard ref="h-1"/><title>Flood</title></risk>"#
    let behind =
      #"<risk id="R-1"><hazard ref="h-1"/><hazard ref="h-2"/><title>Flood</title></risk>"#
    #expect(
      try merged(hazards + flood, hazards + before, hazards + behind)
        == canonical(
          hazards
            + #"<risk id="R-1"><hazard ref="h-3"/><hazard ref="h-1"/><hazard ref="h-2"/><title>Flood</title></risk>"#
        ))
  }

  @Test("Different records that both append are all taken")
  func differentRecords() throws {
    #expect(
      try merged(
        "", #"<risk id="R-2"><title>Fire</title></risk>"#,
        #"<risk id="R-1"><title>Flood</title></risk>"#)
        == canonical(
          #"<risk id="R-1"><title>Flood</title></risk><risk id="R-2"><title>Fire</title></risk>"#))
  }

  @Test("A record that both removed and retired is removed and retired once")
  func bothRetire() throws {
    let retired = #"<retired id="R-1" on="2026-01-05" because="merged"/>"#
    #expect(
      try merged(#"<risk id="R-1"><title>Flood</title></risk>"#, retired, retired)
        == canonical(retired))
  }

  @Test("A reference to what the other side removed is named, and nothing comes out")
  func danglingReference() throws {
    let merged = try merge(
      hazards + flood, hazards + flood.replacing("h-1", with: "h-2"),
      hazards.replacing(#"<hazard id="h-2" name="Thaw"/>"#, with: "") + flood)
    #expect(merged.register == nil)
    #expect(merged.conflicts.isEmpty)
    #expect(merged.findings.map(\.message) == ["no hazard is called 'h-2'"])
  }

  @Test("Texts of a list without keys conflict as a whole")
  func unkeyedList() throws {
    func risk(_ words: String...) -> String {
      #"<risk id="R-1"><title>F</title><cause>"# + words.map { "<p>\($0)</p>" }.joined()
        + "</cause></risk>"
    }
    #expect(try merge(risk("a"), risk("a", "b"), risk("a", "c")).conflicts.count == 1)
  }

  @Test("Comments and foreign content of both sides survive")
  func unknownSurvives() throws {
    let base =
      #"<risk id="R-1"><title>Flood</title></risk><risk id="R-2"><title>Fire</title></risk>"#
    let ours =
      #"<!-- ours --><risk id="R-1"><title>Flood</title></risk><risk id="R-2"><title>Fire</title></risk>"#
    let theirs =
      #"<risk id="R-1"><title>Flood</title></risk><risk id="R-2"><title>Fire</title><ext><x:n xmlns:x="urn:x"/></ext></risk>"#
    #expect(
      try merged(base, ours, theirs)
        == canonical(
          #"<!-- ours --><risk id="R-1"><title>Flood</title></risk><risk id="R-2"><title>Fire</title><ext><x:n xmlns:x="urn:x"/></ext></risk>"#
        ))
  }

  @Test("A comment that one side writes and a part that the other adds before it do not conflict")
  func commentAndPart() throws {
    let base = #"<risk id="R-1"><title>Flood</title></risk>"#
    let ours = #"<risk id="R-1"><title>Flood</title><!-- ours --></risk>"#
    let theirs = hazards + flood
    #expect(
      try merged(hazards + base, hazards + ours, theirs)
        == canonical(
          hazards + #"<risk id="R-1"><hazard ref="h-1"/><title>Flood</title><!-- ours --></risk>"#))
  }

  @Test("A comment after the last record survives, whoever wrote it")
  func commentAtTheEnd() throws {
    let with = #"<risk id="R-1"><title>F</title></risk><!-- to be continued -->"#
    let without = #"<risk id="R-1"><title>F</title></risk>"#
    #expect(try merged(without, with, without) == canonical(with))
  }

  @Test("A comment before the register survives, whoever wrote it")
  func commentBefore() throws {
    let base = try register("")
    let with = try #require(RegisterReader.read("<!-- of the works -->\n" + written("")).register)
    for merged in [base.merging(with, base), base.merging(base, with)] {
      #expect(merged.register.map { RegisterWriter.text(of: $0).contains("of the works") } == true)
    }
  }

  @Test("Attributes and elements of a later version merge like others")
  func later() throws {
    let base = #"<risk id="R-1" mood="calm"><title>Flood</title></risk>"#
    #expect(
      try merged(
        base, #"<risk id="R-1" mood="grim"><title>Flood</title></risk>"#,
        #"<risk id="R-1" mood="calm"><title>Flood</title><omen/></risk>"#, version: "1.7")
        == canonical(
          #"<risk id="R-1" mood="grim"><title>Flood</title><omen/></risk>"#, version: "1.7"))
  }

  @Test("A list that can't be told apart by its keys conflicts with a change inside it")
  func keysThatDoNotTellApart() throws {
    func risk(_ overrides: String) -> String {
      #"<risk id="R-1"><title>F</title>\#(overrides)</risk>"#
    }
    let merged = try merge(
      risk(#"<override field="ale" value="1"/>"#), risk(#"<override field="ale" value="2"/>"#),
      risk(
        #"<override field="ale" value="1"/><override field="score[current]/likelihood" value="3"/>"#
      ))
    let turned = try merge(
      risk(#"<override field="ale" value="1"/>"#),
      risk(
        #"<override field="ale" value="1"/><override field="score[current]/likelihood" value="3"/>"#
      ),
      risk(#"<override field="ale" value="2"/>"#))
    #expect(merged.conflicts.count == turned.conflicts.count)
    #expect(merged.register.map(lines) == turned.register.map(lines))
    #expect(merged.register != nil || !merged.conflicts.isEmpty, "\(merged.findings)")
  }

  @Test("The result has our history, and theirs is not taken over")
  func history() throws {
    let base = try register(#"<risk id="R-1"><title>Flood</title></risk>"#)
    func edited(_ edit: Edit) throws -> Register {
      try base.applying(edit).recording(
        [edit], at: Moment(secondsSince1970: 0)!, by: Line("Ada")!, because: nil)
    }
    let ours = try edited(.text("R-1", "title", "Flood", "High water"))
    let theirs = try edited(.text("R-1", "status", nil, "open"))
    let merged = try #require(base.merging(ours, theirs).register)
    #expect(merged.history.count == 1)
    #expect(merged.history.first?.edits.first?.field?.text == "title")
    #expect(base.merging(ours, theirs).edits == [.text("R-1", "status", nil, "open")])
  }
}
