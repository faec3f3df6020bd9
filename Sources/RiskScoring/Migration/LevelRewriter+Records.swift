import RegisterModel

extension LevelRewriter {
  /// Puts every level of the records of a register on the new scales; those of its criteria are left.
  ///
  /// - Complexity: O(*n*) in the number of levels.
  mutating func rewrite(_ register: inout Register, rules: ScoringRules, names: [Line]) {
    // By index: a copy of each record would count references for every one of its fields.
    for index in register.risks.indices {
      rewrite(&register.risks[index], rules: rules, names: names)
    }
    for index in register.activities.indices { rewrite(&register.activities[index]) }
    for index in register.treatments.indices { rewrite(&register.treatments[index]) }
    for index in register.acceptances.indices {
      let place = Place(kind: "acceptance", entity: register.acceptances[index].id.text)
      rating(&register.acceptances[index].rating, place, "rating")
    }
    for index in register.sessions.indices { rewrite(&register.sessions[index]) }
  }

  /// - Parameters:
  ///   - rules: Of the old criteria.
  ///   - names: Of the new ratings.
  private mutating func rewrite(_ risk: inout Risk, rules: ScoringRules, names: [Line]) {
    let place = Place(kind: "risk", entity: risk.id.text)
    for index in risk.scores.indices {
      let stage = risk.scores[index].stage.rawValue
      likelihood(&risk.scores[index].likelihood, place, "score[\(stage)]/likelihood")
      impacts(&risk.scores[index].impacts, place, "score[\(stage)]/")
    }
    guard let override = rules.ratingOverride(of: risk), var level = override.rating,
      let index = risk.overrides.firstIndex(where: { $0.field.text == "rating" })
    else { return }
    rating(&level, place, "override[rating]/value")
    let isRank = override.value.text == "\(override.rating?.rank ?? 0)"
    let name = Int(level.rank) <= names.count ? names[Int(level.rank) - 1] : nil
    risk.overrides[index].value = (isRank ? nil : name) ?? Line(unchecked: "\(level.rank)")
  }

  private mutating func rewrite(_ activity: inout Activity) {
    let place = Place(kind: "activity", entity: activity.id.text)
    for index in activity.impacts.indices {
      let cell = activity.impacts[index]
      let path = {
        "impact[\(cell.category),\(cell.at.writtenText),\(cell.window?.text ?? "")]/level"
      }
      if let level = cell.level {
        let new = impact(level, cell.category, place, path())
        activity.impacts[index].level = new.level
        activity.impacts[index].category = new.category
      } else {
        var category: Identifier<ImpactCategory>? = cell.category
        self.category(&category, place, path())
        activity.impacts[index].category = category ?? cell.category
      }
    }
    for index in activity.losses?.terms.indices ?? 0..<0 {
      guard var term = activity.losses?.terms[index], term.info.category != nil else { continue }
      category(&term.info.category, place, "loss")
      activity.losses?.terms[index] = term
    }
  }

  private mutating func rewrite(_ treatment: inout Treatment) {
    let place = Place(kind: "treatment", entity: treatment.id.text)
    for index in treatment.treats.indices {
      let path = "treats[\(treatment.treats[index].ref)]/"
      likelihood(&treatment.treats[index].likelihood, place, path + "likelihood")
      impacts(&treatment.treats[index].impacts, place, path)
    }
  }

  /// The ballots too: they are levels of the register, and its reader holds them against its scales.
  private mutating func rewrite(_ session: inout Session) {
    let place = Place(kind: "session", entity: session.id.text)
    for round in session.rounds.indices {
      for index in session.rounds[round].ballots.indices {
        let number = session.rounds[round].number.value
        let (by, idea) = (
          session.rounds[round].ballots[index].by, session.rounds[round].ballots[index].idea
        )
        let path = { "round[\(number)]/ballot[\(by),\(idea)]/" }
        likelihood(
          &session.rounds[round].ballots[index].likelihood, place, path() + "likelihood")
        impacts(&session.rounds[round].ballots[index].impacts, place, path())
      }
    }
  }
}
