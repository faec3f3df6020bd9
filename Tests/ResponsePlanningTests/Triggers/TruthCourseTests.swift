import ResponsePlanning
import TestSupport
import Testing

@Suite("Truth over time")
struct TruthCourseTests {
  typealias Step = TruthCourse.Step

  @Test("A condition holds for a time only if it held all of that time")
  func held() {
    let course = TruthCourse(
      .no, then: [Step(from: 100, value: .yes), Step(from: 200, value: .no)])
    #expect(
      course.held(for: 30).steps == [
        Step(from: .min, value: .no), Step(from: 130, value: .yes), Step(from: 200, value: .no),
      ])
    #expect(course.held(for: 99).first(.yes, from: 0) == 199)
    #expect(course.held(for: 100).first(.yes, from: 0) == nil)
    #expect(course.held(for: 0) == course)
  }

  @Test("What broke off begins its time anew")
  func broken() {
    let course = TruthCourse(
      .no,
      then: [
        Step(from: 0, value: .yes), Step(from: 50, value: .no), Step(from: 51, value: .yes),
      ])
    #expect(course.held(for: 60).first(.yes, from: 0) == 111)
  }

  @Test("An unknown instant leaves unknown whether it held, and false one denies it")
  func unknownInstant() {
    let course = TruthCourse(
      .yes,
      then: [
        Step(from: 100, value: .unknown), Step(from: 101, value: .yes), Step(from: 300, value: .no),
        Step(from: 301, value: .unknown),
      ])
    let held = course.held(for: 50)
    #expect(held.value(at: 99) == .yes)
    #expect(held.value(at: 100) == .unknown)
    #expect(held.value(at: 150) == .unknown)
    #expect(held.value(at: 151) == .yes)
    #expect(held.value(at: 350) == .no)
    #expect(held.value(at: 351) == .unknown)
  }

  @Test("Holding for a time is the least value of every window, on courses made at random")
  func heldIsWindowMinimum() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<300 {
      var at: Int64 = 0
      let steps = (0..<Int.random(in: 0...8, using: &random)).map { _ -> Step in
        at += Int64.random(in: 1...6, using: &random)
        return Step(from: at, value: Truth.allCases.randomElement(using: &random)!)
      }
      let course = TruthCourse(Truth.allCases.randomElement(using: &random)!, then: steps)
      let length = Int64.random(in: 0...9, using: &random)
      let held = course.held(for: length)
      for moment in Int64(-5)...60 {
        let window = (moment - length...moment).map(course.value(at:))
        #expect(held.value(at: moment) == window.min())
      }
    }
  }

  @Test("A latch stays on until it is released, and unknown releases nothing")
  func latched() {
    let condition = TruthCourse(
      .no,
      then: [
        Step(from: 10, value: .yes), Step(from: 20, value: .no), Step(from: 60, value: .unknown),
      ])
    let release = TruthCourse(
      .no, then: [Step(from: 30, value: .unknown), Step(from: 40, value: .yes)])
    #expect(
      condition.latched(until: release).steps == [
        Step(from: .min, value: .no), Step(from: 10, value: .yes), Step(from: 40, value: .no),
        Step(from: 60, value: .unknown),
      ])
  }

  @Test("Of changes at one moment the last counts, and no two neighbours are alike")
  func normal() {
    let course = TruthCourse(
      .no,
      then: [Step(from: 5, value: .yes), Step(from: 5, value: .no), Step(from: 7, value: .no)])
    #expect(course == TruthCourse(.no))
    #expect(course.since(at: 5) == nil)
  }
}
