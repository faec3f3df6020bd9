import RegisterModel
import RiskScoring
import Testing

struct ControlEffectTests {
  /// The effects of controls that a risk lists.
  private func effects(_ controls: Control...) -> ControlEffects {
    ControlEffects(controls.map { ControlUse(ref: $0.id) }) { id in
      controls.first { $0.id == id }
    }
  }

  @Test("Two controls of their own: 2 a year × (1 − 0.5 × 0.8) × (1 − 0.3 × 0.9) is 0.876 a year")
  func product() throws {
    let effects = effects(control("C-1", 0.5, 0.8), control("C-2", 0.3, 0.9))
    let twice = try #require(LevelInterval(low: 2, high: 2))
    let left = try #require(effects.frequency.lowered(twice))
    #expect(left.low.isNear(0.876) && left.high == left.low)
    #expect(effects.frequency.steps.map(\.best.control.text) == ["C-1", "C-2"])
    #expect(effects.severity.factor == 1 && effects.severity.steps.isEmpty)
  }

  @Test("Of controls that share a cause the best counts, and the others are named")
  func sharedCause() {
    let effects = effects(
      control("C-3", 0.9, 0.5, sharedCause: "Gateway"), control("C-1", 0.5, 0.8),
      control("C-2", 0.6, 1, sharedCause: "Gateway"),
      control("C-4", 0.1, 1, sharedCause: "Zugriffsprüfung"))
    #expect(effects.frequency.factor.isNear(0.6 * 0.4 * 0.9))
    #expect(effects.frequency.steps.map(\.best.control.text) == ["C-1", "C-2", "C-4"])
    #expect(effects.frequency.steps[1].sharedCause?.text == "Gateway")
    #expect(effects.frequency.steps[1].others.map(\.control.text) == ["C-3"])
  }

  @Test("Of equals that share a cause the first identifier counts, in whatever order they come")
  func tie() {
    let (one, two) = (
      control("C-2", 0.5, 0.8, sharedCause: "X"), control("C-10", 0.8, 0.5, sharedCause: "X")
    )
    #expect(effects(one, two) == effects(two, one))
    #expect(effects(two, one).frequency.steps.map(\.best.control.text) == ["C-2"])
  }

  @Test("Without a figure a control claims nothing, and says what it lacks")
  func unknown() {
    let effects = effects(
      control("C-1", nil, 0.8), control("C-2", 0.5, nil), control("C-3", 0.5, 1))
    #expect(effects.frequency.factor == 0.5)
    #expect(effects.silent.map(\.control.text) == ["C-1", "C-2"])
    #expect(effects.silent.map(\.reasons) == [[.noEffectiveness], [.noReliability]])
  }

  @Test("Zero is a figure: such a control counts, and changes nothing")
  func zero() {
    let effects = effects(control("C-1", 0, 1), control("C-2", 1, 0))
    #expect(effects.frequency.factor == 1 && effects.silent.isEmpty)
    #expect(effects.frequency.steps.count == 2)
  }

  @Test("A control that always works leaves nothing")
  func perfect() {
    #expect(effects(control("C-1", 1, 1)).frequency.factor == 0)
    #expect(effects().frequency.factor == 1)
  }

  @Test("What corrects acts on severity or duration, never on frequency")
  func corrective() {
    let effects = effects(
      control("C-1", 0.5, 1, .corrective, lowers: .severity),
      control("C-2", 0.5, 1, .corrective, lowers: .duration),
      control("C-3", 0.5, 1, .corrective, lowers: .frequency),
      control("C-4", 0.5, 1, .corrective, lowers: nil))
    #expect(effects.frequency.factor == 1)
    #expect(effects.severity.factor == 0.5 && effects.duration.factor == 0.5)
    #expect(effects.silent.map(\.reasons) == [[.correctsFrequency], [.noEffect]])
    #expect(effects.mayShorten)
  }

  @Test("What prevents lowers the frequency unless it says otherwise; what detects has to say")
  func otherKinds() {
    let effects = effects(
      control("C-1", 0.5, 1, .preventive, lowers: nil),
      control("C-2", 0.5, 1, .preventive, lowers: .severity),
      control("C-3", 0.5, 1, .detective, lowers: .frequency),
      control("C-4", 0.5, 1, .detective, lowers: nil), control("C-5", 0.5, 1, nil, lowers: nil))
    #expect(effects.frequency.steps.map(\.best.control.text) == ["C-1", "C-3"])
    #expect(effects.severity.steps.map(\.best.control.text) == ["C-2"])
    #expect(effects.silent.map(\.control.text) == ["C-4", "C-5"])
  }

  @Test("The effectiveness against this risk goes before that of the control")
  func override() {
    let control = control("C-1", 0.9, 1)
    var use = ControlUse(ref: control.id)
    use.effectiveness = Share(0.25)
    #expect(ControlEffects([use]) { _ in control }.frequency.factor == 0.75)
    // Listed once more by a treatment, it counts once, as the risk has it.
    #expect(
      ControlEffects([use, ControlUse(ref: control.id)]) { _ in control }.frequency.factor == 0.75)
  }

  @Test(
    "At current a treatment's control counts once it is done; at target, unless it is cancelled")
  func stages() {
    let controls = ["C-1", "C-2", "C-3", "C-4"].map { control($0, 0.5, 1) }
    var risk = unscored("R-1")
    risk.controls = [ControlUse(ref: controls[0].id)]
    let treatments = zip([Treatment.Status.done, .proposed, .cancelled], controls.dropFirst()).map {
      status, control in
      var treatment = Treatment(
        id: try! Identifier("T-\(control.id.text)"), name: Line("Do something")!)
      treatment.status = status
      treatment.introduces = [Reference(control.id)]
      return treatment
    }
    func factor(_ stage: Stage) -> Double {
      ControlEffects(of: risk, at: stage, treatments: treatments) { id in
        controls.first { $0.id == id }
      }.frequency.factor
    }
    #expect(factor(.inherent) == 1)
    #expect(factor(.current) == 0.25)
    #expect(factor(.target) == 0.125)
  }
}

/// A control: effectiveness, reliability, kind, what it lowers.
func control(
  _ id: String, _ effectiveness: Double?, _ reliability: Double?,
  _ kind: Control.Nature? = .preventive, lowers: Control.Effect? = .frequency,
  sharedCause: String? = nil
) -> Control {
  var control = Control(id: try! Identifier(id), name: Line("Control")!)
  control.kind = kind
  control.lowers = lowers
  control.effectiveness = effectiveness.flatMap { Share($0) }
  control.reliability = reliability.flatMap { Share($0) }
  control.sharedCause = sharedCause.flatMap { Line($0) }
  return control
}
