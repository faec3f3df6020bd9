/// Random numbers that are the same in every run and on every machine.
///
/// - Note: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
package struct PinnedRandom: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from zero to one less than `bound`.
  package mutating func below<Number: FixedWidthInteger>(_ bound: Number) -> Number {
    precondition(bound > 0, "there is no number below \(bound)")
    return Number(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
