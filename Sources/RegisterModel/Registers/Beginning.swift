extension Register {
  /// A new register with the content of this one, under a name of its own.
  ///
  /// What belonged to the other stays behind: its revision, approval, history and signatures. The
  /// category of impact that counts money, if the criteria have one, counts the new currency; amounts
  /// stay the numbers they were.
  package func begun(
    as id: Identifier<Register>, title: Line, language: LanguageTag, currency: Currency
  ) -> Register {
    var register = self
    register.id = id
    register.title = title
    register.language = language
    register.currency = currency
    register.revision = nil
    register.approval = nil
    register.history = []
    register.signatures = []
    for index in register.criteria?.impacts.indices ?? 0..<0
    where register.criteria?.impacts[index].unit?.text == self.currency.code {
      register.criteria?.impacts[index].unit = Line(currency.code)
    }
    return register
  }

  /// An empty register with criteria.
  public static func new(
    id: Identifier<Register>, title: Line, language: LanguageTag, currency: Currency,
    criteria: Criteria?
  ) -> Register {
    var register = Register()
    register.id = id
    register.title = title
    register.language = language
    register.currency = currency
    register.criteria = criteria
    return register
  }
}
