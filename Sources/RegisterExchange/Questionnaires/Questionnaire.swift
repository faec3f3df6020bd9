import ImpactAnalysis
public import RegisterAnalysis
public import RegisterModel
public import Spreadsheets

/// Asks departments what a disruption would mean to them, as a workbook for each, and takes their answers.
///
/// A questionnaire holds what one department answers for and nothing else of the register. It carries what
/// stood in each cell, so that what comes back can be merged three-way, by field; see docs/decisions.
public enum Questionnaire {
  /// What a questionnaire asks that nobody has answered yet.
  public struct Summary: Sendable {
    /// The cells that are empty.
    public let emptyCells: Int
    /// What matters most; the most influential first.
    public let important: [Blank]
    /// How many blanks matter to any recovery.
    public let blankCount: Int

    /// A blank in words: what is asked of what, and how much waits for it.
    public struct Blank: Sendable {
      public let question: String
      public let weight: String
      /// How many activities and assets wait for it.
      public let influence: Int
    }
  }

  /// The parties that answer for an activity or an asset, in the order of the register.
  public static func owners(in register: Register) -> [Identifier<Party>] {
    let owners = Set(register.activities.compactMap(\.owner) + register.assets.compactMap(\.owner))
    return register.parties.map(\.id).filter(owners.contains)
  }

  /// The activities that nobody answers for: no questionnaire asks about them.
  public static func unowned(in register: Register) -> [Activity] {
    register.activities.filter { $0.owner == nil }
  }

  /// Writes the questionnaire of a department, whole or not at all. The same register gives the same bytes.
  ///
  /// - Parameters:
  ///   - owner: One of ``owners(in:)``.
  ///   - due: By when it is to come back; nil: it doesn't say.
  ///   - path: The file, which is replaced.
  /// - Throws: ``WorkbookFailure`` if it can't be written.
  @discardableResult
  public static func write(
    _ compiled: CompiledRegister, owner: Identifier<Party>, due: CalendarDate? = nil,
    to path: String
  ) throws(WorkbookFailure) -> Summary {
    let register = compiled.register
    let maker = QuestionFormMaker(compiled, owner: owner, due: due)
    let form = maker.form()
    let book = try WorkbookWriter(
      path: path, title: "\(register.title.text): questionnaire of \(maker.name(of: owner))",
      secondsSince1970: Int(register.history.last?.at.secondsSince1970 ?? 0))
    QuestionPainter(book, register).paint(form, of: register)
    try book.close()
    let words = BlankWords(maker: maker)
    return Summary(
      emptyCells: form.answers.count { cell in
        if case .row = cell.answer.field { return false }
        return cell.answer.base == nil && cell.answer.field.entity != nil
      },
      important: maker.blanks.prefix(StartSheet.most).map {
        Summary.Blank(
          question: words.line($0), weight: words.weight($0), influence: $0.influence)
      }, blankCount: maker.blanks.count)
  }

  /// Reads questionnaires that came back and merges them into the register that they were made from.
  ///
  /// All that is wrong in any of them is found at once; with one error, nothing is taken.
  ///
  /// - Parameter files: In any order: the result is the same. One that can't be read is a finding.
  public static func collect(_ files: [String], into register: Register)
    -> CollectedQuestionnaires
  {
    let words = AnswerWords(words: CellWords(register))
    let returned = files.map { file in
      do throws(WorkbookFailure) {
        var reading = QuestionReading(file: file, words)
        return try reading.read(try WorkbookReader(path: file))
      } catch {
        var failed = ReturnedQuestionnaire(file: file)
        failed.findings = [
          CellFinding(
            Finding(
              rule: WorkbookRule.base, message: error.message,
              hint: "fill in the file that 'holdfast plan questionnaire' wrote, and save it as XLSX"
            ))
        ]
        return failed
      }
    }
    var collection = QuestionCollection(register)
    return collection.run(returned)
  }

  /// Reads tables as files of them would be.
  package static func collect(
    _ files: [(name: String, tables: WorkbookTables)], into register: Register
  ) throws(WorkbookFailure) -> CollectedQuestionnaires {
    let words = AnswerWords(words: CellWords(register))
    var returned: [ReturnedQuestionnaire] = []
    for file in files {
      var reading = QuestionReading(file: file.name, words)
      returned.append(try reading.read(file.tables))
    }
    var collection = QuestionCollection(register)
    return collection.run(returned)
  }

  /// The sheets of a questionnaire as tables, without its looks.
  package static func tables(_ compiled: CompiledRegister, owner: Identifier<Party>)
    -> WorkbookTables
  {
    let form = QuestionFormMaker(compiled, owner: owner, due: nil).form()
    let words = AnswerWords(words: CellWords(compiled.register))
    var tables = form.sheets.map { sheet in
      let count = sheet.widths.count + 1
      var rows: [[CellValue?]] = [
        [.text(QuestionBase.columnKey)] + (1..<count).map { .number(Double($0)) }
      ]
      for row in sheet.rows {
        var cells = [CellValue?](repeating: nil, count: count)
        cells[0] = row.key.map { .text($0) }
        for cell in row.cells {
          switch cell.content {
          case .words(let text, _), .link(let text, _): cells[cell.column] = .text(text)
          case .answer(let answer):
            cells[cell.column] = words.shown(answer.base, answer.field.kind)
          }
        }
        rows.append(cells)
      }
      return WorkbookTables.Table(name: sheet.title, rows: rows)
    }
    tables.append(
      .init(name: QuestionBase.title, rows: QuestionBase.rows(form, of: compiled.register)))
    return WorkbookTables(tables)
  }
}
