import { test } from 'tap'
import { failuresOf, totalsOf } from './tap-output.ts'

const output = `TAP version 14
# Subtest: dist/test/a.test.js
    # Subtest: a sum
        ok 1 - one and one
        not ok 2 - one and two
          ---
          diff: |
            -3
            +4
          ...
        not ok 3 - for later # TODO
        1..3
        # failed 2 of 3 tests
    not ok 1 - a sum # time=3ms
    1..1
    # failed 1 test
not ok 1 - dist/test/a.test.js # time=55ms

# Subtest: dist/test/b.test.js
    ok 1 - fine
    1..1
not ok 2 - dist/test/b.test.js # time=55ms
  ---
  timeout: 30000
  ...

1..2
# { total: 4, pass: 2, fail: 2, todo: 1 }
`

test('the totals are those of the last line', async (t) => {
  t.strictSame(totalsOf(output), { passed: 2, failed: 2 })
  t.strictSame(totalsOf('TAP version 14\nBail out!\n'), { passed: 0, failed: 0 })
})

test('a failure is told by its file, its test, its sentence and what was found', async (t) => {
  const failures = failuresOf(output)
  t.match(failures, 'dist/test/a.test.js > a sum > one and two')
  t.match(failures, '+4')
  t.match(failures, 'timeout: 30000', 'a file that ended badly after its last assertion')
  t.notMatch(failures, 'one and one')
  t.notMatch(failures, 'for later')
})

test('a run without failures has none to tell', async (t) => {
  t.equal(failuresOf('TAP version 14\nok 1 - fine\n1..1\n'), '')
})
