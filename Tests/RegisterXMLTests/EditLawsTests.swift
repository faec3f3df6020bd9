import RegisterModel
import RegisterXML
import TestSupport
import Testing

@Suite("Laws of edits, on generated registers")
struct EditLawsTests {
  @Test(
    "The edits from one register to another make the other of the one, to the byte",
    arguments: EditMutator.Sort.allCases)
  func editsMakeTheOther(_ sort: EditMutator.Sort) {
    expectAlways(sort, cases: 100) { tried in
      let edits = tried.left
      do throws(EditFailure) {
        let made = try tried.base.applying(edits)
        let (text, wanted) = (content(of: made), content(of: tried.ours))
        return text == wanted ? nil : "\(edits.brief)\n\(difference(wanted, text))"
      } catch { return "\(error.findings.map(\.message)) of \(edits.brief)" }
    }
  }

  @Test("Edits between registers with nothing in common but their format do the same")
  func editsBetweenStrangers() {
    var broken: [String] = []
    for seed in 1...100 as ClosedRange<UInt64> {
      let a = RegisterReader.read(
        RegisterGenerator(seed: seed, extras: [.foreign]).register().canonicalText
      ).register!
      let b = RegisterReader.read(
        RegisterGenerator(seed: seed + 5000, extras: [.foreign]).register().canonicalText
      ).register!
      do throws(EditFailure) {
        let made = try a.applying(a.edits(to: b))
        if content(of: made) != content(of: b) {
          broken.append("seed \(seed): \(difference(content(of: b), content(of: made)))")
        }
      } catch { broken.append("seed \(seed): \(error.findings.map(\.message))") }
    }
    #expect(
      broken.isEmpty, "\(broken.count): \(broken.min { $0.utf8.count < $1.utf8.count } ?? "")")
  }

  @Test(
    "A register has no edits to itself, nor to what was written of it and read",
    arguments: EditMutator.Sort.allCases)
  func noEditsToItself(_ sort: EditMutator.Sort) {
    expectAlways(sort, cases: 30) { tried in
      let again = RegisterReader.read(RegisterWriter.text(of: tried.ours)).register!
      let edits = tried.ours.edits(to: tried.ours) + tried.ours.edits(to: again)
      return edits.isEmpty ? nil : "\(edits.brief)"
    }
  }

  @Test(
    "There are no edits only where registers say the same", arguments: EditMutator.Sort.allCases)
  func editsWhereSomethingDiffers(_ sort: EditMutator.Sort) {
    expectAlways(sort, cases: 40) { tried in
      let same = content(of: tried.base) == content(of: tried.ours)
      return tried.left.isEmpty == same
        ? nil : difference(content(of: tried.base), content(of: tried.ours))
    }
  }

  @Test("The inverse edits, last first, take edits back", arguments: EditMutator.Sort.allCases)
  func inverseEdits(_ sort: EditMutator.Sort) {
    expectAlways(sort, cases: 60) { tried in
      let edits = tried.left
      do throws(EditFailure) {
        let made = try tried.base.applying(edits)
        let back = try made.applying(edits.reversed().map(\.inverse))
        let (text, wanted) = (content(of: back), content(of: tried.base))
        return text == wanted ? nil : "\(edits.brief)\n\(difference(wanted, text))"
      } catch { return "\(error.findings.map(\.message)) of \(edits.brief)" }
    }
  }

  @Test("Edits whose values before are not there are refused", arguments: EditMutator.Sort.allCases)
  func staleEdits(_ sort: EditMutator.Sort) {
    expectAlways(sort, cases: 30) { tried in
      let edits = tried.left
      guard !edits.isEmpty else { return nil }
      // Edits that were made already find other values than they were made for.
      let made = try? tried.ours.applying(edits)
      return made == nil ? nil : "made twice: \(edits.brief)"
    }
  }

  @Test("One edit that can't be made keeps all others from being made")
  func wholeOrNothing() {
    expectAlways(.fields, cases: 40) { tried in
      let edits = tried.left
      let stale = Edit.set(
        FieldChange(
          entity: nil, field: FieldPath("title")!, from: .text("what it never was"),
          to: .text("Another")))
      do throws(EditFailure) {
        _ = try tried.base.applying(edits + [stale])
        return "made: \(edits.brief)"
      } catch {
        let rules = error.findings.map(\.rule)
        return rules == ["STR-006"] ? nil : "\(error.findings)"
      }
    }
  }
}
