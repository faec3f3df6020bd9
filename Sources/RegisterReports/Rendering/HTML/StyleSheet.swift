/// The style sheet of one report: written here, loading nothing.
///
/// It has one look, light, for screen and paper. What colour says is always said in words or letters too,
/// so that a grey print loses nothing.
struct StyleSheet {
  let document: ReportDocument

  init(_ document: ReportDocument) { self.document = document }

  var text: String {
    Self.page + Self.records + Self.tables + ratings + tones + marking + Self.narrow + Self.print
      + pages
  }

  /// `.r1` and so on: a badge, a cell of a chart.
  private var ratings: String {
    document.ratings.enumerated().map { index, colour in
      """
      .r\(index + 1){background:\(colour.ground);color:\(colour.text)}
      rect.r\(index + 1),path.r\(index + 1){fill:\(colour.ground)}
      text.r\(index + 1){fill:\(colour.text)}

      """
    }.joined()
  }

  private var tones: String {
    let tones = [
      ("bad", Palette.bad), ("caution", Palette.caution), ("good", Palette.good),
      ("neutral", Palette.neutral), ("unknown", Palette.unknown),
    ]
    return tones.map { name, pair in
      """
      .\(name){background:\(pair.ground);color:\(pair.text)}
      rect.\(name),path.\(name){fill:\(pair.ground)}
      text.\(name){fill:\(pair.text)}

      """
    }.joined() + ".badge.unknown,.tile.unknown{border-style:dashed}\n"
  }

  private var marking: String {
    let pair = Palette.markings.first { $0.name == document.marking } ?? Palette.markings[0]
    return ".marking,.running{background:\(pair.ground);color:\(pair.text)}\n"
  }

  /// What stands in the margins of every printed page.
  private var pages: String {
    let pair = Palette.markings.first { $0.name == document.marking } ?? Palette.markings[0]
    let title =
      document.title.count > 70 ? document.title.prefix(69) + "…" : document.title[...]
    let subtitle = document.subtitle.map { " · " + $0 } ?? ""
    let marking = document.marking.map { marking in
      """
      @top-right{content:\(StyleText.quoted(marking));font:bold 9pt \(Self.family);\
      background:\(pair.ground);color:\(pair.text);padding:0 6pt;margin:12pt 0;width:max-content}

      """
    }
    return """
      @page{size:A4;margin:17mm 14mm 16mm;
      @top-left{content:\(StyleText.quoted(title + subtitle));font:8pt \(Self.family);\
      color:\(Palette.muted.text)}
      \(marking ?? "")@bottom-right{content:counter(page) " / " counter(pages);\
      font:8pt \(Self.family);color:\(Palette.muted.text)}
      }

      """
  }

  private static let family = "system-ui,\"Segoe UI\",\"DejaVu Sans\",Arial,sans-serif"

  private static let page = """
    :root{color-scheme:light}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;padding:1.5rem 1.25rem 3rem;max-width:64rem;background:\(Palette.page.ground);\
    color:\(Palette.page.text);font:1rem/1.5 \(family);overflow-wrap:anywhere}
    h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em;text-wrap:balance}
    h1{font-size:1.9rem;margin-top:.2em}
    h2{font-size:1.45rem;border-bottom:2px solid \(Palette.strongLine);padding-bottom:.2em}
    h3{font-size:1.15rem}
    h4{font-size:1.05rem}
    p,ul,ol,dl{margin:.5em 0}
    li{margin:.25em 0}
    a{color:\(Palette.link.text)}
    a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid \
    \(Palette.link.text);outline-offset:2px}
    main:focus{outline:none}
    code{font:.92em ui-monospace,\"DejaVu Sans Mono\",monospace}
    .skip{position:absolute;left:-10000px}
    .skip:focus{left:1rem;top:1rem;background:\(Palette.page.ground);padding:.5rem;z-index:9}
    .marking{display:inline-block;margin:0;padding:.1em .6em;font-weight:bold}
    .running{display:none}
    .subtitle{font-size:1.1rem;margin:.2em 0}
    .facts{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;font-size:.85rem;color:\(Palette.muted.text)}
    .facts div{display:flex;gap:.4em;min-width:0;align-items:baseline}
    .facts dt{font-weight:normal}
    .facts dt::after{content:\":\"}
    .facts dd{margin:0}
    nav ol{columns:2;margin:0}
    nav h2{font-size:1.1rem;border:0;margin-bottom:.2em}
    .badge{display:inline-block;border:1px solid \(Palette.strongLine);border-radius:3px;\
    padding:0 .45em;font-weight:600;font-size:.9em;line-height:1.45;white-space:nowrap}

    """

