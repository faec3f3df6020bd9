import RegisterModel
import TestSupport

@testable import ImpactAnalysis

/// W1 of DOMAIN §9.2: three activities, six resources.
enum WorkedExample {
  static let text = """
    <activity id="A1" name="A1"><targets rto="PT8H" own="PT30M"/>
      <needs mode="start"><on ref="R1"/></needs>
      <needs mode="start" lead="PT30M"><on ref="R4"/><workaround act="PT2H" lasts="P1D"/></needs>
    </activity>
    <activity id="A2" name="A2"><targets rto="PT4H" own="PT15M"/>
      <needs mode="start"><on ref="R1"/></needs><needs mode="start"><on ref="R4"/></needs>
    </activity>
    <activity id="A3" name="A3"><targets rto="P3D" own="PT1H"/>
      <needs mode="start" lead="PT4H"><on ref="R1"/></needs>
    </activity>
    <asset id="R1" name="R1"><targets own="PT1H"/>
      <needs mode="start"><on ref="R2"/></needs><needs><on ref="R5"/></needs>
    </asset>
    <asset id="R2" name="R2"><targets own="PT2H"/>
      <needs mode="start" atLeast="1"><on ref="R3a"/><on ref="R3b"/></needs>
    </asset>
    <asset id="R3a" name="R3a"><targets own="PT1H"/></asset>
    <asset id="R3b" name="R3b"><targets own="PT6H"/></asset>
    <asset id="R4" name="R4"><targets own="PT3H"/></asset>
    <asset id="R5" name="R5"><targets own="PT1H30M"/></asset>
    """

  static func impact(_ text: String = text) throws -> (Register, ImpactGraph) {
    let register = try Register(text)
    return (register, ImpactGraph(register, today: CalendarDate(text: "2026-11-24")!))
  }
}
