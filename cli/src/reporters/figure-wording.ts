import type { ComparisonObstacle, Say } from '@gongwen/engine'

/** Why two reports cannot be compared, and what to do. */
export function obstacleInWords(obstacle: ComparisonObstacle, [last, current]: readonly [string, string], say: Say): string {
  const declare = say('，请在文首写上三行：---、gongwen: { profile: { year: 年份 } }、---', ': put gongwen: { profile: { year: … } } into its front matter')
  switch (obstacle) {
    case 'last-year-unknown':
      return say(`看不出 ${last} 说的是哪一年${declare}`, `cannot tell the year of ${last}${declare}`)
    case 'current-year-unknown':
      return say(`看不出 ${current} 说的是哪一年${declare}`, `cannot tell the year of ${current}${declare}`)
    case 'same-year':
      return say(`两份报告说的是同一年：${last}、${current}`, `both reports are of one year: ${last}, ${current}`)
    case 'wrong-order':
      return say(
        `先后颠倒：先写上年的报告，再写今年的（gongwen compare ${current} ${last}）`,
        `wrong order: last year’s report comes first (gongwen compare ${current} ${last})`,
      )
  }
}
