/** The part of the editor's API that translates. A test gives its own. */
interface Translator {
  readonly l10n: { t(message: string): string }
}

/**
 * Every string of the report panel and of what it exports, in the editor's language; `{0}` is filled in later.
 *
 * @param vscode named so that the strings are found by the tools that look for `vscode.l10n.t`
 */
export function panelStrings(vscode: Translator) {
  return {
    panel: vscode.l10n.t('Pre-Submission Check'),
    panelOf: vscode.l10n.t('Pre-Submission Check: {0}'),
    loading: vscode.l10n.t('Checking the report…'),
    noReport: vscode.l10n.t('This document does not look like a work report, so there is nothing to show.'),
    misread: vscode.l10n.t('This file was opened in the wrong encoding, so it cannot be checked. Do not save it.'),
    gone: vscode.l10n.t('The document can no longer be read.'),
    separator: vscode.l10n.t(', '),
    ...verdictStrings(vscode),
    ...actionStrings(vscode),
    ...findingStrings(vscode),
    ...coverageStrings(vscode),
    ...figureStrings(vscode),
    ...comparisonStrings(vscode),
  }
}

/** The strings of the panel, by name. */
export type PanelStrings = ReturnType<typeof panelStrings>

function verdictStrings(vscode: Translator) {
  return {
    verdictReady: vscode.l10n.t('Can be submitted'),
    verdictLook: vscode.l10n.t('To be looked at first'),
    verdictMend: vscode.l10n.t('Must be mended first'),
    whyMend: vscode.l10n.t('Mend what is proved wrong before submitting: {0}.'),
    whyMissing: vscode.l10n.t('Required parts are missing: {0}.'),
    whyLook: vscode.l10n.t('Nothing is proved wrong, but {0} should be looked at before submitting.'),
    whyNotes: vscode.l10n.t('No error and no warning. Notes that may be verified: {0}.'),
    whyReady: vscode.l10n.t('No problems found and no required part is missing.'),
    hidden: vscode.l10n.t('Not shown because of the setting “gongwen.minSeverity”: {0}.'),
    errors: vscode.l10n.t('errors: {0}'),
    warnings: vscode.l10n.t('warnings: {0}'),
    notes: vscode.l10n.t('notes: {0}'),
    unit: vscode.l10n.t('Unit'),
    year: vscode.l10n.t('Year'),
    kind: vscode.l10n.t('Kind'),
    characters: vscode.l10n.t('Characters'),
    figureCount: vscode.l10n.t('Figures'),
    file: vscode.l10n.t('File'),
    unknown: vscode.l10n.t('unknown'),
  }
}

function actionStrings(vscode: Translator) {
  return {
    actions: vscode.l10n.t('Actions'),
    contents: vscode.l10n.t('Contents'),
    fixAll: vscode.l10n.t('Fix all safe problems ({0})'),
    refresh: vscode.l10n.t('Check Again'),
    exportAs: vscode.l10n.t('Export:'),
    markdown: vscode.l10n.t('Markdown'),
    html: vscode.l10n.t('Web page'),
    word: vscode.l10n.t('Word'),
    updated: vscode.l10n.t('Updated: {0}.'),
    jumpTo: vscode.l10n.t('Go to line {0}'),
    line: vscode.l10n.t('Line {0}'),
  }
}

function findingStrings(vscode: Translator) {
  return {
    findings: vscode.l10n.t('Problems'),
    noFindings: vscode.l10n.t('No problems found.'),
    none: vscode.l10n.t('no problems found'),
    error: vscode.l10n.t('Error'),
    warning: vscode.l10n.t('Warning'),
    info: vscode.l10n.t('Note'),
    hint: vscode.l10n.t('Suggestion'),
    structure: vscode.l10n.t('Structure'),
    sections: vscode.l10n.t('Content'),
    figures: vscode.l10n.t('Figures and arithmetic'),
    residue: vscode.l10n.t('Residue of web sites'),
    punctuation: vscode.l10n.t('Punctuation'),
    wording: vscode.l10n.t('Wording'),
    explain: vscode.l10n.t('About this rule'),
    needsLook: vscode.l10n.t('Verify before you take it:'),
  }
}

function coverageStrings(vscode: Translator) {
  return {
    coverage: vscode.l10n.t('Section Coverage'),
    coverageSummary: vscode.l10n.t('Required: {0} of {1}. Expected: {2} of {3}.'),
    noCoverage: vscode.l10n.t('Reports of this kind owe no particular sections.'),
    section: vscode.l10n.t('Section'),
    requirement: vscode.l10n.t('Asked for'),
    required: vscode.l10n.t('required'),
    expected: vscode.l10n.t('expected'),
    optional: vscode.l10n.t('optional'),
    state: vscode.l10n.t('State'),
    present: vscode.l10n.t('present'),
    embedded: vscode.l10n.t('within another section'),
    headingOnly: vscode.l10n.t('weak: next to nothing under its heading'),
    absent: vscode.l10n.t('missing'),
    place: vscode.l10n.t('Place'),
    wouldStand: vscode.l10n.t('Where it would stand'),
    lengths: vscode.l10n.t('Length of Sections'),
    lengthUnit: vscode.l10n.t('{0} characters'),
    share: vscode.l10n.t('Share'),
    problems: vscode.l10n.t('Problems'),
  }
}

function figureStrings(vscode: Translator) {
  return {
    ledger: vscode.l10n.t('Figure Ledger'),
    noFigures: vscode.l10n.t('There are no figures in the report.'),
    filter: vscode.l10n.t('Filter figures'),
    filterHint: vscode.l10n.t('metric, section, year, state…'),
    shown: vscode.l10n.t('Shown: {0} of {1}'),
    metric: vscode.l10n.t('Metric'),
    value: vscode.l10n.t('Value'),
    scope: vscode.l10n.t('Scope'),
    role: vscode.l10n.t('Role'),
    done: vscode.l10n.t('actual'),
    planned: vscode.l10n.t('planned'),
    shareRole: vscode.l10n.t('share'),
    change: vscode.l10n.t('change'),
    base: vscode.l10n.t('earlier value'),
    wrong: vscode.l10n.t('does not add up'),
    doubtful: vscode.l10n.t('to be verified'),
    open: vscode.l10n.t('left open'),
    checked: vscode.l10n.t('adds up'),
    stated: vscode.l10n.t('as stated'),
  }
}

function comparisonStrings(vscode: Translator) {
  return {
    comparison: vscode.l10n.t('Compared with Last Year'),
    compared: vscode.l10n.t('{0} beside {1} ({2}). Metrics in both: {3}.'),
    noComparison: vscode.l10n.t('No report of the year before was found in the same folder.'),
    chooseLast: vscode.l10n.t('Choose Last Year’s Report…'),
    chooseOther: vscode.l10n.t('Choose Another Report…'),
    openLast: vscode.l10n.t('Show in last year’s report'),
    lookAgain: vscode.l10n.t('To look at again'),
    noFlags: vscode.l10n.t('Nothing to look at again.'),
    plot: vscode.l10n.t('Metrics by year'),
    rate: vscode.l10n.t('Rate'),
    difference: vscode.l10n.t('Difference'),
    drawn: vscode.l10n.t('Drawn'),
    lastYearUnknown: vscode.l10n.t('It cannot be told which year that report is of.'),
    currentYearUnknown: vscode.l10n.t('It cannot be told which year this report is of.'),
    sameYear: vscode.l10n.t('Both reports are of the same year.'),
    wrongOrder: vscode.l10n.t('The report chosen is of a later year than this one.'),
  }
}
