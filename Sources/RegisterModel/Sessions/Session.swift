/// A workshop session in which a team finds and scores risks.
public struct Session: Sendable {
  public enum Status: String, WrittenWord, CaseIterable {
    case planned, framing, ideas, merging, prioritising, scoring, discussing, rescoring, closed
    package static let typeName = "sessionStatus"
  }
  public var id: Identifier<Session>
  public var name: Line
  public var status = Status.planned
  public var on: CalendarDate?
  public var facilitator: Identifier<Party>?
  /// Whether names are hidden.
  public var anonymous = true
  public var question: Prose?
  public var participants: [Participant] = []
  public var ideas: [Idea] = []
  public var votes: [DotVote] = []
  public var rounds: [ScoringRound] = []
  public var preferences: [Preference] = []
  public var outcomes: [SessionOutcome] = []
  public var info = RecordInfo()
  package var unknown: [UnknownContent] = []
  public init(id: Identifier<Session>, name: Line) {
    self.id = id
    self.name = name
  }
}

extension Session: IdentifierSubject {
  public static let kinds = KindSet(.session)
}

extension Session: Described {
  package init() {
    id = Identifier(unchecked: "")
    name = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "session", key: ["id"], "A workshop session in which a team finds and scores risks."
  ) { f in
    f.identifier("id", \.id, .session)
    f.attribute("name", \.name, "What people call it.")
    f.attribute("status", \.status, standard: .planned, "How far it has come.")
    f.attribute("on", \.on, "When it was held.")
    f.attribute("facilitator", \.facilitator, "Who led it.")
    f.attribute("anonymous", \.anonymous, standard: true, "Whether names are hidden.")
    f.prose("question", \.question, "What it was asked: scope, horizon, scales.")
    f.elements("participant", \.participants, "Who took part.")
    f.elements("idea", \.ideas, "An idea, as it was written down.")
    f.elements("vote", \.votes, "Dots that somebody gave an idea.")
    f.elements("round", \.rounds, "A round of scoring.")
    f.elements("preference", \.preferences, "Which of two ideas somebody put first.")
    f.elements("outcome", \.outcomes, "What became of an idea.")
    f.fields(of: \.info, RecordInfo.describe)
  }
}

/// Who took part in a session, by a pseudonym that holds for that session.
public struct Participant: Sendable {
  public var pseudonym: Line
  public var role: Line?
  /// Only where names are not hidden.
  public var party: Identifier<Party>?
  package var unknown: [UnknownContent] = []
  public init(pseudonym: Line) { self.pseudonym = pseudonym }
}

extension Participant: Described {
  package init() { pseudonym = Line(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "participant", key: ["pseudonym"], "Who took part in a session."
  ) { f in
    f.attribute("pseudonym", \.pseudonym, "The name used in this session.")
    f.attribute("role", \.role, "What they were there for.")
    f.attribute("party", \.party, "Who it is, where names are not hidden.")
  }
}

/// An idea of a session, as it was written down.
public struct Idea: Sendable {
  public var id: Identifier<Idea>
  public var by: Line?
  public var mergedInto: Identifier<Idea>?
  public var outOfScope = false
  public var text: Line
  package var unknown: [UnknownContent] = []
  public init(id: Identifier<Idea>, text: Line) {
    self.id = id
    self.text = text
  }
}

extension Idea: IdentifierSubject {
  public static let kinds = KindSet(.idea)
}

extension Idea: Described {
  package init() {
    id = Identifier(unchecked: "")
    text = Line(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "idea", key: ["id"], "An idea of a session, as it was written down."
  ) { f in
    f.identifier("id", \.id, .idea)
    f.attribute("by", \.by, "The pseudonym of its author.")
    f.attribute("mergedInto", \.mergedInto, "The idea that it was merged into.")
    f.attribute("outOfScope", \.outOfScope, standard: false, "Whether it was put aside.")
    f.text(\.text)
  }
}

/// Dots that somebody gave an idea.
public struct DotVote: Sendable {
  public var by: Line
  public var idea: Identifier<Idea>
  public var dots: Count
  package var unknown: [UnknownContent] = []
  public init(by: Line, idea: Identifier<Idea>, dots: Count) {
    self.by = by
    self.idea = idea
    self.dots = dots
  }
}

extension DotVote: Described {
  package init() {
    by = Line(unchecked: "")
    idea = Identifier(unchecked: "")
    dots = Count(1)!
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "dotVote", key: ["by", "idea"], "Dots that somebody gave an idea."
  ) { f in
    f.attribute("by", \.by, "The pseudonym.")
    f.attribute("idea", \.idea, "The idea.")
    f.attribute("dots", \.dots, "How many.")
  }
}

/// A round of private scoring.
public struct ScoringRound: Sendable {
  public var number: Count
  public var opened: Moment?
  public var closed: Moment?
  public var ballots: [Ballot] = []
  package var unknown: [UnknownContent] = []
  public init(number: Count) { self.number = number }
}

extension ScoringRound: Described {
  package init() { number = Count(1)! }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "scoringRound", key: ["number"], "A round of private scoring."
  ) { f in
    f.attribute("number", \.number, "1 for the first.")
    f.attribute("opened", \.opened, "When it was opened.")
    f.attribute("closed", \.closed, "When it was closed.")
    f.elements("ballot", \.ballots, "What one person thinks of one idea.")
  }
}

/// What one person thinks of one idea: levels, or four numbers (lowest, highest, best, confidence).
public struct Ballot: Sendable {
  public var by: Line
  public var idea: Identifier<Idea>
  public var likelihood: Level<LikelihoodScale>?
  public var confidence: Share?
  public var impacts: [ScoredImpact] = []
  public var estimates: [ElicitedEstimate] = []
  package var unknown: [UnknownContent] = []
  public init(by: Line, idea: Identifier<Idea>) {
    self.by = by
    self.idea = idea
  }
}

extension Ballot: Described {
  package init() {
    by = Line(unchecked: "")
    idea = Identifier(unchecked: "")
  }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "ballot", key: ["by", "idea"], "What one person thinks of one idea."
  ) { f in
    f.attribute("by", \.by, "The pseudonym.")
    f.attribute("idea", \.idea, "The idea.")
    f.attribute("likelihood", \.likelihood, "The rank on the likelihood scale.")
    f.attribute("confidence", \.confidence, "How sure they are.")
    f.elements("impact", \.impacts, "The impact in one category.")
    f.elements("estimate", \.estimates, "Four numbers for one quantity.")
  }
}

