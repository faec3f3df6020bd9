import RegisterModel
import Testing

@testable import ImpactAnalysis

/// Each register of the repository has gaps that its planners did not see; its README tells of them.
@Suite("What the impact analysis finds in the registers")
struct RepositoryRegisterTests {
  @Test(
    "Hospital: triage's paper runs out before the record, which waits for all below it, is back")
  func record() throws {
    let hospital = try RepositoryRegister("st-brigid.xml")
    #expect(hospital.times("S-ehr") == "8:15 but 10:40")
    #expect(hospital.times("S-lis") == "5:50 but 8:25")
    let schedule = hospital.schedule()
    // With one database administrator for the laboratory and the record it is later still.
    #expect(
      hospital.chain(of: "S-ehr", in: schedule) == [
        "S-ehr 12:10", "S-db 10:55", "S-lis 8:25", "S-dir 6:55", "S-virt 6:15", "S-san-1 5:00",
        "S-dc1 3:00",
      ])
    #expect(
      hospital.lapses(schedule) == [
        "A-blood: 5:50 but 8:25", "A-resus: 12:05 but 12:10", "A-triage: 8:15 but 12:10",
        "S-o2: 5:00 but 8:00",
      ])
  }

  @Test(
    "Hospital: both scanners hang on one chilled water plant, and half of the wards on one board")
  func plant() throws {
    let hospital = try RepositoryRegister("st-brigid.xml")
    #expect(hospital.times("A-imaging") == "4:00 but 6:30")
    #expect(hospital.lost(with: "S-chill") == ["A-imaging"])
    #expect(hospital.lost(with: "S-power").count == 15)
    #expect(hospital.times("S-vie") == "5:00 but 8:00")
  }

  @Test("Hospital: what the pharmacy robot knows is a day old; at night one scientist counts twice")
  func stockAndNight() throws {
    let hospital = try RepositoryRegister("st-brigid.xml")
    #expect(hospital.dataLoss == ["S-robotdb: 1:00 but 25:00"])
    #expect(hospital.shortages == ["t-medsci: 1 from 0:00 to 4:00"])
  }

  @Test("Port: the passes have an hour to spare, but two fitters restart four cranes one by one")
  func cranes() throws {
    let port = try RepositoryRegister("container-port.xml")
    #expect(port.times("A-quay") == "4:00 but 3:00")
    let schedule = port.schedule()
    #expect(RepositoryRegister.text(schedule.objective) == "1:15")
    #expect(schedule.isProvenOptimal)
    #expect(
      port.chain(of: "A-quay", in: schedule) == [
        "A-quay 5:15", "S-qc-4 5:15", "S-qc-3 4:30", "S-qc-2 3:45", "S-qc-1 3:00", "S-sub-q 2:15",
        "S-feed-a 1:30",
      ])
    // Two are needed at each crane: one more fitter changes nothing.
    let gains = RecoveryGains(schedule).gains.map(\.change)
    let fitters = port.register.resources.firstIndex { $0.id.text == "RS-crane-crew" }!
    #expect(gains.first == .shorter(port.node("S-feed-a")))
    #expect(!gains.contains(.oneMore(fitters)))
  }

  @Test(
    "Port: two rooms, two halves of a cluster, two feeders, one switch; copies a little too far apart"
  )
  func switchAndCopies() throws {
    let port = try RepositoryRegister("container-port.xml")
    #expect(port.lost(with: "S-switch") == ["A-gate", "A-yard"])
    #expect(port.lost(with: "S-srv-a") == [])
    #expect(port.dataLoss == ["S-edi: 0:15 but 0:20"])
    #expect(port.shortages == [])
  }

  @Test(
    "County: dispatch waits for directory, network and data centre for longer than paper cards last"
  )
  func dispatch() throws {
    let county = try RepositoryRegister("miami-dade.xml")
    #expect(county.times("S-cad") == "8:05 but 10:00")
    let schedule = county.schedule()
    #expect(county.lapses(schedule) == ["A-911: 8:05 but 14:00"])
    #expect(county.dataLoss == ["S-directory: 0:15 but 7:00", "S-registry: 12:00 but 26:00"])
    #expect(county.shortages == ["t-shelter: 70 from 24:00 to never"])
  }

  @Test("County: sewerage is in time by the passes, but not with eight electricians")
  func electricians() throws {
    let county = try RepositoryRegister("miami-dade.xml")
    #expect(county.times("A-sewer") == "12:00 but 9:00")
    let schedule = county.schedule()
    #expect(RepositoryRegister.text(schedule.objective) == "2:00")
    #expect(
      county.chain(of: "A-sewer", in: schedule) == [
        "A-sewer 14:00", "S-lift 14:00", "S-gen-sewer 14:00", "S-wwtp 8:00",
      ])
  }

  @Test(
    "Where a tolerable period is declared, it is none that grids and limits don't bear out",
    arguments: ["st-brigid.xml", "container-port.xml", "miami-dade.xml"])
  func periods(_ file: String) throws {
    let register = try RepositoryRegister(file).register
    for activity in register.activities {
      let loss = activity.losses.map { LossCurve.parts(of: $0).total }
      let period = ActivityDisruption(activity, criteria: register.criteria, loss: loss).period
      let declared = try #require(activity.targets?.mtpd?.seconds)
      #expect(declared <= period?.upper ?? 0, "\(activity.id.text)")
      #expect(TargetBudget(activity).isComfortable(lastTolerable: declared) == true)
    }
  }
}
