import { readFileSync } from 'node:fs'
import { SEVERITIES, SKELETON_KINDS, type SkeletonKind } from '@gongwen/engine'
import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import type { CheckOptions } from './commands/check.js'
import type { CleanOptions } from './commands/clean.js'
import type { CompareOptions } from './commands/compare.js'
import type { ConvertOptions } from './commands/convert.js'
import type { FiguresOptions } from './commands/figures.js'
import type { FixOptions } from './commands/fix.js'
import type { NewOptions } from './commands/new.js'
import type { CommandContext, LookOptions } from './commands/options.js'
import type { OutlineOptions } from './commands/outline.js'
import type { RenumberOptions } from './commands/renumber.js'
import { sayIn, type Terminal } from './terminal.js'

/** Runs what a command line asks for; the number is the exit code if nothing failed. */
type Action = (context: CommandContext) => Promise<number>

/** What the program needs of whoever runs it. */
export interface ProgramHost {
  readonly terminal: Terminal
  readonly fail: (message: string) => void
  /** columns of a text, for aligning the help */
  readonly measure: (text: string) => number
  readonly finish: (exitCode: number) => void
}

const TITLES: Readonly<Record<string, string>> = { 'Usage:': '用法', 'Options:': '选项', 'Commands:': '命令', 'Arguments:': '参数' }
const PATHS = '文件、文件夹、通配符，或 -（标准输入）files, folders, globs, or - for standard input'

/** The commands and options of `gongwen`. Commands are loaded when they are called. */
export function createProgram(host: ProgramHost): Command {
  const program = new Command('gongwen')
    .description('检查公文（工作总结、工作计划、述职报告等）：结构层次、必备内容、数据、残留、标点、用语\nChecks Chinese official work reports')
    .version(version(), '-V, --version', '显示版本号 version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.terminal.stdout.write(text),
      writeErr: (text) => host.terminal.stderr.write(text),
      outputError: () => undefined,
    })
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title, displayWidth: host.measure, helpWidth: host.terminal.stdout.columns ?? 100 })
    .helpOption('-h, --help', '显示帮助 help')
    .helpCommand('help [命令]', '显示某个命令的帮助 help of a command')
    .addHelpText(
      'after',
      '\n退出码 exit codes：0 没有问题，1 有问题，2 无法运行\n例：gongwen check 总结.txt　gongwen fix --diff 总结.md　gongwen explain structure/ordinal-sequence',
    )
  const act = (options: LookOptions, action: Action): Promise<void> => perform(options, action, host)
  addCheck(program, act)
  addFix(program, act)
  addClean(program, act)
  addRenumber(program, act)
  addConvert(program, act)
  addOutline(program, act)
  addFigures(program, act)
  addCompare(program, act)
  addNew(program, act)
  withLook(program.command('explain').summary('说明一条规则 explain a rule').description('说明一条规则：查什么、为什么、怎么改、怎么关\nExplains a rule'))
    .argument('<规则>', '规则名，如 figures/…；见 gongwen rules a rule’s id')
    .action((id: string, options: LookOptions) => act(options, async (context) => (await import('./commands/explain.js')).explain(id, options, context)))
  withLook(program.command('rules').description('列出全部规则 list the rules')).action((options: LookOptions) =>
    act(options, async (context) => (await import('./commands/rules.js')).rules(options, context)),
  )
  withLook(program.command('init').description('在当前文件夹写入配置文件 write .gongwenrc.yaml')).action((options: LookOptions) =>
    act(options, async (context) => (await import('./commands/init.js')).init(context)),
  )
  return program
}

type Act = (options: LookOptions, action: Action) => Promise<void>

function addCheck(program: Command, act: Act): void {
  withChecking(
    program.command('check').summary('检查 check texts').description('检查公文。不写文件则检查当前文件夹\nChecks texts; the current folder when none is named'),
  )
    .addArgument(new Argument('[文件...]', PATHS))
    .addOption(new Option('--format <格式>', '输出格式 output').choices(['pretty', 'json']).default('pretty'))
    .addOption(severityOption('--fail-on <级别>', '有这一级别及以上的问题则退出码为 1 exit code 1 from', 'warning'))
    .option('--stdin-filename <文件名>', '标准输入当作这个文件（决定格式和配置）name of standard input')
    .option('--timing', '在错误输出里列出各规则用时 milliseconds of each rule, on the error stream')
    .action((paths: string[], options: CheckOptions) => act(options, async (context) => (await import('./commands/check.js')).check(paths, options, context)))
}

