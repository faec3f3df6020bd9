import RegisterModel
import RegisterXML
import Synchronization
import TestSupport
import Testing

/// A register that two planners changed, each for themselves.
struct EditCase {
  let seed: UInt64
  let base: Register
  let ours: Register
  let theirs: Register

  /// The edits of both, from the base.
  let left: [Edit]
  let right: [Edit]

  private static let known = Mutex<[String: EditCase]>([:])

  /// The case of a seed; made once, as many laws are tried on it.
  static func of(_ sort: EditMutator.Sort, seed: UInt64) -> EditCase {
    let name = "\(sort) \(seed)"
    if let known = known.withLock({ $0[name] }) { return known }
    let made = EditCase(sort, seed: seed)
    known.withLock { $0[name] = made }
    return made
  }

  private init(_ sort: EditMutator.Sort, seed: UInt64) {
    self.seed = seed
    let generator = RegisterGenerator(seed: seed, extras: sort.extras)
    let generated = generator.register()
    base = RegisterReader.read(generated.canonicalText).register!
    var us = EditMutator(sort, seed: seed &* 31 &+ 1, prefix: "ours")
    var them = EditMutator(sort, seed: seed &* 37 &+ 2, prefix: "theirs")
    ours = us.changed(generated).1
    theirs = them.changed(generated).1
    left = base.edits(to: ours)
    right = base.edits(to: theirs)
  }
}

/// What a register says: its bytes without what edits leave out.
func content(of register: Register) -> String {
  var register = register
  register.revision = nil
  register.history = []
  register.signatures = []
  register.prolog = []
  return RegisterWriter.text(of: register)
}

/// Tries a law on generated cases and names those where it does not hold.
///
/// - Parameter law: What is wrong with a case; nil where it holds.
func expectAlways(
  _ sort: EditMutator.Sort, cases count: UInt64, sourceLocation: SourceLocation = #_sourceLocation,
  _ law: (EditCase) -> String?
) {
  var broken = 0
  var shortest: String?
  for seed in 1...count {
    guard let complaint = law(EditCase.of(sort, seed: seed)) else { continue }
    broken += 1
    if shortest.map({ complaint.utf8.count < $0.utf8.count }) ?? true {
      shortest = "seed \(seed): \(complaint)"
    }
  }
  #expect(broken == 0, "of \(count), such as \(shortest ?? "")", sourceLocation: sourceLocation)
}

/// The lines in which two texts differ: `-` of the first, `+` of the second.
func difference(_ a: String, _ b: String) -> String {
  let (before, after) = (
    a.split(separator: "\n", omittingEmptySubsequences: false),
    b.split(separator: "\n", omittingEmptySubsequences: false)
  )
  return after.difference(from: before).map { change in
    switch change {
    case .remove(_, let line, _): "-\(line)"
    case .insert(_, let line, _): "+\(line)"
    }
  }.joined(separator: "\n")
}