  private static let records = """
    .tiles{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;padding:0}
    .tile{border:1px solid \(Palette.strongLine);border-radius:4px;padding:.4rem .8rem;margin:0;\
    flex:1 1 6.5rem;min-width:0}
    .tile .value{display:block;font-size:1.6em;font-weight:700;line-height:1.2}
    .tile .label{font-size:.9em}
    .callout{border:1px solid \(Palette.strongLine);border-left-width:5px;padding:.3rem .9rem;\
    margin:.9rem 0}
    .callout-title{font-weight:700}
    .callout a{color:inherit}
    .card{border:1px solid \(Palette.line);border-left:4px solid \(Palette.strongLine);\
    background:\(Palette.mutedOnCard.ground);padding:.2rem 1rem .6rem;margin:1rem 0}
    .card h4{margin-top:.6em}
    .card .unknown{background:\(Palette.mutedOnCard.ground)}
    .badges{display:flex;flex-wrap:wrap;gap:.35rem}
    dt{font-weight:600;margin-top:.5em}
    dd{margin:0 0 0 1.2rem}
    @media (min-width:48rem){.card dl{display:grid;grid-template-columns:11rem 1fr;gap:.25rem 1rem}
    .card dt{margin:0}.card dd{margin:0;grid-column:2}}
    @media screen{.card{content-visibility:auto;contain-intrinsic-size:auto 30rem}}
    figure{margin:1rem 0}
    figcaption{font-size:.9em;color:\(Palette.muted.text)}
    details{margin:.4rem 0}
    summary{cursor:pointer;font-size:.9em;color:\(Palette.link.text)}
    svg{display:block;max-width:none}
    svg text{fill:\(Palette.page.text);font-family:\(family);font-size:13px}
    svg .small{font-size:11px}
    svg .medium{font-size:12px}
    svg .large{font-size:20px;font-weight:700}
    svg .bold{font-weight:700}
    svg .muted{fill:\(Palette.muted.text)}
    svg .grid{stroke:\(Palette.line);stroke-width:1;fill:none}
    svg .axis{stroke:\(Palette.strongLine);stroke-width:1.5;fill:none}
    svg .edge{stroke:\(Palette.strongLine);stroke-width:1}
    svg .mark{fill:\(Palette.ink.ground)}
    svg .stroke{stroke:\(Palette.ink.ground);fill:none}
    svg .blank{fill:\(Palette.page.ground)}
    svg circle{stroke-width:2}
    svg .inverse{fill:\(Palette.ink.text)}
    svg .dash{stroke-dasharray:5 4}
    svg .outline{stroke:\(Palette.ink.ground);stroke-width:1.5}
    svg .limit{stroke:\(Palette.bad.text);stroke-width:2;stroke-dasharray:2 3;fill:none}
    svg .alarm{fill:\(Palette.bad.text)}
    svg .alarm-edge{stroke:\(Palette.bad.text);stroke-width:3}
    svg .edge-line{stroke:\(Palette.strongLine);stroke-width:1.3;fill:none}
    svg .arrow{fill:\(Palette.strongLine)}
    svg .frame{fill:none;stroke:\(Palette.line);stroke-width:1.5}
    svg .halo{paint-order:stroke;stroke:\(Palette.page.ground);stroke-width:4px}

    """

