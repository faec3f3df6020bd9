extension HTMLWriter {
  mutating func write(_ block: Block) {
    switch block {
    case .heading(let heading): write(heading)
    case .paragraph(let inlines):
      output.append("<p>")
      write(inlines)
      output.append("</p>\n")
    case .list(let list): write(list)
    case .definitions(let definitions): write(definitions)
    case .table(let table): write(table)
    case .figure(let figure): write(figure)
    case .callout(let callout): write(callout)
    case .card(let card): write(card)
    case .tiles(let tiles): write(tiles)
    case .series(let blocks):
      for block in blocks {
        write(block)
        output.flushIfLarge()
      }
    case .pageBreak: output.append("<div class=\"break\"></div>\n")
    }
  }

  private mutating func write(_ heading: Heading, identifier: String? = nil) {
    let identifier = identifier ?? heading.anchor?.name
    output.append("<h")
    output.append(heading.level)
    if let identifier {
      output.append(" id=\"")
      output.append(identifier)
      output.append("\"")
    }
    output.append(">")
    write(heading.text)
    output.append("</h")
    output.append(heading.level)
    output.append(">\n")
  }

  private mutating func write(_ list: ItemList) {
    guard !list.items.isEmpty else { return }
    output.append(list.isOrdered ? "<ol>\n" : "<ul>\n")
    for item in list.items {
      output.append("<li>")
      write(item)
      output.append("</li>\n")
    }
    output.append(list.isOrdered ? "</ol>\n" : "</ul>\n")
  }

  private mutating func write(_ definitions: [Definition]) {
    guard !definitions.isEmpty else { return }
    output.append("<dl>\n")
    for definition in definitions {
      output.append("<dt>")
      write(definition.term)
      output.append("</dt>\n")
      for detail in definition.details {
        output.append("<dd>")
        write(detail)
        output.append("</dd>\n")
      }
    }
    output.append("</dl>\n")
  }

  private mutating func write(_ callout: Callout) {
    output.append("<div class=\"callout ")
    output.append(callout.tone.className)
    output.append("\">\n<p class=\"callout-title\">")
    output.append(escaped: callout.title)
    output.append("</p>\n")
    for block in callout.blocks { write(block) }
    output.append("</div>\n")
  }

  private mutating func write(_ card: Card) {
    let heading = nextIdentifier("card")
    let name =
      switch card.paper {
      case .running: "card"
      case .sheet: "card sheet"
      case .denseSheet: "card sheet dense"
      }
    output.append("<article class=\"\(name)\"")
    if let anchor = card.heading.anchor {
      output.append(" id=\"")
      output.append(anchor.name)
      output.append("\"")
    }
    output.append(" aria-labelledby=\"")
    output.append(heading)
    output.append("\">\n")
    write(card.heading, identifier: heading)
    if !card.badges.isEmpty {
      output.append("<p class=\"badges\">")
      for (index, badge) in card.badges.enumerated() {
        if index > 0 { output.append(" ") }
        write([badge])
      }
      output.append("</p>\n")
    }
    for block in card.blocks { write(block) }
    output.append("</article>\n")
  }

  private mutating func write(_ tiles: [Tile]) {
    guard !tiles.isEmpty else { return }
    output.append("<ul class=\"tiles\">\n")
    for tile in tiles {
      output.append("<li class=\"tile ")
      output.append(tile.tone.className)
      output.append("\"><span class=\"value\">")
      output.append(escaped: tile.value)
      output.append("</span> <span class=\"label\">")
      write(tile.label)
      output.append("</span></li>\n")
    }
    output.append("</ul>\n")
  }

  private mutating func write(_ figure: Figure) {
    output.append("<figure>\n")
    let title = nextIdentifier("title")
    let description = nextIdentifier("description")
    output.append("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"")
    output.append(title)
    output.append("\">\n")
    SVGDrawing(
      titleIdentifier: title, descriptionIdentifier: description, title: figure.title,
      summary: figure.summary
    ).write(figure.chart, to: &output)
    output.append("</div>\n<figcaption>")
    output.append(escaped: figure.summary)
    output.append("</figcaption>\n")
    if let alternative = figure.alternative {
      output.append("<details><summary>")
      output.append(escaped: figure.title)
      output.append(", as a table</summary>\n")
      write(alternative)
      output.append("</details>\n")
    }
    output.append("</figure>\n")
  }

  mutating func write(_ table: Table) {
    let caption = nextIdentifier("caption")
    output.append("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"")
    output.append(caption)
    output.append("\">\n<table>\n<caption id=\"")
    output.append(caption)
    output.append("\">")
    write(table.caption)
    output.append("</caption>\n<thead>\n<tr>")
    for column in table.columns {
      output.append("<th scope=\"col\"")
      output.append(column.alignment.attribute)
      output.append(">")
      output.append(escaped: column.title)
      output.append("</th>")
    }
    output.append("</tr>\n</thead>\n<tbody>\n")
    for row in table.rows {
      write(row, of: table.columns)
      output.flushIfLarge()
    }
    output.append("</tbody>\n</table>\n</div>\n")
  }

  private mutating func write(_ row: Table.Row, of columns: [Table.Column]) {
    switch row {
    case .group(let heading):
      output.append("</tbody>\n<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
      output.append(columns.count)
      output.append("\">")
      write(heading)
      output.append("</th></tr>\n")
    case .cells(let cells):
      precondition(cells.count == columns.count, "a cell for each column")
      output.append("<tr>")
      for (cell, column) in zip(cells, columns) {
        output.append(column.isRowHeader ? "<th scope=\"row\"" : "<td")
        output.append(column.alignment.attribute)
        output.append(">")
        write(cell)
        output.append(column.isRowHeader ? "</th>" : "</td>")
      }
      output.append("</tr>\n")
    }
  }
}

extension Table.Column.Alignment {
  fileprivate var attribute: StaticString {
    switch self {
    case .leading: ""
    case .trailing: " class=\"end\""
    case .centre: " class=\"mid\""
    }
  }
}
