import RegisterModel
import RegisterXML
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What always holds of registers of every shape.
@Suite("Reading what was written gives the register back")
struct RoundTripTests {
  static let blockSize = 500

  @Test(
    "A register of any spelling is read without an error and written in its canonical form",
    arguments: 0..<20)
  func roundTrips(block: Int) { RoundTrip.check(block: block, size: Self.blockSize) }

  @Test("The generated registers use every attribute, element and text of every form")
  func coverage() {
    var missing = FormPlace.all
    for seed in 0..<UInt64(40 * Self.blockSize) where !missing.isEmpty {
      missing.subtract(RoundTrip.register(seed: seed).places)
    }
    #expect(FormPlace.all.count > 800)
    #expect(missing.map(\.description).sorted() == [])
  }

  @Test("The SHA-256 that these tests trust gives the digests of FIPS 180-4")
  func reference() {
    #expect(
      SHA256Reference.hexadecimal(of: "abc".utf8)
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256Reference.hexadecimal(
        of: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }
}

/// The same, far more widely: `make soak`.
@Suite("Round trips for hours", .enabled(if: getenv("SOAK") != nil))
struct SoakTests {
  @Test("200,000 more registers survive reading and writing", arguments: 100..<300)
  func soak(block: Int) { RoundTrip.check(block: block, size: 1000) }
}

enum RoundTrip {
  /// The register of a seed, with every mixture of extras in turn.
  static func register(seed: UInt64) -> GeneratedRegister {
    RegisterGenerator(seed: seed, extras: .init(rawValue: Int(seed % 8))).register()
  }

  static func check(block: Int, size: Int) {
    for index in 0..<size {
      let seed = UInt64(block * size + index)
      // One failure says enough; the seed gives the register again.
      guard check(seed: seed) else { return }
    }
  }

  private static func check(seed: UInt64) -> Bool {
    let generated = register(seed: seed)
    let canonical = generated.canonicalText
    let careless = generated.carelessText(seed: seed)
    guard let first = read(careless, "careless", seed) else { return false }
    let written = RegisterWriter.text(of: first)
    guard isSame(written, canonical, "written from the careless spelling", seed),
      let second = read(written, "written", seed)
    else { return false }
    let again = RegisterWriter.text(of: second)
    guard isSame(again, written, "written from the canonical form", seed) else { return false }
    let hash = RegisterWriter.hash(of: first)
    let isHashed = hash.byteCount == written.utf8.count
    #expect(isHashed, "seed \(seed): the hash is not of the text")
    if seed % 20 == 0 { return isHashed && checkDigest(of: first, written, seed) }
    return isHashed
  }

  private static func checkDigest(of register: Register, _ written: String, _ seed: UInt64) -> Bool
  {
    let hash = RegisterWriter.hash(of: register)
    let digest = SHA256Reference.hexadecimal(of: written.utf8)
    #expect(hash.register.hexadecimal == digest, "seed \(seed)")
    return hash.register.hexadecimal == digest
  }

  private static func read(_ text: String, _ what: String, _ seed: UInt64) -> Register? {
    let read = RegisterReader.read(text)
    if let register = read.register, !read.findings.haveErrors { return register }
    let findings = read.findings.prefix(5).map {
      "\($0.rule) \($0.entity ?? "-") \($0.field ?? "-"): \($0.message)"
    }
    Issue.record("seed \(seed), \(what): \(findings.joined(separator: "\n"))\n\(text.prefix(6000))")
    return nil
  }

  private static func isSame(_ text: String, _ expected: String, _ what: String, _ seed: UInt64)
    -> Bool
  {
    // Arrays of bytes: strings would count é and e\u{301} as equal.
    if Array(text.utf8) == Array(expected.utf8) { return true }
    let difference = zip(
      text.split(separator: "\n", omittingEmptySubsequences: false),
      expected.split(separator: "\n", omittingEmptySubsequences: false)
    ).first { !$0.utf8.elementsEqual($1.utf8) }
    Issue.record(
      "seed \(seed), \(what):\n\(difference?.0 ?? "(ends)")\nexpected:\n\(difference?.1 ?? "(ends)")"
    )
    return false
  }
}
