import { spawnSync } from 'node:child_process'

/** The middle of some numbers. */
export function median(numbers) {
  return quantile(numbers, 0.5)
}

/** The value below which a share of some numbers lies. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)]
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at))
}

/** Milliseconds of processor time that this process has used, user and system: other work of the machine is not in it. */
export function cpuMilliseconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Milliseconds of processor time, the best of some rounds: what other work of the machine took cannot make it better. */
export function best(rounds, run) {
  const times = []
  for (let round = -2; round < rounds; round++) {
    const start = cpuMilliseconds()
    run()
    if (round >= 0) times.push(cpuMilliseconds() - start)
  }
  return Math.min(...times)
}

/**
 * Runs contestants in turn, round after round, so that a slow moment of the machine hits them all.
 * Each is { name, run }, and run() gives a count that must be the same every time and above zero.
 */
export async function race(contestants, rounds) {
  const times = new Map(contestants.map(({ name }) => [name, []]))
  const counts = new Map()
  for (let round = -2; round < rounds; round++) {
    for (const { name, run } of contestants) {
      const start = cpuMilliseconds()
      const count = await run()
      const time = cpuMilliseconds() - start
      if (!(count > 0)) throw new Error(`${name} found nothing: it did not do its work`)
      if (counts.has(name) && counts.get(name) !== count) throw new Error(`${name} found ${count} after ${counts.get(name)}`)
      counts.set(name, count)
      if (round >= 0) times.get(name).push(time)
    }
  }
  return contestants.map(({ name }) => ({ name, milliseconds: median(times.get(name)), count: counts.get(name) }))
}

/** CPU seconds (user and system) of one run of a command, from the shell's own account of its children. */
export function cpuSeconds(command, args) {
  // a list of certificates that the machine adds takes Node longer to read than all the rest of its start
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
  const { stdout, status } = spawnSync('bash', ['-c', '"$@" >/dev/null 2>&1; code=$?; times; exit $code', 'bash', command, ...args], { encoding: 'utf8', env })
  const children = stdout.trim().split('\n').at(-1)
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0)
  return { seconds, status }
}
