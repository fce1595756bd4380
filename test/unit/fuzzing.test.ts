/** The fuzzer itself: what it counts as broken, and that it tells every way once. */
import assert from 'node:assert/strict'
import { Failures } from '../fuzz/failures.js'
import { FuzzedServer } from '../fuzz/frames.js'
import { messageOf, seedMessages, varyMessages } from '../fuzz/messages.js'
import { Mutator } from '../fuzz/mutate.js'

describe('fuzzing', () => {
  it('failures that differ in numbers alone are one, shown by the shortest input', () => {
    const failures = new Failures()
    assert.equal(failures.add('report', new Error('3-7 of 12'), 'long input'), true)
    assert.equal(failures.add('report', new Error('40-2 of 9'), 'short'), false)
    assert.equal(failures.add('report', new Error('40-2 of 9'), 'longer input'), false)
    assert.equal(failures.add('numerals', new Error('3-7 of 12'), 'x'), true)
    assert.deepEqual(
      failures.all().map(({ target, input, times }) => [target, input, times]),
      [
        ['report', 'short', 3],
        ['numerals', 'x', 1],
      ],
    )
  })

  it('varied inputs are lines that can be read back', () => {
    const mutator = new Mutator(7, [])
    const texts = ['一、甲\n三、乙\n', '\ud800']
    const pool = [...seedMessages(mutator, texts)]
    const kinds = new Set<string>()
    for (let n = 0; n < 500; n++) {
      const input = varyMessages(mutator, mutator.pick(pool), mutator.pick(pool), texts)
      for (const line of input.split('\n')) {
        kinds.add(line.charAt(0))
        if (line.startsWith('+')) assert.match(messageOf(line).method, /^[a-z$][\w$/]*$/i)
        if (/^[!=]/.test(line)) JSON.parse(line.slice(1))
      }
      pool.push(input)
    }
    assert.deepEqual([...kinds].sort(), ['!', '+', '=', '~'])
  })

  describe('of the server', () => {
    const server = new FuzzedServer()
    after(() => server.stop())

    it('an internal error breaks an input that is well typed, and another one not', async () => {
      const nonsense = '{"method":"textDocument/hover","params":{"position":7}}'
      await assert.rejects(server.check(`+${nonsense}`), /textDocument\/hover/)
      await server.check(`~{"jsonrpc":"2.0","id":"x",${nonsense.slice(1)}`)
      await server.check('~{"jsonrpc":"2.0","id":')
    })

    it('one server takes what is refused, and a new one is started behind bytes that cut the stream alone', async () => {
      await server.check('+{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a","version":-1},"contentChanges":[{"text":""}]}}')
      const { started } = server
      await server.check('+{"method":"gongwen/check","params":{"uri":"file:///fuzz/none.md"}}')
      assert.equal(server.started, started)
      await server.check('!"Content-Length: 999999\\r\\n\\r\\n"')
      await server.check('={"enable":"never"}')
      assert.equal(server.started, started + 1)
    })
  })
})
