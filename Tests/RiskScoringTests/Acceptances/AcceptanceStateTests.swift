import RegisterModel
import RiskScoring
import TestSupport
import Testing

struct AcceptanceStateTests {
  /// Decided on 1 March 2026, until 31 August 2026.
  private func acceptance(_ id: String = "AC-1") -> Acceptance {
    var acceptance = Acceptance(id: try! Identifier(id), risk: try! Identifier("R-1"))
    acceptance.by = try! Identifier("p-head")
    acceptance.justification = Prose("The building is sold in autumn.")
    acceptance.on = day(2026, 3, 1)
    acceptance.until = day(2026, 8, 31)
    return acceptance
  }

  @Test("It holds from the day of the decision to its last day, both included")
  func days() {
    let acceptance = acceptance()
    #expect(acceptance.state(on: day(2026, 2, 28)) == .notYet(from: day(2026, 3, 1)))
    #expect(acceptance.state(on: day(2026, 3, 1)) == .live(until: day(2026, 8, 31)))
    #expect(acceptance.state(on: day(2026, 8, 31)) == .live(until: day(2026, 8, 31)))
    #expect(acceptance.state(on: day(2026, 9, 1)) == .expired(on: day(2026, 8, 31)))
  }

  @Test("From the day it is withdrawn it holds no more; before that day it does")
  func withdrawn() {
    var acceptance = acceptance()
    acceptance.withdrawn = day(2026, 6, 1)
    #expect(acceptance.state(on: day(2026, 5, 31)).isLive)
    #expect(acceptance.state(on: day(2026, 6, 1)) == .withdrawn(on: day(2026, 6, 1)))
    acceptance.until = nil
    #expect(acceptance.state(on: day(2026, 6, 1)) == .withdrawn(on: day(2026, 6, 1)))
  }

  @Test("What it lacks is listed, and it is never live")
  func incomplete() {
    let bare = Acceptance(id: try! Identifier("AC-1"), risk: try! Identifier("R-1"))
    #expect(bare.missingParts == [.approver, .justification, .date, .expiry])
    #expect(bare.state(on: day(2026, 4, 1)) == .incomplete(missing: bare.missingParts))
    var anonymous = acceptance()
    anonymous.by = nil
    #expect(anonymous.state(on: day(2026, 4, 1)) == .incomplete(missing: [.approver]))
  }

  @Test("One whose last day lies before its first is never live")
  func reversed() {
    var acceptance = acceptance()
    acceptance.until = day(2026, 1, 1)
    #expect(acceptance.state(on: day(2026, 2, 1)) == .notYet(from: day(2026, 3, 1)))
    #expect(acceptance.state(on: day(2026, 3, 1)) == .expired(on: day(2026, 1, 1)))
  }

  @Test("It is to be confirmed within twelve months, the anniversary included")
  func revalidation() {
    var acceptance = acceptance()
    #expect(acceptance.isRevalidationOverdue(on: day(2027, 3, 1)) == false)
    #expect(acceptance.isRevalidationOverdue(on: day(2027, 3, 2)) == true)
    acceptance.revalidated = day(2026, 12, 24)
    #expect(acceptance.revalidationDue(on: day(2027, 3, 2)) == day(2027, 12, 24))
    // Not given yet on that day, whatever is typed.
    #expect(acceptance.revalidationDue(on: day(2026, 12, 23)) == day(2027, 3, 1))
    acceptance.on = nil
    #expect(acceptance.isRevalidationOverdue(on: day(2026, 12, 23)) == nil)
  }

  @Test("Of several that are live the one decided last counts, wherever it stands")
  func latest() {
    var longer = acceptance("AC-2")
    longer.until = day(2026, 12, 31)
    var newer = acceptance("AC-0")
    newer.on = day(2026, 5, 1)
    var endless = acceptance("AC-9")
    endless.until = nil
    let all = [newer, acceptance(), longer, endless]
    #expect(all.live(on: day(2026, 4, 1))?.id.text == "AC-2")
    #expect(all.reversed().live(on: day(2026, 6, 1))?.id.text == "AC-0")
    #expect(all.live(on: day(2026, 10, 1))?.id.text == "AC-2")
    #expect(all.live(on: day(2027, 1, 1)) == nil)
    #expect([acceptance("AC-3"), acceptance("AC-4")].live(on: day(2026, 4, 1))?.id.text == "AC-4")
    #expect([Acceptance]().live(on: day(2026, 4, 1)) == nil)
  }

  @Test("A risk called accepted is open unless an acceptance is live; other states stay")
  func effectiveStatus() {
    var risk = unscored("R-1")
    risk.status = .accepted
    #expect(risk.effectiveStatus(given: nil) == .open)
    #expect(risk.effectiveStatus(given: acceptance()) == .accepted)
    risk.status = .monitored
    #expect(risk.effectiveStatus(given: nil) == .monitored)
  }
}
