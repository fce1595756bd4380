/** Restructuring changes ordinals, marks and references, and not one other character, whatever the text is. */
import assert from 'node:assert/strict'
import {
  applyEdits,
  DOCUMENT_RESTRUCTURINGS,
  Linter,
  ReportDocument,
  resolveConfiguration,
  restructure,
  RULES,
  SECTION_RESTRUCTURINGS,
  canRestructure,
} from '@gongwen/engine'
import fc from 'fast-check'
import { anyText, plainText, reportText } from './arbitraries.js'
import { assertProperty, TIMEOUT } from '../support/properties.js'

const references = fc.constantFrom('见第二部分，', '详见“二、存在问题”。', '如前文（二）所述，', '见第一部分第（三）项。', '《方案》第二部分')
const headings = fc
  .constantFrom('\n一、', '\n二、', '\n二、', '\n五、', '\n（一）', '\n（三）', '\n1.', '\n4.', '\n（2）', '\n②', '\n第三部分 ', '\n## 三、', '\n### （二）')
  .chain((ordinal) => fc.constantFrom('抓党建\n', '存在问题\n', '抓教学。全年听课40节，反响良好。\n', '下一步打算\n').map((words) => ordinal + words))
const numbered = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: headings },
      { weight: 2, arbitrary: references },
      { weight: 1, arbitrary: fc.constantFrom('发展党员3名。\n', '\r\n', '采取以下措施：', '\n云溪县教育局\n2024年12月30日\n', '附件：1.名册\n', '𠮷') },
    ),
    { maxLength: 30 },
  )
  .map((parts) => `2024年工作总结\n${parts.join('')}`)
const texts = fc.oneof(numbered, reportText, anyText)
const format = fc.constantFrom('markdown' as const, 'plain' as const)

const withoutNumerals = (text: string): string => text.replace(/[㈠-㈩]/g, '（）').replace(/[零一二三四五六七八九十百\d①-⑳]/g, '')
const withoutOrdinals = (text: string): string => withoutNumerals(text).replace(/[（）()〔〕[\]【】、，,．.：:#第部分章节篇项小点的\s]/g, '')
const sorted = (text: string): string => [...text].sort().join('')

describe('restructuring', function () {
  this.timeout(TIMEOUT)

  it('renumbering changes numerals alone, once for all', () => {
    assertProperty(
      'restructure: renumber',
      fc.property(texts, format, (text, how) => {
        const { edits } = restructure(new ReportDocument(text, how), 'renumber')
        assert.equal(withoutNumerals(applyEdits(text, edits)), withoutNumerals(text))
      }),
    )
  })

  it('after renumbering no number is wrong', () => {
    const linter = new Linter({
      rules: RULES.filter(({ id }) => id === 'structure/ordinal-sequence'),
      configuration: resolveConfiguration({ enable: 'always' }),
    })
    assertProperty(
      'restructure: renumbered',
      fc.property(numbered, format, (text, how) => {
        const renumbered = applyEdits(text, restructure(new ReportDocument(text, how), 'renumber').edits)
        assert.deepEqual(
          linter.lint(new ReportDocument(renumbered, how)).map(({ message }) => message),
          [],
          renumbered,
        )
      }),
    )
  })

  it('of the document changes ordinals and marks alone', () => {
    assertProperty(
      'restructure: document',
      fc.property(texts, format, (text, how) => {
        const document = new ReportDocument(text, how)
        for (const kind of DOCUMENT_RESTRUCTURINGS) {
          const { edits } = restructure(document, kind)
          assert.equal(canRestructure(document, kind), edits.length > 0)
          assert.equal(withoutOrdinals(applyEdits(text, edits)), withoutOrdinals(text), kind)
        }
      }),
    )
  })

  it('of a section changes ordinals, marks and the order of lines alone', () => {
    assertProperty(
      'restructure: section',
      fc.property(texts, format, (text, how) => {
        const document = new ReportDocument(text, how)
        for (const section of document.outline.sections.slice(0, 8)) {
          for (const kind of SECTION_RESTRUCTURINGS) {
            const { edits, doubtful } = restructure(document, kind, section)
            const result = applyEdits(text, [...edits, ...doubtful])
            if (kind.startsWith('move')) assert.equal(sorted(withoutOrdinals(result)), sorted(withoutOrdinals(text)), kind)
            else assert.equal(withoutOrdinals(result), withoutOrdinals(text), kind)
          }
        }
      }),
    )
  })

  it('a plain text made Markdown and plain again is what it was', () => {
    assertProperty(
      'restructure: there and back',
      fc.property(
        fc.oneof(
          plainText,
          numbered.map((text) => text.replaceAll('#', '')),
        ),
        (text) => {
          const plain = new ReportDocument(text, 'plain')
          const markdown = applyEdits(text, restructure(plain, 'to-markdown').edits)
          const titlesOf = ({ outline }: ReportDocument): string[] => outline.headings.map(({ ordinal, title }) => `${ordinal?.text ?? ''}${title}`)
          assert.deepEqual(titlesOf(new ReportDocument(markdown, 'markdown')), titlesOf(plain), markdown)
          assert.equal(applyEdits(markdown, restructure(new ReportDocument(markdown, 'markdown'), 'to-plain').edits), text)
        },
      ),
    )
  })

  it('a section moved up and down again is where it was', () => {
    // what reads like a signature stays at the end of a report: a section that ends in it comes apart there
    const unsigned = numbered.map((text) => text.replace(/附件：1\.名册\n|\n云溪县教育局\n2024年12月30日\n|𠮷/g, ''))
    assertProperty(
      'restructure: up and down',
      fc.property(unsigned, (text) => {
        const document = new ReportDocument(text, 'plain')
        document.outline.sections.slice(0, 6).forEach((section) => {
          const siblings = section.parent?.children ?? []
          const neighbour = siblings[siblings.indexOf(section) - 1]
          if (neighbour === undefined || !canRestructure(document, 'move-up', section) || siblings.some(({ heading }) => heading?.form !== 'line')) return
          const moved = applyEdits(text, restructure(document, 'move-up', section).edits)
          const again = new ReportDocument(moved, 'plain')
          const at = again.outline.sections.find(({ start }) => start === neighbour.start)
          assert.ok(at, moved)
          assert.equal(withoutNumerals(applyEdits(moved, restructure(again, 'move-down', at).edits)), withoutNumerals(text))
        })
      }),
    )
  })
})
