import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Decimal } from './decimal.js'
import { formatChineseInteger, readNumeral } from './numeral.js'

const LARGEST = 10n ** 12n

/** [text, value, end of the numeral (whole text when absent), least value where it differs] */
const TABLE: readonly (readonly [string, string, (number | undefined)?, string?])[] = [
  ['105', '105'], ['1,234', '1234'], ['1,234.5', '1234.5'], ['12,345,678', '12345678'], ['0.5', '0.5'], ['3.50', '3.5'], ['2010', '2010'],
  ['1.2万', '12000'], ['4262万元', '42620000', 5], ['5.5万余', '55000'], ['3万余人', '30000', 3], ['3余万', '30000'], ['20多万册', '200000', 4], ['10万多名', '100000', 4],
  ['1,132.92亿元', '113292000000', 9], ['1亿2000万', '120000000'], ['3千人', '3000', 2], ['5百', '500'], ['3千米', '3', 1], ['5百分点', '5', 1], ['8千瓦', '8', 1], ['2.5千克', '2.5', 3],
  ['100余场', '100', 4], ['2547余', '2547'], ['400多所', '400', 4], ['1多元', '1', 1], ['2万亿元', '2000000000000', 3], ['5千万', '50000000'], ['3百万', '3000000'], ['1.5百亿', '15000000000'],
  ['一', '1'], ['二', '2'], ['两', '2'], ['九', '9'], ['十', '10'], ['十一', '11'], ['十九', '19'], ['二十', '20'], ['二十三', '23'], ['九十九', '99'],
  ['一百', '100'], ['一百零五', '105'], ['一百一十', '110'], ['一百一十五', '115'], ['三百五', '350'], ['二百零二', '202'], ['两百', '200'], ['九百九十九', '999'],
  ['一千', '1000'], ['一千零一', '1001'], ['一千零二十', '1020'], ['一千二百', '1200'], ['两千三百四十五', '2345'], ['三千零五十', '3050'], ['九千九百九十九', '9999'],
  ['一万', '10000'], ['一万二', '12000'], ['一万零五', '10005'], ['两万五千', '25000'], ['十万', '100000'], ['十二万三千', '123000'], ['二十万', '200000'], ['一百万', '1000000'],
  ['三千四百万', '34000000'], ['一千零五十万', '10500000'], ['一亿', '100000000'], ['一亿二千万', '120000000'], ['三亿零五百万', '305000000'], ['十四亿', '1400000000'], ['一百二十三亿四千五百六十七万八千九百', '12345678900'],
  ['二〇二五', '2025'], ['二〇〇八', '2008'], ['一九九八', '1998'], ['一二三', '123'], ['二零二四', '2024'],
  ['七八', '8', undefined, '7'], ['三五', '5', undefined, '3'], ['两三', '3', undefined, '2'], ['八九十', '90', undefined, '80'], ['三四百', '400', undefined, '300'], ['十七八', '18', undefined, '17'], ['二十五六', '26', undefined, '25'], ['五六千', '6000', undefined, '5000'],
  ['三点五', '3.5'], ['一点九三', '1.93'], ['零点六', '0.6'], ['十二点二五', '12.25'], ['六点零', '6'],
  ['二十多', '20'], ['三千余人', '3000', 3], ['五十多万', '500000'], ['一百余', '100'], ['百余名', '100', 2], ['千余', '1000'], ['万余人', '10000', 2], ['近万'.slice(1), '10000'],
  ['百分之三十', '30'], ['百分之三点五', '3.5'], ['百分之百', '100'], ['百分之九十五点二', '95.2'], ['百分之50', '50'], ['三分之二', '0.666667'], ['二分之一', '0.5'], ['四分之三', '0.75'], ['千分之五', '0.005'], ['五分之一', '0.2'],
  ['十亿', '1000000000'], ['二百五十六', '256'], ['四千零四', '4004'], ['七十', '70'], ['八十八', '88'], ['六百六', '660'], ['五千五', '5500'], ['两千万', '20000000'], ['一千三百亿', '130000000000'],
  ['785820333余', '785820333'], ['98631名', '98631', 5], ['16385人', '16385', 5], ['7064.42万元', '70644200', 8], ['12.5万余', '125000'], ['1540余', '1540'], ['3.14', '3.14'], ['007', '7'],
]

/** Runs of numeral characters that are no number. */
const NONE = ['百千万', '一十一十', '十百', '三三两两', '一百百', '万一', '一二百千', '千百', '二两', '亿万']

describe('readNumeral', () => {
  it(`reads ${TABLE.length} numerals`, () => {
    assert.ok(TABLE.length >= 120)
    for (const [text, value, end = text.length, low = value] of TABLE) {
      const read = readNumeral(text, 0)
      assert.ok(read, text)
      assert.ok(read.value.equals(Decimal.parse(value)), `${text} read as ${read.value}`)
      assert.ok(read.low.equals(Decimal.parse(low)), `${text} from ${read.low}`)
      assert.equal(read.end, end, text)
    }
  })
  it('reads nothing where there is no number', () => {
    for (const text of [...NONE, '数', '多', '第', '。', '']) assert.equal(readNumeral(text, 0), undefined, text)
  })
  it('reads what it prints, in every style, to ten to the power of twelve', () => {
    const value = fc.oneof(fc.bigInt(0n, LARGEST), fc.bigInt(0n, 20_000n), fc.integer({ min: 0, max: 12 }).map((power) => 10n ** BigInt(power)))
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 3 }), (whole, places) => {
        const separated = whole.toString().replace(/\B(?=(?:\d{3}){1,6}$)/g, ',')
        const inTenThousands = Decimal.of(whole, places)
        const cases: [string, Decimal][] = [
          [whole.toString(), Decimal.of(whole)],
          [separated, Decimal.of(whole)],
          [formatChineseInteger(whole), Decimal.of(whole)],
          [`${inTenThousands}万`, inTenThousands.shift(4)],
          [`${inTenThousands}亿`, inTenThousands.shift(8)],
        ]
        for (const [text, expected] of cases) {
          const read = readNumeral(`共${text}，`, 1)
          assert.ok(read !== undefined && read.value.equals(expected), `${text} read as ${read?.value}`)
          assert.equal(read.end, text.length + 1, text)
        }
      }),
      { numRuns: 2000 },
    )
  })
  it('takes linear time', () => {
    const long = '一'.repeat(100_000)
    const start = performance.now()
    for (let at = 0; at < 2000; at++) readNumeral(long, at)
    readNumeral('9'.repeat(100_000), 0)
    assert.ok(performance.now() - start < 1000)
  })
})
