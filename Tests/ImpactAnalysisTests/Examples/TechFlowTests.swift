import RegisterModel
import TestSupport
import Testing

@testable import ImpactAnalysis

@Suite("The impact analysis of TechFlow, and what is wrong with it")
struct TechFlowTests {
  private struct Company {
    let register: Register
    let impact: ImpactGraph
    let names: [String]

    init?(slower: Int64 = 1) throws {
      guard let text = TechFlow(slower: slower)?.text else { return nil }
      (register, impact) = try WorkedExample.impact(text)
      names = register.activities.map(\.id.text) + register.assets.map(\.id.text)
    }

    func node(_ id: String) -> Int { names.firstIndex(of: id)! }
  }

  @Test("The tables come across: five processes with their times, nine systems")
  func tables() throws {
    guard let company = try Company() else { return }
    func hours(_ id: String) -> [Double?] {
      let targets =
        company.register.activities.first { $0.id.text == id }?.targets
        ?? company.register.assets.first { $0.id.text == id }?.targets
      return [targets?.mtpd?.hours, targets?.rto?.hours, targets?.rpo?.hours]
    }
    #expect(company.register.activities.count == 5 && company.register.assets.count == 9)
    #expect(hours("A-product-delivery") == [4, 1, 1])
    #expect(hours("A-customer-support") == [24, 1, 4])
    #expect(hours("A-data-processing") == [8, 1, 2])
    #expect(hours("A-sales---demo") == [24, 1, 24])
    #expect(hours("A-billing---invoicing") == [72, 4, 8])
    #expect(hours("S-ec2") == [nil, 1, nil] && hours("S-rds") == [nil, 1, nil])
    #expect(hours("S-snowflake") == [nil, 2, nil] && hours("S-github") == [nil, 4, nil])
  }

  @Test("One hour is asked of the platform; database and servers, one after the other, take three")
  func platform() throws {
    guard let company = try Company() else { return }
    let servers = company.node("S-ec2")
    let database = company.node("S-rds")
    #expect(company.impact.recovery.ready[database].seconds == 3600)
    #expect(company.impact.recovery.ready[servers].seconds == Int64(3 * 3600))
    #expect(company.impact.gap(of: servers) == Int64(2 * 3600))
    // To have the servers within the hour, the database would have to be there before it is lost.
    #expect(company.impact.requirements.requirements[database].seconds == -3600)
  }

  @Test("Without the one engineer who knows it the platform is back after what can be borne")
  func engineer() throws {
    guard let company = try Company(slower: 2), let usual = try Company() else { return }
    let delivery = company.node("A-product-delivery")
    let tolerable = try #require(company.register.activities[delivery].targets?.mtpd?.seconds)
    #expect(usual.impact.recovery.ready[delivery].lower < tolerable)
    #expect(company.impact.recovery.ready[delivery].lower == 6 * 3600)
    #expect(company.impact.recovery.ready[delivery].lower > tolerable)
  }

  @Test(
    "When vendors are back nobody knows, so nobody knows when the product is: not before three hours"
  )
  func vendors() throws {
    guard let company = try Company() else { return }
    for id in ["S-auth0", "S-snowflake", "S-intercom", "S-stripe"] {
      #expect(company.impact.recovery.ready[company.node(id)] == .unknown, "\(id)")
      #expect(company.impact.gap(of: company.node(id)) == nil)
    }
    let ready = company.impact.recovery.ready[company.node("A-product-delivery")]
    #expect(ready.lower == 3 * 3600 && ready.upper == TimeBounds.never)
  }

  @Test("Systems are declared to come back later than the process that needs them")
  func declared() throws {
    guard let company = try Company() else { return }
    let late = company.register.assets.filter { asset in
      let requirement = company.impact.requirements.requirements[company.node(asset.id.text)]
      return asset.targets?.rto.map { $0.seconds > requirement.seconds } ?? false
    }
    #expect(
      late.map(\.id.text) == [
        "S-datadog", "S-github", "S-google-workspace", "S-intercom", "S-rds", "S-snowflake",
      ])
    // The pipeline for hotfixes may take as long as customers can be without the product.
    let delivery = company.register.activities[company.node("A-product-delivery")].targets?.mtpd
    let pipeline = company.register.assets.first { $0.id.text == "S-github" }?.targets?.rto
    #expect(
      TargetBudget(tolerable: delivery?.seconds, objective: pipeline?.seconds).isValid == false)
  }

  @Test(
    "The platform, the log-on and the payment processor are single points, and more than it lists")
  func singlePoints() throws {
    guard let company = try Company() else { return }
    let points = SinglePoints(company.impact.graph, activities: Array(0..<5)).points
    var behind: [String: Int] = [:]
    for point in points { behind[company.names[point.node]] = point.blastRadius }
    #expect(behind["S-ec2"] == 3 && behind["S-rds"] == 3)
    #expect(behind["S-auth0"] == 2 && behind["S-stripe"] == 1)
    // Not on its list.
    #expect(behind["S-snowflake"] == 2 && behind["S-intercom"] == 1)
    #expect(points.allSatisfy { $0.covered.isEmpty })
  }

  @Test("Its recovery order puts the servers before the database that they need")
  func order() throws {
    guard let company = try Company() else { return }
    let points = SinglePoints(company.impact.graph, activities: Array(0..<5))
    let sequence = RecoverySequence(company.impact, company.register, points: points)
    let order = sequence.entries.map { company.names[$0.node] }.filter { $0.hasPrefix("S-") }
    #expect(order.firstIndex(of: "S-rds")! < order.firstIndex(of: "S-ec2")!)
    #expect(order.first == "S-rds")
  }

  @Test("It says how much data may be lost, and of no copy how old it is")
  func data() throws {
    guard let company = try Company() else { return }
    let loss = DataLoss(company.register, company.impact.graph)
    let database = company.node("S-rds")
    #expect(loss.requirements[database].seconds == 3600)
    #expect(loss.requirements[database].binding == company.node("A-product-delivery"))
    #expect(loss.achieved[database] == nil && loss.gap(of: database) == nil)
  }

  @Test("What an outage costs, and who is needed, it does not say")
  func missing() throws {
    guard let company = try Company() else { return }
    #expect(company.register.activities.allSatisfy { $0.losses == nil && $0.staffing.isEmpty })
    for activity in company.register.activities {
      let disruption = ActivityDisruption(
        activity, criteria: company.register.criteria, loss: nil)
      #expect(disruption.period == nil)
    }
  }
}
