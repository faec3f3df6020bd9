import RegisterAnalysis
import RegisterModel

/// An explanation as JSON. Every key is always there; what is unknown is null.
struct ExplanationJSON: Encodable {
  /// Of this form of JSON: keys may be added to a version, none goes or changes its meaning.
  let version = 1
  let entity: String
  let kind: String
  let name: String
  let today: String
  let steps: [Step]

  init(_ explanation: Explanation) {
    entity = explanation.entity
    kind = explanation.kind
    name = explanation.name
    today = explanation.today.writtenText
    steps = explanation.steps.map { Step($0) }
  }

  struct Step: Encodable {
    let key: String
    let quantity: String
    let value: Nullable<String>
    let reason: String
    let formula: Nullable<String>
    let inputs: [Input]
    let parts: [Step]

    init(_ step: ExplanationStep) {
      key = step.key
      quantity = step.quantity
      value = Nullable(step.value)
      reason = step.reason
      formula = Nullable(step.formula)
      inputs = step.inputs.map { Input($0) }
      parts = step.parts.map { Step($0) }
    }
  }

  struct Input: Encodable {
    let name: String
    let value: String
    /// null: the criteria.
    let entity: Nullable<String>
    let field: String
    let by: Nullable<String>
    let on: Nullable<String>
    let because: Nullable<String>
    let evidence: Nullable<String>

    init(_ input: ExplanationInput) {
      name = input.name
      value = input.value
      entity = Nullable(input.entity)
      field = input.field
      by = Nullable(input.assertion?.by?.text)
      on = Nullable(input.assertion?.on?.writtenText)
      because = Nullable(input.assertion?.because)
      evidence = Nullable(input.assertion?.evidence)
    }
  }
}
