import assert from 'node:assert/strict'
import { addResiduePhrase, setRule, UneditableConfigurationError } from './configuration-edit.js'

const YAML = '.gongwenrc.yaml'
const JSON_NAME = '.gongwenrc.json'

describe('addResiduePhrase', () => {
  it('makes a configuration where there is none', async () => {
    assert.equal(await addResiduePhrase('', '某网出品', YAML), 'residue:\n  phrases:\n    - 某网出品\n')
    assert.equal(await addResiduePhrase('', '某网出品', JSON_NAME), '{\n  "residue": {\n    "phrases": [\n      "某网出品"\n    ]\n  }\n}\n')
  })

  it('adds to a list, comments and everything else stay', async () => {
    const source =
      '# 本单位的配置\nenable: auto # 只查公文\n\n# 残留\nresidue:\n  phrases:\n    # 办公系统的水印\n    - 扫一扫在手机打开当前页\n\nrules:\n  figures/share: off\n'
    const edited = await addResiduePhrase(source, '来源：某某网', YAML)
    assert.equal(edited, source.replace('当前页\n', '当前页\n    - 来源：某某网\n'))
    assert.equal(await addResiduePhrase(edited, '来源：某某网', YAML), edited)
  })

  it('puts the list beside what there is', async () => {
    assert.equal(
      await addResiduePhrase('rules:\n  figures/share: off # 口径不同\n', '某网出品', YAML),
      'rules:\n  figures/share: off # 口径不同\nresidue:\n  phrases:\n    - 某网出品\n',
    )
    assert.equal(await addResiduePhrase('residue:\n', '某网出品', YAML), 'residue:\n  phrases:\n    - 某网出品\n')
    assert.equal(await addResiduePhrase('# 只有说明\n', '某网出品', YAML), '# 只有说明\n\nresidue:\n  phrases:\n    - 某网出品\n')
    assert.equal(
      await addResiduePhrase('{\n\t"enable": "always"\n}\n', '某网出品', JSON_NAME),
      '{\n\t"enable": "always",\n\t"residue": {\n\t\t"phrases": [\n\t\t\t"某网出品"\n\t\t]\n\t}\n}\n',
    )
  })

  it('keeps CRLF, and quotes what YAML would read as something else', async () => {
    assert.equal(await addResiduePhrase('enable: auto\r\n', '# 某网: 2024', YAML), 'enable: auto\r\nresidue:\r\n  phrases:\r\n    - "# 某网: 2024"\r\n')
  })

  for (const [title, source, path] of [
    ['YAML with a slip', 'rules: [', YAML],
    ['a list', '- 甲', YAML],
    ['something else in the place of the list', 'residue:\n  phrases: 甲\n', YAML],
    ['JSON with comments', '{ // 说明\n}', JSON_NAME],
  ] as const) {
    it(`leaves ${title} alone`, async () => {
      await assert.rejects(addResiduePhrase(source, '某网出品', path), UneditableConfigurationError)
    })
  }
})

describe('setRule', () => {
  it('makes a configuration where there is none', async () => {
    assert.equal(await setRule('', 'figures/share', 'off', YAML), 'rules:\n  figures/share: off\n')
    assert.equal(await setRule('', 'figures/share', 'info', JSON_NAME), '{\n  "rules": {\n    "figures/share": "info"\n  }\n}\n')
  })

  it('adds to the rules or changes what one says; options, comments and everything else stay', async () => {
    const source = '# 本局\nenable: auto\nrules:\n  figures/share: off # 口径不同\n  residue/placeholder:\n    severity: warning\n    options: { limit: 10 }\n'
    assert.equal(await setRule(source, 'figures/sum', 'off', YAML), `${source}  figures/sum: off\n`)
    assert.equal(await setRule(source, 'figures/share', 'info', YAML), source.replace('share: off', 'share: info'))
    assert.equal(await setRule(source, 'residue/placeholder', 'off', YAML), source.replace('severity: warning', 'severity: off'))
    assert.equal(await setRule('enable: auto\r\nrules:\r\n', 'figures/sum', 'off', YAML), 'enable: auto\r\nrules:\r\n  figures/sum: off\r\n')
    const json = '{\n\t"rules": {\n\t\t"a/b": {\n\t\t\t"options": {}\n\t\t}\n\t}\n}\n'
    assert.deepEqual(JSON.parse(await setRule(json, 'a/b', 'off', JSON_NAME)), { rules: { 'a/b': { options: {}, severity: 'off' } } })
  })

  it('leaves alone what it cannot read', async () => {
    for (const [source, path] of [
      ['rules: [', YAML],
      ['rules: 甲', YAML],
      ['- 甲', YAML],
      ['{ "rules": 1 }', JSON_NAME],
      ['{', JSON_NAME],
    ] as const)
      await assert.rejects(setRule(source, 'a/b', 'off', path), UneditableConfigurationError)
  })
})
