/** `npm run new-rule -- figures/my-rule`: writes the skeleton of a rule; its examples fail until it is filled in. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const id = process.argv[2] ?? ''
if (!/^(?:structure|sections|figures|residue|punctuation|wording)\/[a-z]+(?:-[a-z]+)*$/.test(id)) {
  console.error('用法：npm run new-rule -- 组/规则名，例如 figures/my-rule')
  process.exit(2)
}
const path = join(import.meta.dirname, '../engine/src/rules', `${id}.ts`)
if (existsSync(path)) {
  console.error(`已经有了：${path}`)
  process.exit(2)
}
writeFileSync(
  path,
  `import { defineRule } from '../../linting/rule.js'

/** What a reviewer would mind, in one sentence. */
export default defineRule<'sentence', 'found'>({
  id: '${id}',
  scope: 'sentence',
  severity: 'warning',
  source: 'practice',
  summary: '一句话：查什么',
  summaryEn: 'One line: what it finds',
  rationale: '为什么审稿人会在意；有国家标准的写明条款。',
  messages: { found: { what: '哪里不对：“{words}”。', advice: '怎么改。', en: 'What is wrong: “{words}”.' } },
  examples: [
    { title: '会报的写法', text: '2024年工作总结\\n\\n⟦会报的词⟧。', reports: ['found'] },
    { title: '正确的写法', text: '2024年工作总结\\n\\n正确的句子。', reports: [] },
  ],
  *check(sentence) {
    for (const match of sentence.canonical.matchAll(/会报的词/g)) yield { range: { start: match.index, end: match.index + match[0].length }, messageId: 'found', args: { words: match[0] } }
  },
})
`,
)
console.log(`已写好 ${path}；改完后运行 npm run generate`)
