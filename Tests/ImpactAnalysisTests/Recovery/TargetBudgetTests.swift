import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("How declared recovery times fit each other")
struct TargetBudgetTests {
  @Test("Pay vendor invoice: MTD 72 hours, RTO 48 hours leave 24 for work after recovery")
  func vendorInvoice() throws {
    let register = try Register(
      "<activity id=\"A\" name=\"Pay vendor invoice\"><targets mtpd=\"P3D\" rto=\"P2D\" rpo=\"PT12H\"/></activity>"
    )
    let budget = TargetBudget(register.activities[0])
    #expect(budget.isValid == true)
    #expect(budget.budget == Int64(24 * 3600))
    #expect(abs(try #require(budget.margin) - 0.3333) < 5e-5)
    #expect(budget.isComfortable(lastTolerable: 48 * 3600) == true)
    #expect(budget.isComfortable(lastTolerable: 47 * 3600) == false)
  }

  @Test("An objective that equals the tolerable period is too long; a fifth is the least advised")
  func edges() {
    #expect(TargetBudget(tolerable: 3600, objective: 3600).isValid == false)
    #expect(TargetBudget(tolerable: 3600, objective: 7200).budget == -3600)
    #expect(TargetBudget(tolerable: 3600, objective: 3599).isValid == true)
    #expect(TargetBudget(tolerable: 1000, objective: 800).isComfortable(lastTolerable: 800) == true)
    #expect(
      TargetBudget(tolerable: 1000, objective: 801).isComfortable(lastTolerable: 801) == false)
  }

  @Test("What is not known stays so; zero is not unknown")
  func unknown() {
    #expect(TargetBudget(tolerable: nil, objective: 3600).isValid == nil)
    #expect(TargetBudget(tolerable: 3600, objective: nil).budget == nil)
    #expect(TargetBudget(tolerable: nil, objective: nil).isComfortable(lastTolerable: 0) == nil)
    #expect(TargetBudget(tolerable: 3600, objective: 0).margin == 1)
    #expect(TargetBudget(tolerable: 0, objective: 0).margin == nil)
    #expect(TargetBudget(tolerable: 0, objective: 0).isValid == false)
  }

  private func late(_ needs: String, own: String? = "PT1H") throws -> [LatePromise] {
    let targets = own.map { " own=\"\($0)\"" } ?? ""
    let register = try Register(
      """
      <activity id="A" name="A"><targets rto="PT4H"\(targets)/>\(needs)</activity>
      <asset id="S1" name="S1"><targets rto="PT2H"/></asset>
      <asset id="S2" name="S2"><targets rto="PT3H"/></asset>
      <asset id="S3" name="S3"><targets rto="PT3H30M"/></asset>
      <asset id="S4" name="S4"><targets rto="PT5H"/></asset>
      <asset id="S5" name="S5"/>
      """)
    return LatePromise.all(
      register, ImpactGraph(register, today: CalendarDate(text: "2026-11-24")!))
  }

  @Test(
    "What is promised of a resource and the activity's own work after it must fit into the activity's objective"
  )
  func lateResource() throws {
    let late = try late(
      "<needs mode=\"start\"><on ref=\"S1\"/><on ref=\"S2\"/><on ref=\"S3\"/><on ref=\"S5\"/></needs>"
    )
    #expect(late.map(\.resource) == [3])
    #expect(late.map { $0.promised - $0.required } == [1800])
    #expect(try self.late("<needs mode=\"start\"><on ref=\"S3\"/></needs>", own: nil).isEmpty)
    #expect(try self.late("<needs mode=\"start\"><on ref=\"S3\"/></needs>", own: "PT30M").isEmpty)
  }

  @Test("Of a choice the last one needed counts; who has not said may be in time")
  func choice() throws {
    let group = "<on ref=\"S1\"/><on ref=\"S3\"/><on ref=\"S4\"/></needs>"
    #expect(try late("<needs mode=\"start\" atLeast=\"1\">" + group).isEmpty)
    #expect(try late("<needs mode=\"start\" atLeast=\"2\">" + group).map(\.resource) == [3])
    #expect(try late("<needs mode=\"start\" atLeast=\"3\">" + group).map(\.resource) == [3, 4])
    let open = "<on ref=\"S3\"/><on ref=\"S4\"/><on ref=\"S5\"/></needs>"
    #expect(try late("<needs mode=\"start\" atLeast=\"1\">" + open).isEmpty)
    #expect(try late("<needs mode=\"start\" atLeast=\"2\">" + open).map(\.resource) == [3])
    #expect(try late("<needs mode=\"start\" atLeast=\"0\">" + open).isEmpty)
  }
}
