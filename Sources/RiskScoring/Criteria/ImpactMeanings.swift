/// What the levels of the built-in impact scales mean, in words that a workshop can use without looking
/// at a number.
enum MeaningsOfFive {
  static let money = [
    "A team pays for it out of its own budget.",
    "A department sees it in its results.",
    "Other plans of the year are put off to pay for it.",
    "The year ends in a loss, or reserves are drawn on.",
    "The organisation needs money from outside to go on.",
  ]
  static let safety = [
    "First aid on the spot; everybody goes on with the day.",
    "Somebody needs a doctor and is back within days.",
    "Somebody is harmed for life or spends weeks in hospital.",
    "Somebody dies, or many are harmed for life.",
    "Ten or more people die.",
  ]
  static let service = [
    "A few people wait a little; it is made good the same day.",
    "One team can't serve its people, and another takes over.",
    "A whole service is down, and people turn elsewhere.",
    "Several services are down, and the public has to be told.",
    "The organisation can't do what it exists for.",
  ]
  static let legal = [
    "A lapse is noted and put right; nobody outside asks.",
    "An authority or a customer asks in writing and gets an answer.",
    "A warning, an order to put things right, or a fine.",
    "Proceedings against the organisation, or conditions on its licence.",
    "A licence is lost, or managers are prosecuted.",
  ]
  static let reputation = [
    "A complaint, settled with the people concerned.",
    "Criticism in local or specialist media for some days.",
    "Criticism all over the country for weeks; partners ask questions.",
    "Customers or staff leave because of it.",
    "The public no longer trusts the organisation with its task.",
  ]
}

/// The same for scales of four levels.
enum MeaningsOfFour {
  static let money = [
    "A department pays for it out of its own budget.",
    "Other plans of the year are put off to pay for it.",
    "The year ends in a loss, or reserves are drawn on.",
    "The organisation needs money from outside to go on.",
  ]
  static let safety = [
    "First aid on the spot; everybody goes on with the day.",
    "Somebody needs a doctor and is back within days.",
    "Somebody is harmed for life or spends weeks in hospital.",
    "People die.",
  ]
  static let service = [
    "Some people wait; it is made good within a day or two.",
    "A whole service is down, and people turn elsewhere.",
    "Several services are down, and the public has to be told.",
    "The organisation can't do what it exists for.",
  ]
  static let legal = [
    "A lapse that is put right, or a question in writing that is answered.",
    "A warning, an order to put things right, or a fine.",
    "Proceedings against the organisation, or conditions on its licence.",
    "A licence is lost, or managers are prosecuted.",
  ]
  static let reputation = [
    "A complaint, or criticism that is over in days.",
    "Criticism for weeks; partners ask questions.",
    "Customers or staff leave because of it.",
    "The public no longer trusts the organisation with its task.",
  ]
}
