import RegisterModel
package import ResponsePlanning

/// How a call tree did, in words.
package enum CallWords {
  /// "75 % answered, half of them within 4 min, 95 % within 22 min; 1 contact wrong (12.5 %)".
  package static func text(_ metrics: CallMetrics) -> String {
    guard let share = metrics.reachedShare, metrics.answered > 0 else { return "nobody answered" }
    var text = "\(ShareText.percent(share)) answered"
    if let median = metrics.medianSeconds {
      text += ", half of them within \(DateText.brief(Int64(median.rounded())))"
    }
    if let late = metrics.percentile95 { text += ", 95 % within \(DateText.brief(late.seconds))" }
    if metrics.invalid > 0, let wrong = metrics.invalidShare {
      text +=
        "; \(Plural.count(metrics.invalid, "contact")) wrong (\(ShareText.percent(wrong)))"
    }
    return text
  }
}
