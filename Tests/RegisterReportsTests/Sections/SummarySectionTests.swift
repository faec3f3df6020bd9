import Testing

@testable import RegisterReports

@Suite("The summary")
struct SummarySectionTests {
  @Test("It counts what is assessed, not assessed and closed, and calls the unknown unknown")
  func counts() throws {
    let text = try report(
      risk("R-1", 5, 5) + risk("R-2", 1, 1) + risk("R-3") + risk("R-4", 1, 1, status: "closed")
    ).text(.summary)
    #expect(
      text.contains(
        "The register holds 4 risks: 2 assessed and put in order, 1 not assessed and 1 closed."))
    #expect(text.contains("One that is not assessed may be large or small: nobody knows."))
  }

  @Test("The first risks are told in words: what, how often, how bad, why here")
  func topRisks() throws {
    let text = try report(
      risk(
        "R-1", 4, 5, title: "The river floods the plant room",
        more: "<consequence><p>The lights go out.</p></consequence>")
    ).text(.summary)
    #expect(text.contains("The risk to deal with"))
    #expect(text.contains("R-1 The river floods the plant room [Critical]"))
    #expect(text.contains("If it happens: The lights go out."))
    #expect(text.contains("Expected 1 to 10 times a year; the worst is Severe in Money."))
    #expect(text.contains("Why here: in Money at most High is tolerated, and this is Critical."))
  }

  @Test("At most five risks are told")
  func five() throws {
    let risks = (1...9).map { risk("R-\($0)", 5, 5) }.joined()
    let text = try report(risks).text(.summary)
    #expect(text.contains("The five risks to deal with first"))
    #expect(text.contains("5. R-5") && !text.contains("6. R-6"))
    #expect(text.contains("R-1, R-2, R-3, R-4, R-5, R-6, R-7, R-8 and 1 more"))
  }

  @Test("A risk above tolerance is borne only by an acceptance that is in force today")
  func tolerance() throws {
    func acceptance(until: String) -> String {
      """
      <party id="p" name="Ada"/><acceptance id="AC-1" risk="R-1" by="p" on="2026-01-01" until="\(until)">\
      <justification><p>No other way.</p></justification></acceptance>
      """
    }
    let accepted = try report(risk("R-1", 5, 5) + acceptance(until: "2027-11-24")).text(.summary)
    #expect(accepted.contains("1 risk above tolerance is borne for a time by somebody"))
    #expect(!accepted.contains("Treat, or accept"))
    let lapsed = try report(risk("R-1", 5, 5) + acceptance(until: "2026-11-23")).text(.summary)
    #expect(lapsed.contains("1 risk above tolerance is not accepted by anybody: R-1."))
    #expect(lapsed.contains("Treat, or accept in writing for a time: R-1"))
    #expect(lapsed.contains("the acceptance AC-1 of R-1, which ran out 2026-11-23"))
    let ending = try report(risk("R-1", 5, 5) + acceptance(until: "2026-11-24")).text(.summary)
    #expect(
      ending.contains(
        "Renew, or let end: the acceptance AC-1 of R-1, which ends 2026-11-24 (today)"))
  }

  @Test("A treatment is late the day after it was due, unless it is done or cancelled")
  func late() throws {
    func treatment(_ due: String, _ status: String) -> String {
      "<treatment id=\"T-1\" name=\"Build a wall\" status=\"\(status)\" due=\"\(due)\"/>"
    }
    let late = try report(risk("R-1", 1, 1) + treatment("2026-11-23", "approved")).text(.summary)
    #expect(late.contains("1 treatment is past the day set: T-1 (due 2026-11-23)"))
    for (due, status) in [
      ("2026-11-24", "approved"), ("2026-11-23", "done"), ("2026-11-23", "cancelled"),
    ] {
      let text = try report(risk("R-1", 1, 1) + treatment(due, status)).text(.summary)
      #expect(text.contains("Nothing is overdue."), "\(due) \(status)")
    }
  }

  @Test("A loss is never said without its interval, and never where it is not known")
  func loss() throws {
    let known = try report(risk("R-1", 3, 4)).text(.summary)
    #expect(
      known.contains(
        "in money, of 1 risk, comes to between 100 k and 10 M EUR a year, about 1.53 M on average.")
    )
    let unknown = try report(risk("R-1")).text(.summary)
    #expect(!unknown.contains("on average"))
  }

  @Test("Where nothing waits for a decision, it says so")
  func nothing() throws {
    let text = try report(
      "<party id=\"p\" name=\"Ada\"/>"
        + risk("R-1", 1, 1).replacing("<risk ", with: "<risk owner=\"p\" ")
    ).text(.summary)
    #expect(text.contains("Nothing in the register waits for a decision."))
    #expect(text.contains("No risk is known to exceed what is tolerated."))
  }
}
