import type { Locale } from '@gongwen/engine'

const TEMPLATES: Readonly<Record<Locale, string>> = {
  'zh-CN': `# 公文检查（gongwen）的配置。对本文件夹及其下各级文件夹中的文件有效；下级文件夹可以有自己的配置。
# 全部规则：gongwen rules；某条规则的说明：gongwen explain 规则名

# 检查哪些文件：auto 只检查公文（工作总结、工作计划、述职报告等），always 全部检查，never 不检查
enable: auto

# 逐条规则的级别：off 关闭，error 错误，warning 警告，info 提示，hint 建议（默认不显示）
# rules:
#   structure/ordinal-sequence: warning
#   punctuation/paired-marks: off

# 报告的种类和年份；不写则从标题和正文识别
# profile:
#   kind: annual              # annual 年度 half-year 半年 quarter 季度 term 学期 plan 计划 duty 述职 government 政府工作报告 other 其他
#   field: education-bureau   # education-bureau 教育局 school 学校 department 其他部门
#   year: 2024
#   unit: 某县教育局
#   sections:
#     require: []             # 另外必须有的部分，如 double-reduction；代号见 docs/configuration.md
#     ignore: []              # 不要求有的部分

# 本单位自己的报告要求；在上面的 profile 里写 use: 本局 即启用
# profiles:
#   本局:
#     base: education-bureau  # 在教育局的要求上增减
#     required: [研学]
#     optional: [language]
#     sections:
#       - id: 研学
#         name: 研学旅行
#         aliases: [研学基地, 营地建设]
#         keywords: [研学, 营地]
#         years: { from: 2020 }

# 本单位网站或办公系统常留在文中的话，也当作残留
# residue:
#   phrases:
#     - 扫一扫在手机打开当前页
`,
  en: `# Configuration of Gongwen Lint (gongwen). It holds for the files of this folder and of the folders below; a folder below
# may have its own. All rules: gongwen rules; what a rule is about: gongwen explain RULE

# Which texts are checked: auto (work reports, plans and the like), always, never
enable: auto

# Severity of single rules: off, error, warning, info, hint (not shown unless asked for)
# rules:
#   structure/ordinal-sequence: warning
#   punctuation/paired-marks: off

# Kind and year of the reports; read from title and text where they are not given
# profile:
#   kind: annual              # annual half-year quarter term plan duty government other
#   field: education-bureau   # education-bureau school department
#   year: 2024
#   unit: 某县教育局
#   sections:
#     require: []             # sections asked for besides, such as double-reduction; names in docs/configuration.md
#     ignore: []              # sections not asked for

# What your own unit’s reports must have; profile.use: 本局 above puts it to use
# profiles:
#   本局:
#     base: education-bureau  # start from what education bureaus are asked for
#     required: [研学]
#     optional: [language]
#     sections:
#       - id: 研学
#         name: 研学旅行
#         aliases: [研学基地, 营地建设]
#         keywords: [研学, 营地]
#         years: { from: 2020 }

# What your web site or office system leaves in texts: residue, too
# residue:
#   phrases:
#     - 扫一扫在手机打开当前页
`,
}

/** A new configuration file in YAML: nothing set but the default, everything that can be set shown as a comment. */
export function configurationTemplate(locale: Locale): string {
  return TEMPLATES[locale]
}
