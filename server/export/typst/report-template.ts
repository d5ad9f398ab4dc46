import { setDocument } from './typst-pdf.ts'

/**
 * The report in Typst. Everything that varies comes in as data: `sys.inputs` is never read as markup. Colours and
 * weights are those of the sheet; figures stand at the right of their column in both directions of writing, so that
 * digits stand under digits.
 */
export const template = `
#let report = json(bytes(sys.inputs.report))
#let about = json(bytes(sys.inputs.about))
#let ink = rgb("#1C1B1A")
#let second = rgb("#5F5B55")
#let rule = rgb("#C9C4BA")
#let faint = rgb("#E2DED6")

${setDocument}
#let said(pieces) = {
  for piece in pieces {
    if piece == "\\u{200b}" { h(0.001pt) } else if type(piece) == str { piece } else { box(text(dir: if piece.dir == "rtl" { rtl } else { ltr }, piece.boxed)) }
  }
}

#set text(lang: report.language, font: report.font, fallback: false, size: 9.5pt, fill: ink, hyphenate: false)
#set par(leading: 0.72em, spacing: 1.05em, justify: false)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 20mm, bottom: 22mm),
  footer: context {
    set text(size: 7.5pt, fill: second)
    grid(
      columns: (1fr, auto),
      align: (start, end),
      said(report.foot),
      {
        report.page.at(0)
        str(counter(page).get().first())
        report.page.at(1)
        str(counter(page).final().first())
        report.page.at(2)
      },
    )
  },
)
#set heading(numbering: none)
#show heading: set text(size: 13pt, weight: 600)
#show heading: set block(above: 2.1em, below: 0.9em)
#show strong: set text(weight: 600)
#set figure(numbering: none, supplement: none, gap: 0.7em)
#set figure.caption(separator: none)
#show figure.caption: it => block(width: 100%, sticky: true, below: 0.6em, {
  set align(start)
  set text(size: 8.5pt)
  it.body
})
#show figure: set block(above: 1.5em, below: 1.5em)

#let runs(own) = {
  for run in own {
    if run.strong { strong(said(run.pieces)) } else { said(run.pieces) }
  }
}

#let titled(own) = [#strong(said(own.label)) #said(own.caption)]

#let drawn-table(block-data) = {
  let heads = block-data.columns
  let cell(content) = block(breakable: false, content)
  set text(size: 8.5pt)
  set par(leading: 0.55em)
  table(
    columns: heads.map(head => head.width * 1fr),
    align: (x, y) => if heads.at(x).isFigure { right + top } else { start + top },
    stroke: (x, y) => (top: if y == 0 { 0.6pt + ink } else { none }, bottom: if y == 0 { 0.4pt + ink } else { 0.3pt + faint }),
    inset: (x: 4.5pt, y: 3.6pt),
    table.header(..heads.map(head => table.cell(align: if head.isFigure { right + bottom } else { start + bottom }, text(size: 8pt, fill: second, cell(said(head.head)))))),
    ..block-data.rows.map(row => row.cells.map(own => if row.isTotal {
      table.cell(stroke: (top: 0.4pt + ink, bottom: 0.6pt + ink), cell(strong(said(own))))
    } else { cell(said(own)) })).flatten(),
  )
}

#let shown(own, next) = {
  if own.kind == "heading" {
    if own.at("beginsPage", default: false) { pagebreak(weak: true) }
    heading(said(own.text))
  } else if own.kind == "contents" {
    pagebreak(weak: true)
    heading(outlined: false, said(own.title))
    set text(size: 9pt)
    // An outline of Typst sets marks of direction beside Arabic words, of which readers of the PDF then lose letters.
    context for entry in query(heading.where(outlined: true)) {
      let place = entry.location()
      block(above: 0.75em, below: 0pt, link(place, {
        entry.body
        box(width: 1fr, inset: (x: 0.4em), text(fill: rule, repeat(gap: 0.3em, [.])))
        str(counter(page).at(place).first())
      }))
    }
  } else if own.kind == "paragraph" {
    let size = if own.style == "lead" { 12.5pt } else if own.style == "small" { 8pt } else { 9.5pt }
    let leads-on = next == "table" or next == "figure" or next == "list"
    block(sticky: leads-on, ..if own.style == "lead" { (above: 1.2em, below: 1.4em) }, {
      set text(size: size, fill: if own.style == "small" { second } else { ink })
      par(runs(own.runs))
    })
  } else if own.kind == "facts" {
    set text(size: 9pt)
    block(breakable: false, table(
      columns: (32%, 1fr),
      align: start + top,
      stroke: (x, y) => (bottom: 0.3pt + faint),
      inset: (x: 0pt, y: 3.4pt),
      ..own.facts.map(fact => (text(fill: second, said(fact.label)), said(fact.value))).flatten(),
    ))
  } else if own.kind == "list" {
    set text(size: 8.5pt)
    set par(leading: 0.6em)
    if own.isNumbered {
      enum(numbering: "[1]", indent: 0pt, body-indent: 0.6em, spacing: 0.75em, tight: false, ..own.entries.map(entry => runs(entry)))
    } else {
      list(marker: [•], indent: 0pt, body-indent: 0.6em, spacing: 0.75em, tight: false, ..own.entries.map(entry => runs(entry)))
    }
  } else if own.kind == "figure" {
    figure(image(bytes(own.svg), format: "svg", width: own.widthMm * 1mm, alt: own.alt), kind: image, caption: figure.caption(position: bottom, titled(own)))
  } else if own.kind == "table" {
    let is-long = own.rows.len() > 4
    show figure: set block(breakable: is-long)
    // Room for the caption, the heads and a few rows, or the table begins on the next page.
    if is-long {
      block(height: 45mm, above: 0pt, below: 0pt, sticky: true)
      v(-45mm)
    }
    let body = {
      drawn-table(own)
      if own.remarks.len() > 0 {
        block(above: 0.6em, width: 100%, {
          set align(start)
          set text(size: 7.5pt, fill: second)
          set par(leading: 0.55em)
          said(own.remarks)
        })
      }
    }
    figure(body, kind: table, caption: figure.caption(position: top, titled(own)))
  }
}

#show title: set text(size: 20pt, weight: 600)
#show title: set block(below: 0.5em)
#title(said(report.title))
#block(below: 1.6em, text(size: 10.5pt, fill: second, said(report.subtitle)))
#for (i, own) in report.blocks.enumerate() {
  let next = report.blocks.at(i + 1, default: (kind: "none")).kind
  shown(own, next)
}
`