function addFix(program: Command, act: Act): void {
  withChecking(
    program
      .command('fix')
      .summary('自动修复 apply safe fixes')
      .description('应用可自动修复的改法（序号、括号、标点、整行残留）；数字从不改动\nApplies safe fixes; figures are never changed'),
  )
    .addArgument(new Argument('<文件...>', PATHS))
    .option('--diff', '只显示改动，不写入 show the changes, write nothing')
    .option('--dry-run', '只说明会改什么，不写入 say what would be done, write nothing')
    .addOption(severityOption('--fail-on <级别>', '还剩这一级别及以上的问题则退出码为 1 exit code 1 from', 'warning'))
    .action((paths: string[], options: FixOptions) => act(options, async (context) => (await import('./commands/fix.js')).fix(paths, options, context)))
}

function addClean(program: Command, act: Act): void {
  withChecking(
    program
      .command('clean')
      .summary('清理网页残留 clean up residue')
      .description(
        '清理网站、资料站留下的文字，修补损坏的引号、书名号、括号和被换错的词；正文的句子一句不删，数字从不改动\nRemoves residue of web sites and mends what they damaged; no sentence goes, figures are never changed',
      ),
  )
    .addArgument(new Argument('<文件...>', PATHS))
    .option('--diff', '只显示改动，不写入 show the changes, write nothing')
    .option('--write', '写入文件 write the files')
    .addOption(new Option('--format <格式>', '输出格式 output').choices(['pretty', 'json']).default('pretty'))
    .addOption(severityOption('--fail-on <级别>', '还剩这一级别及以上的残留则退出码为 1 exit code 1 from', 'warning'))
    .action((paths: string[], options: CleanOptions) => act(options, async (context) => (await import('./commands/clean.js')).clean(paths, options, context)))
}

function addRenumber(program: Command, act: Act): void {
  withConfig(
    withLook(
      program
        .command('renumber')
        .summary('重新编号 renumber the headings')
        .description('全文标题重新编号，文中“见第三部分”一类的指引随改，拿不准的逐处列出\nNumbers the headings anew, and the references to them'),
    ),
  )
    .addArgument(new Argument('<文件...>', PATHS))
    .option('--diff', '只显示改动，不写入 show the changes, write nothing')
    .option('--write', '写入文件 write the files')
    .action((paths: string[], options: RenumberOptions) =>
      act(options, async (context) => (await import('./commands/renumber.js')).renumber(paths, options, context)),
    )
}

function addConvert(program: Command, act: Act): void {
  withLook(
    program
      .command('convert')
      .summary('标题转换 convert the headings')
      .description('把标题改为 Markdown 标题，或去掉标题前的“#”；其他文字不动\nTurns headings into Markdown headings or back; nothing else changes'),
  )
    .addArgument(new Argument('<文件...>', PATHS))
    .addOption(new Option('--to <格式>', '改成哪种 which form').choices(['markdown', 'plain']).makeOptionMandatory())
    .option('--diff', '只显示改动，不写入 show the changes, write nothing')
    .option('--write', '写入文件 write the files')
    .action((paths: string[], options: ConvertOptions) =>
      act(options, async (context) => (await import('./commands/convert.js')).convert(paths, options, context)),
    )
}

function addOutline(program: Command, act: Act): void {
  withChecking(
    program
      .command('outline')
      .summary('显示提纲 show the outline')
      .description('显示提纲：序号、标题、行号、字数、各部分的问题数\nShows the sections with their length and findings'),
  )
    .argument('<文件>', '文件或 -（标准输入）file')
    .addOption(new Option('--format <格式>', '输出格式 output').choices(['text', 'json', 'markdown']).default('text'))
    .option('--coverage', '对照同类报告，列出有和没有的部分 which parts it has and lacks')
    .action((path: string, options: OutlineOptions) => act(options, async (context) => (await import('./commands/outline.js')).outline(path, options, context)))
}