  private static let tables = """
    .scroll{overflow-x:auto;margin:.8rem 0}
    table{border-collapse:collapse;width:100%;font-size:.92em}
    caption{text-align:left;font-weight:600;padding:.3rem 0}
    th,td{border:1px solid \(Palette.line);padding:.3rem .5rem;vertical-align:top;text-align:left;\
    overflow-wrap:break-word}
    th{font-weight:600}
    thead th{background:\(Palette.head.ground);color:\(Palette.head.text)}
    tbody th[scope=row]{min-width:11rem}
    .group th{background:\(Palette.group.ground)}
    .end{text-align:right;font-variant-numeric:tabular-nums}
    .mid{text-align:center}

    """

  private static let narrow = """
    @media screen and (max-width:40rem){
    body{padding:.8rem .8rem 2rem}
    h1{font-size:1.5rem}
    h2{font-size:1.25rem}
    nav ol{columns:1}
    nav li{margin:.5em 0}
    .card{padding:.1rem .7rem .5rem}
    .scroll table{min-width:40rem}
    dd{margin-left:.6rem}
    }

    """

  private static let print = """
    @media print{
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    body{max-width:none;padding:0;font-size:9.5pt;line-height:1.32}
    .skip,nav,summary,details:not([open]){display:none}
    h1{font-size:17pt;margin:.1em 0}
    h2{font-size:13.5pt}
    h3{font-size:11pt;margin:.9em 0 .25em}
    h4{font-size:10.5pt}
    p,ul,ol,dl{margin:.3em 0}
    ul,ol{padding-left:1.6em}
    li{margin:.12em 0}
    header .marking{display:none}
    header .subtitle{font-size:10.5pt}
    h1,h2,h3,h4,h5,h6,caption{break-after:avoid}
    .page{break-before:page}
    section:first-of-type{break-before:auto}
    section:first-of-type h2{margin-top:.5em}
    .break{break-after:page}
    p,li,dd{orphans:2;widows:2}
    figure,.callout,.tile,tr{break-inside:avoid}
    .badges,.card h4{break-after:avoid}
    .scroll{overflow:visible;margin:.5rem 0}
    .scroll table{min-width:0}
    table{font-size:8.5pt}
    th,td{padding:.15rem .35rem}
    tbody th[scope=row]{min-width:7.5rem}
    thead{display:table-header-group}
    svg{max-width:18cm;max-height:23.5cm;height:auto}
    .tiles{margin:.4em 0}
    .card{padding:.1rem .8rem .3rem;margin:.6rem 0}
    .card dl{display:grid;grid-template-columns:8.5rem 1fr;gap:.15rem .8rem}
    .card dt{margin:0}
    .card dd{margin:0;grid-column:2}
    .tile{padding:.1rem .6rem}
    .tile .value{font-size:13pt}
    .tile .label{font-size:8.5pt}
    .facts{font-size:8pt}
    .sheet{break-before:page;break-inside:avoid;border:0;padding:0;margin:0;\
    font-size:6.6pt;line-height:1.14;background:none}
    .sheet h3{font-size:13pt;margin:0}
    .sheet table{font-size:6.6pt;line-height:1.1;width:100%}
    .sheet th,.sheet td{padding:.03rem .2rem}
    .sheet.dense,.sheet.dense table{font-size:5.7pt;line-height:1.08}
    .sheet .end{white-space:nowrap}
    .sheet .badges{margin:0}
    .sheet tbody th[scope=row]{min-width:0}
    .sheet caption{font-size:7.5pt;margin:0}
    .sheet .scroll{margin:.15rem 0}
    .sheet p,.sheet dl,.sheet dd{margin:.06em 0}
    .card.sheet dl{grid-template-columns:5rem 1fr;gap:.04rem .4rem}
    a{color:inherit;text-decoration:none}
    }
    @supports (-moz-appearance:none){@media print{.running{display:block;position:fixed;top:0;right:0;\
    margin:0;padding:0 .5em;font-size:9pt;font-weight:bold}}}

    """
}
