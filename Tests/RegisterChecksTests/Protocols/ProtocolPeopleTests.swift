import RegisterChecks
import RegisterModel
import Testing

@Suite("PRT-003")
struct AuthorityMissingTests {
  private func found(_ authorities: [String]) throws -> [String] {
    try findings(
      AuthorityMissing(),
      in: completeProtocol(
        "<level number=\"1\" name=\"Site\">\(authorities.map { "<authority ref=\"\($0)\"/>" }.joined())</level>",
        without: ["level"])
    ).map { "\($0.severity) \($0.message)" }
  }

  @Test(
    "Nobody with the authority, or nobody who stands in, is an error; only one who does is worth a warning"
  )
  func counts() throws {
    #expect(try found([]) == ["error nobody may declare level 1 'Site' of 'Evacuate'"])
    #expect(
      try found(["p-1"]) == ["error at level 1 'Site' of 'Evacuate' nobody stands in for 'Ann'"])
    #expect(
      try found(["p-1", "p-2"]) == [
        "warning at level 1 'Site' of 'Evacuate' only one other stands in for 'Ann'"
      ])
    #expect(try found(["p-1", "p-2", "r-1"]) == [])
  }

  @Test("A protocol without a level can't be declared")
  func noLevel() throws {
    #expect(
      try places(AuthorityMissing(), in: completeProtocol(without: ["level"])) == ["P-1 level"])
  }
}

@Suite("PRT-005")
struct TaskWithoutRoleTests {
  private func found(_ task: String, _ parties: String = "") throws -> [String] {
    try places(
      TaskWithoutRole(), in: parties + completeProtocol("<task id=\"k-2\" name=\"Stop\" \(task)/>"))
  }

  @Test("A task without a role is found")
  func noRole() throws {
    #expect(try found("role=\"r-1\"") == [])
    #expect(try found("") == ["P-1 task"])
  }

  @Test("A role for which nobody is named, or nobody stands in, is found")
  func alone() throws {
    func role(_ parts: String, kind: String = "role") throws -> [String] {
      try found(
        "role=\"r-2\"", "<party id=\"r-2\" name=\"Shift\" kind=\"\(kind)\">\(parts)</party>")
    }
    #expect(try role("") == ["r-2 holder"])
    #expect(try role("<holder ref=\"p-1\"/>") == ["r-2 deputy"])
    #expect(try role("<holder ref=\"p-1\"/><deputy ref=\"p-2\"/>") == [])
    #expect(try role("<holder ref=\"p-1\"/><holder ref=\"p-2\"/>") == [])
    #expect(try role("<holder ref=\"r-1\"/>") == [])
    #expect(try role("", kind: "organisation") == [])
    #expect(try found("role=\"p-1\"") == ["p-1 deputy"])
  }
}

@Suite("PRT-006")
struct ContactOutdatedTests {
  private func found(_ more: String = "", attributes: String = "", extra: String = "") throws
    -> [String]
  {
    try places(ContactOutdated(), in: completeProtocol(more, attributes: attributes) + extra)
  }
  private func party(_ contact: String) -> String {
    "<party id=\"p-3\" name=\"Cy\" kind=\"person\">\(contact)</party>"
  }

  @Test("A contact verified six months ago to the day holds; a day before, or never, it doesn't")
  func verified() throws {
    let call = "<call who=\"p-3\"/>"
    func checked(_ verified: String) throws -> [String] {
      try found(call, extra: party("<contact channel=\"mobile\"\(verified)/>"))
    }
    #expect(try checked(" verified=\"2026-05-24\"") == [])
    #expect(try checked(" verified=\"2026-05-23\"") == ["p-3 contact[1]"])
    #expect(try checked("") == ["p-3 contact[1]"])
  }

  @Test("Somebody whom no protocol names is not asked")
  func unnamed() throws {
    #expect(try found(extra: party("<contact channel=\"mobile\"/>")) == [])
  }

  @Test("Somebody who stands in for a role that is named is asked")
  func member() throws {
    #expect(
      try found(
        "<call who=\"r-3\"/>",
        extra: party("<contact channel=\"mobile\"/>")
          + "<party id=\"r-3\" name=\"Porter\"><deputy ref=\"p-3\"/></party>") == ["p-3 contact[1]"]
    )
  }

  @Test("Whom a protocol calls without a way to reach them is found once")
  func unstated() throws {
    #expect(try found("<call who=\"p-3\"/>", extra: party("")) == ["p-3 contact"])
  }

  @Test("A contact that an exercise found wrong is found until it is verified again")
  func wrong() throws {
    let exercise = """
      <exercise id="E-1" name="Calls" on="2026-11-01"><protocol ref="P-1"/><reached who="p-3" invalid="yes"/></exercise>
      """
    func checked(_ verified: String) throws -> [String] {
      try found(
        "<call who=\"p-3\"/>",
        extra: party("<contact channel=\"mobile\" verified=\"\(verified)\"/>") + exercise)
    }
    #expect(try checked("2026-10-01") == ["p-3 contact"])
    #expect(try checked("2026-11-02") == [])
  }

  @Test("Contacts that were valid until yesterday are found")
  func expired() throws {
    #expect(
      try found(attributes: " contactsValidUntil=\"2026-11-23\"") == ["P-1 contactsValidUntil"])
    #expect(try found(attributes: " contactsValidUntil=\"2026-11-24\"") == [])
  }
}
