import t from 'tap'
import { checkWrite, readOutcome } from '../src/conditions.ts'

const modified = new Date('2026-03-01T12:00:00.700Z')
const version = { etag: 'abc', modified }
const at = modified.toUTCString()
const before = new Date(modified.getTime() - 1000).toUTCString()
const after = new Date(modified.getTime() + 1000).toUTCString()

t.test('reading under conditions', async (t) => {
  const table = [
    [{}, 'send'],
    [{ ifMatch: '"abc"' }, 'send'],
    [{ ifMatch: 'abc' }, 'send'],
    [{ ifMatch: '"x", "abc"' }, 'send'],
    [{ ifMatch: '*' }, 'send'],
    [{ ifMatch: '"x"' }, 'failed'],
    [{ ifNoneMatch: '"abc"' }, 'not-modified'],
    [{ ifNoneMatch: 'W/"abc"' }, 'not-modified'],
    [{ ifNoneMatch: '*' }, 'not-modified'],
    [{ ifNoneMatch: '"x"' }, 'send'],
    [{ ifModifiedSince: before }, 'send'],
    [{ ifModifiedSince: at }, 'not-modified'],
    [{ ifModifiedSince: after }, 'not-modified'],
    [{ ifModifiedSince: 'some day' }, 'send'],
    [{ ifUnmodifiedSince: before }, 'failed'],
    [{ ifUnmodifiedSince: at }, 'send'],
    [{ ifUnmodifiedSince: 'some day' }, 'send'],
    [{ ifMatch: '"abc"', ifUnmodifiedSince: before }, 'send'],
    [{ ifNoneMatch: '"x"', ifModifiedSince: at }, 'send'],
    [{ ifNoneMatch: '"abc"', ifModifiedSince: before }, 'not-modified'],
    [{ ifMatch: '"abc"', ifNoneMatch: '"abc"' }, 'not-modified'],
  ] as const
  for (const [conditions, expected] of table) {
    const what = JSON.stringify(conditions)
    if (expected === 'failed') {
      t.throws(() => readOutcome(conditions, version), { code: 'PreconditionFailed' }, what)
    } else {
      t.equal(readOutcome(conditions, version), expected, what)
    }
  }
})

t.test('writing under conditions', async (t) => {
  t.doesNotThrow(() => checkWrite({}, version))
  t.doesNotThrow(() => checkWrite({ ifNoneMatch: '*' }, null))
  t.throws(() => checkWrite({ ifNoneMatch: '*' }, version), { code: 'PreconditionFailed' })
  t.throws(() => checkWrite({ ifNoneMatch: '"abc"' }, null), { code: 'NotImplemented' })
  t.doesNotThrow(() => checkWrite({ ifMatch: '"abc"' }, version))
  t.throws(() => checkWrite({ ifMatch: '"x"' }, version), { code: 'PreconditionFailed' })
  t.throws(() => checkWrite({ ifMatch: '"x"' }, null), { code: 'NoSuchKey' })
})
