import RegisterModel

/// The impact categories of the built-in sets; all of it is a decision of this project. Money counts the
/// register's currency, three others count something that people can count, and legal impact has its
/// equivalent in money: what fines, damages and proceedings come to. Nothing else is turned into money.
extension ImpactCategory {
  /// - Parameter names: Of the five levels, the mildest first; the same in each category.
  static func fiveLevels(_ names: [String], _ currency: Currency) -> [ImpactCategory] {
    let amounts: [Double] = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8]
    return ImpactTopic.allCases.map { topic in
      switch topic {
      case .money: topic.category(names, currency, amounts, 4, MeaningsOfFive.money)
      case .safety:
        topic.category(names, currency, [0.001, 0.01, 0.1, 1, 10, 100], 3, MeaningsOfFive.safety)
      case .service:
        topic.category(names, currency, [1, 10, 100, 1e3, 1e4, 1e5], 4, MeaningsOfFive.service)
      case .legal: topic.category(names, currency, amounts, 4, MeaningsOfFive.legal)
      case .reputation:
        topic.category(
          names, currency, [1, 10, 100, 1e3, 1e4, 1e5], 4, MeaningsOfFive.reputation)
      }
    }
  }

  /// The mildest level ends early, so that it stays below the highest rating however often it happens
  /// (weak consistency, MX-2): 120 times a year it is still less than one event of the worst level.
  ///
  /// - Parameter names: Of the four levels, the mildest first; the same in each category.
  static func fourLevels(_ names: [String], _ currency: Currency) -> [ImpactCategory] {
    let amounts: [Double] = [1e3, 5e4, 1e6, 1e7, 1e8]
    return ImpactTopic.allCases.map { topic in
      switch topic {
      case .money: topic.category(names, currency, amounts, 3, MeaningsOfFour.money)
      case .safety:
        topic.category(names, currency, [0.001, 0.005, 0.1, 1, 100], 3, MeaningsOfFour.safety)
      case .service:
        topic.category(names, currency, [1, 50, 1e3, 1e4, 1e5], 3, MeaningsOfFour.service)
      case .legal: topic.category(names, currency, amounts, 3, MeaningsOfFour.legal)
      case .reputation:
        topic.category(names, currency, [1, 50, 1e3, 1e4, 1e5], 3, MeaningsOfFour.reputation)
      }
    }
  }
}

/// What the built-in categories are about.
private enum ImpactTopic: String, CaseIterable {
  case money, safety, service, legal, reputation

  private var name: String {
    switch self {
    case .money: "Money"
    case .safety: "Safety"
    case .service: "Service"
    case .legal: "Law and contracts"
    case .reputation: "Reputation"
    }
  }

  /// nil: none that people count.
  private func unit(_ currency: Currency) -> String? {
    switch self {
    case .money: currency.code
    case .safety: "weighted casualties"
    case .service: "people left without service"
    case .legal: nil
    case .reputation: "complaints and critical reports"
    }
  }

  /// The weights of casualties are ours; the idea is that of the fatalities and weighted injuries of
  /// railway safety.
  private var meaning: String {
    switch self {
    case .money: "What one event costs: repair, lost income, extra work, compensation."
    case .safety:
      "Harm to people. A death counts 1, harm for life 0.1, an injury for the doctor 0.01, first aid"
        + " 0.001."
    case .service: "What the organisation is there for, and who has to go without it."
    case .legal:
      "Breaches of law, licence or contract. The amounts are what fines, damages and proceedings come"
        + " to."
    case .reputation: "What people outside think of the organisation, and how many of them say so."
    }
  }

  /// - Parameters:
  ///   - bounds: In the category's unit, of legal impact in money; one more than there are levels. The
  ///     outer ones are caps.
  ///   - intolerable: The rank from which on an impact can't be borne.
  ///   - meanings: Of the levels.
  func category(
    _ names: [String], _ currency: Currency, _ bounds: [Double], _ intolerable: Int,
    _ meanings: [String]
  ) -> ImpactCategory {
    precondition(
      bounds.count == names.count + 1 && meanings.count == names.count, "each level has its words")
    var category = ImpactCategory(
      category: Constant.identifier(rawValue), name: Constant.line(name))
    category.unit = unit(currency).map(Constant.line)
    category.intolerable = Constant.level(intolerable)
    category.meaning = Constant.prose(meaning)
    category.levels = names.indices.map { index in
      var level = ImpactLevel(
        name: Constant.line(names[index]), cap: index == 0 || index == names.count - 1)
      if self == .legal {
        level.moneyFrom = Constant.money(bounds[index])
        level.moneyTo = Constant.money(bounds[index + 1])
      } else {
        level.from = Constant.quantity(bounds[index])
        level.to = Constant.quantity(bounds[index + 1])
      }
      level.meaning = Constant.prose(meanings[index])
      return level
    }
    return category
  }
}
