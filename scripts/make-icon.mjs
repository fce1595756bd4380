/** `node scripts/make-icon.mjs`: draws images/icon.png, a page under a red heading with a tick, 128×128. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

const SIZE = 128
/** Points looked at along each side of a pixel, for smooth edges. */
const FINE = 4

/** Whether a point is in a rectangle with round corners. */
const inBox = (x, y, [left, top, right, bottom], radius) => {
  const dx = Math.max(left + radius - x, 0, x - (right - radius))
  const dy = Math.max(top + radius - y, 0, y - (bottom - radius))
  return x >= left && x <= right && y >= top && y <= bottom && dx * dx + dy * dy <= radius * radius
}

/** Whether a point is within `half` of the line from a to b. */
const onLine = (x, y, [ax, ay], [bx, by], half) => {
  const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)))
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) <= half
}

/** Colours with the shapes that they fill; the first that holds a point paints it. */
const LAYERS = [
  [[255, 255, 255], (x, y) => onLine(x, y, [76, 93], [86, 103], 4.5) || onLine(x, y, [86, 103], [104, 82], 4.5)],
  [[46, 139, 87], (x, y) => Math.hypot(x - 90, y - 92) <= 26],
  [[255, 255, 255], (x, y) => Math.hypot(x - 90, y - 92) <= 30 && inBox(x, y, [24, 16, 104, 114], 6)],
  [[200, 30, 30], (x, y) => inBox(x, y, [38, 30, 90, 40], 2)],
  [[200, 30, 30], (x, y) => inBox(x, y, [34, 48, 94, 51], 0)],
  [[120, 130, 140], (x, y) => [62, 76, 90].some((top, i) => inBox(x, y, [34, top, i === 0 ? 94 : 60, top + 5], 2))],
  [[255, 255, 255], (x, y) => inBox(x, y, [24, 16, 104, 114], 6)],
  [[178, 24, 24], (x, y) => inBox(x, y, [0, 0, SIZE, SIZE], 24)],
]

function pixel(px, py) {
  const sum = [0, 0, 0, 0]
  for (let i = 0; i < FINE * FINE; i++) {
    const x = px + ((i % FINE) + 0.5) / FINE
    const y = py + (Math.floor(i / FINE) + 0.5) / FINE
    const colour = LAYERS.find(([, holds]) => holds(x, y))?.[0]
    if (colour !== undefined) [...colour, 255].forEach((value, channel) => (sum[channel] += value))
  }
  const covered = sum[3] / 255
  return covered === 0 ? [0, 0, 0, 0] : [sum[0] / covered, sum[1] / covered, sum[2] / covered, sum[3] / (FINE * FINE)].map(Math.round)
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

const rows = Array.from({ length: SIZE }, (_, y) => Buffer.from([0, ...Array.from({ length: SIZE }, (__, x) => pixel(x, y)).flat()]))
const header = Buffer.alloc(13)
header.writeUInt32BE(SIZE, 0)
header.writeUInt32BE(SIZE, 4)
header.set([8, 6, 0, 0, 0], 8) // 8 bits a channel, colours with transparency
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
  chunk('IEND', Buffer.alloc(0)),
])
const folder = join(import.meta.dirname, '..', 'images')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'icon.png'), png)