/// Four numbers for one quantity, as the IDEA protocol asks for them.
public struct ElicitedEstimate: Sendable {
  public var quantity: Line
  public var lowest: Measure
  public var highest: Measure
  public var best: Measure
  /// The probability that the value lies between lowest and highest.
  public var confidence: Share
  package var unknown: [UnknownContent] = []
  package init() {
    quantity = Line(unchecked: "")
    lowest = Measure(0)!
    highest = Measure(0)!
    best = Measure(0)!
    confidence = Share(0.8)!
  }
}

extension ElicitedEstimate: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "elicitedEstimate", key: ["quantity"], "Four numbers for one quantity."
  ) { f in
    f.attribute("quantity", \.quantity, "What is estimated, such as frequency.")
    f.attribute("lowest", \.lowest, "The lowest it could plausibly be.")
    f.attribute("highest", \.highest, "The highest it could plausibly be.")
    f.attribute("best", \.best, "The best guess.")
    f.attribute("confidence", \.confidence, "How sure they are that it lies between the two.")
  }
}

/// Which of two ideas somebody put first.
public struct Preference: Sendable {
  public var by: Line
  public var winner: Identifier<Idea>
  public var loser: Identifier<Idea>
  public var tie = false
  package var unknown: [UnknownContent] = []
  package init() {
    by = Line(unchecked: "")
    winner = Identifier(unchecked: "")
    loser = Identifier(unchecked: "")
  }
}

extension Preference: Described {
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "preference", key: ["by", "winner", "loser"], "Which of two ideas somebody put first."
  ) { f in
    f.attribute("by", \.by, "The pseudonym.")
    f.attribute("winner", \.winner, "The one put first.")
    f.attribute("loser", \.loser, "The other one.")
    f.attribute("tie", \.tie, standard: false, "Whether they were put level.")
  }
}

/// What became of an idea.
public struct SessionOutcome: Sendable {
  public var idea: Identifier<Idea>
  public var risk: Identifier<Risk>?
  /// Whether the group agreed, by the measures that the session used.
  public var consensus: Bool?
  public var decision: Prose?
  public var dissent: Prose?
  package var unknown: [UnknownContent] = []
  public init(idea: Identifier<Idea>) { self.idea = idea }
}

extension SessionOutcome: Described {
  package init() { idea = Identifier(unchecked: "") }
  package static let form = FormDescription<Self>.form(
    \.unknown,
    "sessionOutcome", key: ["idea"], "What became of an idea."
  ) { f in
    f.attribute("idea", \.idea, "The idea.")
    f.attribute("risk", \.risk, "The risk that was made of it.")
    f.attribute("consensus", \.consensus, "Whether the group agreed.")
    f.prose("decision", \.decision, "What was decided.")
    f.prose("dissent", \.dissent, "What some held against it.")
  }
}
