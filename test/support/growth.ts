import assert from 'node:assert/strict'
import { ReportDocument, type Linter, type TextFormat } from '@gongwen/engine'

/** Four times the text costs four times the time when growth is linear, sixteen times when it is quadratic. */
const TOO_STEEP = 4 ** 1.5
/** Below so many milliseconds of the processor's time the clock says nothing about growth. */
const NOISE = 200

/**
 * Fails when four times as much of a repeated text costs far more than four times the processor's time.
 *
 * @param size characters of the smaller text
 */
export function assertGrowsWithText(linter: Linter, unit: string, size: number, format: TextFormat = 'plain'): void {
  const cost = (length: number): number => {
    const text = `2024年工作总结\n\n${unit.repeat(Math.ceil(length / unit.length))}`
    const { user } = process.cpuUsage()
    linter.lint(new ReportDocument(text, format))
    return process.cpuUsage({ user, system: 0 }).user / 1_000
  }
  const middle = (length: number): number => [0, 1, 2].map(() => cost(length)).sort((a, b) => a - b)[1] as number
  if (cost(size * 4) <= Math.max(NOISE, cost(size) * TOO_STEEP)) return
  // the machine collects garbage and has other work: once more, three times each, the middle one counts
  const [small, large] = [middle(size), middle(size * 4)]
  assert.ok(large <= Math.max(NOISE, small * TOO_STEEP), `${small.toFixed(0)} ms for ${size} characters, ${large.toFixed(0)} ms for four times that`)
}
