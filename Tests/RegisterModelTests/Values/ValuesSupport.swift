import RegisterModel
import Testing

/// Expects that each text is of the type, and that what is written for it reads back equal.
func accepts<Value: Scalar>(_ type: Value.Type, _ texts: String...) {
  for text in texts {
    let value = Value(text: text)
    #expect(value != nil, "'\(text)' is no \(type)")
    if let value { #expect(Value(text: value.writtenText) == value, "'\(text)'") }
  }
}

func refuses<Value: Scalar>(_ type: Value.Type, _ texts: String...) {
  for text in texts { #expect(Value(text: text) == nil, "'\(text)' is a \(type)") }
}

/// Expects that a text is written in another way, its canonical one.
func writes<Value: Scalar>(_ type: Value.Type, _ spellings: KeyValuePairs<String, String>) {
  for (text, canonical) in spellings {
    #expect(Value(text: text)?.writtenText == canonical, "'\(text)'")
  }
}
