/**
 * The candidates that somebody who typed `word` may have meant, nearest first: those a few letters away, those that hold
 * the word, and those whose last part (after the slash) is near.
 *
 * @param most how many to give at most
 */
export function closest(word: string, candidates: readonly string[], most = 3): string[] {
  const wanted = word.toLowerCase()
  const near = candidates
    .map((candidate) => ({ candidate, distance: distanceTo(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(wanted.length * 0.4)))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
  const best = near[0]?.distance ?? 0
  return near
    .filter(({ distance }) => distance <= best + 1)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

function distanceTo(wanted: string, candidate: string): number {
  const name = candidate.slice(candidate.lastIndexOf('/') + 1)
  if (wanted.length >= 3 && candidate.includes(wanted)) return 0.5
  return Math.min(editDistance(wanted, candidate), editDistance(wanted, name) + 0.5)
}

/** Letters to insert, delete, replace or swap with their neighbour to make one word of the other. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number): number => (rows[i] as number[])[j] as number
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped))
    }
  }
  return at(a.length, b.length)
}
