import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Cell, Column, Part, ReportContent, Tone } from './report-content.js'
import { barInBlocks } from './to-markdown.js'

const TONES: Readonly<Record<Tone, string>> = { good: '2E7D32', look: '9A6700', bad: 'B3261E', plain: '1F2933', quiet: '6B7280' }
const BAR_TONES: Readonly<Record<Tone, string>> = { ...TONES, plain: '3B6EA5', quiet: '9AA3AF' }
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const BODY = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: '宋体' }
const HEAD = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: '黑体' }
/** In twentieths of a point: A4 less its margins. */
const TEXT_WIDTH = 11906 - 2 * 1247
/** In half points. */
const SMALL = 18
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'BFC5CD' }

/** The content as a Word document (.docx). */
export async function toWord({ title, parts }: ReportContent): Promise<Uint8Array> {
  const heading = (size: number): object => ({
    run: { size, bold: true, color: TONES.plain, font: HEAD },
    paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
  })
  const document = new Document({
    title,
    creator: 'gongwen-lint',
    styles: { default: { document: { run: { font: BODY, size: 21 } }, heading1: heading(34), heading2: heading(28), heading3: heading(23) } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1247, bottom: 1247, left: 1247, right: 1247 } } },
        children: parts.flatMap(partOf),
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function partOf(part: Part): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[part.level], children: [new TextRun(part.text)] })]
    case 'paragraph':
      return [
        new Paragraph({
          spacing: { after: 100 },
          children: [new TextRun({ text: part.text, color: TONES[part.tone], ...(part.isStrong === true && { bold: true, size: 28, font: HEAD }) })],
        }),
      ]
    case 'list':
      return part.items.flatMap(({ lead, tone, text, details }) => [
        new Paragraph({ bullet: { level: 0 }, children: [new TextRun({ text: lead, bold: true, color: TONES[tone] }), new TextRun(` ${text}`)] }),
        ...details.map(
          (detail) =>
            new Paragraph({ indent: { left: 720 }, spacing: { after: 80 }, children: [new TextRun({ text: detail, color: TONES.quiet, size: SMALL })] }),
        ),
      ])
    case 'table':
      // Word joins tables that touch
      return [tableOf(part), new Paragraph({ spacing: { after: 120 } })]
  }
}

function tableOf({ columns, rows }: Extract<Part, { kind: 'table' }>): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((width / whole) * TEXT_WIDTH))
  const head = columns.map((column, i) => cell([wordsOf(column.head, 'plain', column, true)], widths[i] as number, true))
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...rows.map(
        (cells) =>
          new TableRow({ cantSplit: true, children: cells.map((each, i) => cell(paragraphsOf(each, columns[i] as Column), widths[i] as number, false)) }),
      ),
    ],
  })
}

function cell(children: Paragraph[], width: number, isHead: boolean): TableCell {
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(isHead && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EEF1F4' } }),
  })
}

function paragraphsOf(content: Cell, column: Column): Paragraph[] {
  if (typeof content === 'string') return [wordsOf(content, 'plain', column, false)]
  if ('text' in content) return [wordsOf(content.text, content.tone, column, false)]
  return content.bars.map(({ fraction, tone }) => new Paragraph({ children: [new TextRun({ text: barInBlocks(fraction), color: BAR_TONES[tone], size: 14 })] }))
}

function wordsOf(text: string, tone: Tone, { isNumeric }: Column, isHead: boolean): Paragraph {
  return new Paragraph({
    ...(isNumeric === true && { alignment: AlignmentType.RIGHT }),
    children: [new TextRun({ text, size: SMALL, color: TONES[tone], bold: isHead })],
  })
}