function addFigures(program: Command, act: Act): void {
  withConfig(
    withLook(
      program
        .command('figures')
        .summary('列出数据台账 list the figures')
        .description('列出全文数据：指标、数值、单位、口径、年份、性质、所在部分、位置\nLists the figures of a text'),
    ),
  )
    .argument('<文件>', '文件或 -（标准输入）file')
    .addOption(
      new Option('--format <格式>', '输出格式；不写则按 --output 的扩展名，再不然是 table output').choices(['table', 'json', 'csv', 'markdown', 'xlsx']),
    )
    .option('--output <文件>', '写入这个文件 write to')
    .option('--metric <词>', '只列指标名里有这个词的 only metrics with this word')
    .action((path: string, options: FiguresOptions) => act(options, async (context) => (await import('./commands/figures.js')).figures(path, options, context)))
}

function addCompare(program: Command, act: Act): void {
  withConfig(
    withLook(
      program
        .command('compare')
        .summary('与上年报告对照 compare two years')
        .description(
          '把今年的报告与上年的对照：同一指标的增减、照抄未改的数据和句子、与上年报告不符的说法、上年计划的结果\nCompares this year’s report with last year’s',
        ),
    ),
  )
    .argument('<上年文件>', '上年的总结，或为今年定的计划 last year’s report')
    .argument('<今年文件>', '今年的总结 this year’s report')
    .addOption(new Option('--format <格式>', '输出格式 output').choices(['table', 'json', 'markdown']).default('table'))
    .action((last: string, current: string, options: CompareOptions) =>
      act(options, async (context) => (await import('./commands/compare.js')).compare(last, current, options, context)),
    )
}

function addNew(program: Command, act: Act): void {
  withLook(
    program
      .command('new')
      .summary('新建报告 begin a report')
      .description(
        '写出一份报告的框架（Markdown）：标题、导语、该有的各部分，待填处用【请填写：……】标出\nWrites the skeleton of a report: title, lead, the sections that the check asks for, places to be filled in',
      ),
  )
    .addArgument(
      new Argument('<种类>', 'annual 年度、half-year 半年、quarter 季度、term 学期、plan 计划、duty 述职、government 政府工作报告 kind of report').choices(
        SKELETON_KINDS,
      ),
    )
    .addOption(new Option('--year <年份>', '所总结（计划为所安排、学期为学年开始）的年份；不写则按今天推算 year').argParser(wholeNumber(1949, 2100)))
    .addOption(new Option('--part <数>', '第几季度、第几学期 which quarter or term').argParser(wholeNumber(1, 4)))
    .option('--unit <单位>', '单位全称 full name of the unit')
    .option('--output <文件>', '写入这个文件，已有则不动 write to, never over a file')
    .action((kind: SkeletonKind, options: NewOptions) =>
      act(options, async (context) => (await import('./commands/new.js')).beginReport(kind, options, context)),
    )
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(`应为 ${least}～${most} 的整数 a whole number, ${least} to ${most}`)
    return value
  }
}

function withConfig(command: Command): Command {
  return command.option('--config <文件>', '用这个配置文件，不再逐级查找 .gongwenrc.yaml configuration file')
}

function withChecking(command: Command): Command {
  return withConfig(withLook(command))
    .addOption(new Option('--enable <范围>', '检查哪些文件：auto 只检查公文 which texts').choices(['auto', 'always', 'never']))
    .addOption(severityOption('--min-severity <级别>', '只显示这一级别及以上的问题 show from', 'info'))
}

function withLook(command: Command): Command {
  return command
    .addOption(new Option('--language <语言>', '输出语言 language').choices(['zh', 'en']).default('zh'))
    .option('--color', '用颜色 colour')
    .option('--no-color', '不用颜色 no colour')
}

function severityOption(flags: string, description: string, fallback: string): Option {
  return new Option(flags, description).choices(SEVERITIES).default(fallback)
}

async function perform({ language }: LookOptions, action: Action, { terminal, fail, finish }: ProgramHost): Promise<void> {
  const locale = language === 'en' ? 'en' : 'zh-CN'
  finish(await action({ terminal, fail, locale, say: sayIn(locale) }))
}

/** The manifest stands two folders above both this source and the bundle. */
function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
  return manifest.version
}
