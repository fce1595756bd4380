import assert from 'node:assert/strict'
import { ReportDocument } from './report-document.js'
import { signatureOf } from './signature.js'

describe('signatureOf', () => {
  const read = (last: string): string => {
    const { date, unit } = signatureOf(new ReportDocument(`清溪镇2024年工作总结\n\n2024年，全镇推进各项工作，各项任务按期完成。\n\n${last}`, 'plain'))
    return `${unit?.name ?? '-'} ${date === undefined ? '-' : [date.year, date.month, date.day ?? '-', date.at.block.text.slice(date.start, date.end)].join(' ')}`
  }
  it('reads unit and date on two lines or on one', () => {
    assert.equal(read('清溪镇人民政府\n2025年01月08日'), '清溪镇人民政府 2025 1 8 2025年01月08日')
    assert.equal(read('　　清溪镇人民政府　　2024年12月30号'), '清溪镇人民政府 2024 12 30 2024年12月30号')
  })
  it('reads Chinese numerals and dates with points', () => {
    assert.equal(read('清溪镇人民政府\n二〇二五年十月三十一日'), '清溪镇人民政府 2025 10 31 二〇二五年十月三十一日')
    assert.equal(read('清溪镇人民政府\n2024.12.30'), '清溪镇人民政府 2024 12 30 2024.12.30')
  })
  it('takes no sentence for a signature', () => {
    assert.equal(read('2025年，全镇将再接再厉，再创佳绩。'), '- -')
  })
})
