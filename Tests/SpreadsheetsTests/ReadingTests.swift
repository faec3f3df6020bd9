import Foundation
import Spreadsheets
import Testing

@Suite struct ReadingTests {
  private let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private func read(
    _ sheet: String, strings: String? = nil, styles: String? = nil, book: String = "",
    isStrict: Bool = false
  ) throws -> [String: CellValue] {
    try cells(
      WorkbookReader(
        path: workbook(
          scratch, sheet: sheet, strings: strings, styles: styles, book: book, isStrict: isStrict)))
  }

  @Test("Rows and cells may say where they are, or not")
  func sparse() throws {
    let cells = try read(
      """
      <row><c><v>1</v></c><c><v>2</v></c></row><row r="7"><c r="C7"><v>3</v></c><c><v>4</v></c></row>
      <row><c r="AA8"><v>5</v></c></row><row r="12"/>
      """)
    #expect(
      cells == [
        "A1": .number(1), "B1": .number(2), "C7": .number(3), "D7": .number(4), "AA8": .number(5),
      ])
  }

  @Test("Texts stand in the cell, in the shared table, in runs, or are what a formula gave")
  func texts() throws {
    let cells = try read(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
      <c r="C1" t="inlineStr"><is><t xml:space="preserve"> in </t></is></c>
      <c r="D1" t="inlineStr"><is><r><t>ri</t></r><r><rPr><b/></rPr><t>ch</t></r></is></c>
      <c r="E1" t="str"><f>A1&amp;B1</f><v>formula</v></c><c r="F1" t="inlineStr"><is><t/></is></c></row>
      """,
      strings: """
        <si><t>shared _x0041__x000D_</t></si>
        <si><r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si>
        """)
    #expect(
      cells == [
        "A1": .text("shared A\r"), "B1": .text("東京"), "C1": .text(" in "), "D1": .text("rich"),
        "E1": .text("formula"),
      ])
  }

  @Test("Numbers, truth values, errors and what formulas gave")
  func others() throws {
    let cells = try read(
      """
      <row r="1"><c r="A1"><v>3</v></c><c r="B1" t="n"><v>3.0</v></c><c r="C1"><v>1.5E-3</v></c>
      <c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c><c r="F1" t="e"><v>#REF!</v></c>
      <c r="G1"><f>1+1</f><v>2</v></c><c r="H1"><f>1+1</f></c><c r="I1" s="3"/></row>
      """)
    #expect(
      cells == [
        "A1": .number(3), "B1": .number(3), "C1": .number(0.0015), "D1": .boolean(true),
        "E1": .boolean(false), "F1": .error("#REF!"), "G1": .number(2),
      ])
  }

  private static let styles = """
    <numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>
    <numFmt numFmtId="165" formatCode="[$-809]d mmmm yyyy;@"/>
    <numFmt numFmtId="166" formatCode="&quot;days&quot; 0"/><numFmt numFmtId="167" formatCode="[Red]0.00"/>
    </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
    <xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="46"/></cellXfs>
    """

  @Test("A number is a date if its format shows one")
  func dates() throws {
    let row = (0..<7).map { "<c s=\"\($0)\"><v>46350</v></c>" }.joined()
    let cells = try read("<row>\(row)</row>", styles: Self.styles)
    let date = CellValue.date(CellDate(dayNumber: 20_781))
    #expect(
      cells == [
        "A1": .number(46_350), "B1": date, "C1": date, "D1": date, "E1": .number(46_350),
        "F1": .number(46_350), "G1": .number(46_350),
      ])
  }

  @Test(
    "Days are counted from 1900, which was no leap year, or from 1904",
    arguments: [
      ("1", false, -25_567), ("59", false, -25_509), ("61", false, -25_508), ("0", true, -24_107),
      ("2", true, -24_105),
    ])
  func epochs(serial: String, is1904: Bool, day: Int) throws {
    let cells = try read(
      "<row><c s=\"1\"><v>\(serial)</v></c></row>", styles: Self.styles,
      book: is1904 ? "<workbookPr date1904=\"1\"/>" : "")
    #expect(cells["A1"] == .date(CellDate(dayNumber: day)))
  }

  @Test("A date may have a time of the day, and the strict form writes dates as texts")
  func times() throws {
    let cells = try read(
      """
      <row><c s="1"><v>46350.25</v></c><c t="d"><v>2026-11-24</v></c>
      <c t="d"><v>2026-11-24T09:30:15</v></c><c t="d"><v>soon</v></c></row>
      """, styles: Self.styles, isStrict: true)
    #expect(
      cells == [
        "A1": .date(CellDate(dayNumber: 20_781, second: 21_600)),
        "B1": .date(CellDate(dayNumber: 20_781)),
        "C1": .date(CellDate(dayNumber: 20_781, second: 34_215)), "D1": .text("soon"),
      ])
  }

  @Test("Elements of other namespaces and in other places are passed over")
  func foreign() throws {
    let cells = try read(
      """
      <row r="1" x:r="9"><x:c r="A1"><v>1</v></x:c><c r="B1" x:t="s"><x:v>8</x:v><v>2</v>
      <extLst><ext><v>3</v></ext></extLst></c></row>
      """)
    #expect(cells == ["B1": .number(2)])
  }

  @Test("Cells of openpyxl are read, and openpyxl reads ours")
  func openpyxl() throws {
    let python = "/usr/bin/python3"
    guard (try? scratch.run(python, "-c", "import openpyxl")) != nil else {
      print("openpyxl is not installed: this test did nothing")
      return
    }
    let theirs = scratch.path("theirs.xlsx")
    try scratch.run(
      python, "-c",
      """
      import openpyxl, datetime, sys
      book = openpyxl.Workbook()
      book.active.append(["text", 1.5, datetime.date(2026, 11, 24), True, "=1+1", None, "é"])
      book.save(sys.argv[1])
      """, theirs)
    #expect(
      try cells(WorkbookReader(path: theirs)) == [
        "A1": .text("text"), "B1": .number(1.5), "C1": .date(CellDate(dayNumber: 20_781)),
        "D1": .boolean(true), "G1": .text("é"),
      ])
    let ours = scratch.path("ours.xlsx")
    let writer = try WorkbookWriter(path: ours, title: "Ours")
    let sheet = writer.addSheet(named: "One")
    sheet.note("A note", row: 0, column: 0)
    sheet.write(.text("=1+1"), row: 0, column: 0)
    sheet.write(.number(0.1), row: 0, column: 1)
    try writer.close()
    let seen = try scratch.run(
      python, "-c",
      """
      import openpyxl, sys
      cells = openpyxl.load_workbook(sys.argv[1]).active[1]
      print([(c.value, c.data_type) for c in cells], cells[0].comment.text)
      """, ours)
    #expect(seen.contains("'=1+1'") && seen.contains("(0.1, 'n')") && seen.contains("A note"))
  }
}
