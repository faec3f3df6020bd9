package import RegisterModel

/// The types of atomic values by their names in the schema.
package enum ScalarTypes {
  /// Every type but those that are lists of words.
  package static let all: [String: any Scalar.Type] = {
    let types: [any Scalar.Type] = [
      Share.self, AnnualRate.self, Quantity.self, Measure.self, Count.self, Money.self,
      Level<LikelihoodScale>.self, Line.self, Currency.self, SHA256Digest.self, LanguageTag.self,
      ElapsedTime.self, CalendarPeriod.self, CalendarDate.self, Moment.self, TimeOfDay.self,
      DayOfYear.self, Colour.self, SchemaVersion.self, AnyIdentifier.self,
    ]
    return Dictionary(uniqueKeysWithValues: types.map { ($0.simpleType.name, $0) })
  }()

  /// The one spelling that the program writes for a text; nil where the text is not of the type.
  package static func canonical(_ text: String, of type: SimpleType) -> String? {
    if !type.words.isEmpty { return type.words.contains(text) ? text : nil }
    if let item = type.items.first {
      let parts = text.split(separator: " ").map { canonical(String($0), of: item) }
      return parts.contains(nil) ? nil : parts.compactMap { $0 }.joined(separator: " ")
    }
    return all[type.name].flatMap { canonical(text, $0) }
  }

  private static func canonical<Value: Scalar>(_ text: String, _ type: Value.Type) -> String? {
    Value(text: text)?.writtenText
  }
}
