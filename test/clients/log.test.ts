import { Writable } from 'node:stream'
import t from 'tap'
import { openLog, withoutSecrets } from '../../server/clients/log.ts'

t.test('what lets its holder in does not get through', async (t) => {
  const table: [secret: string, text: string][] = [
    ['Zm9vYmFyYmF6', 'GET /play/Zm9vYmFyYmF6/720p/12.m4s failed'],
    ['Zm9vYmFyYmF6', '"/play/Zm9vYmFyYmF6"'],
    ['deadbeef', 'https://b.s3.amazonaws.com/k?X-Amz-Signature=deadbeef&X-Amz-Expires=60'],
    ['AKIAEXAMPLE', '?X-Amz-Credential=AKIAEXAMPLE%2F20260301'],
    ['FwoGZXIvYXdz', '?x-amz-security-token=FwoGZXIvYXdz'],
    ['r3s3t', 'https://films.example/reset-password#token=r3s3t'],
    ['51Habc', 'Invalid API key: sk_live_51Habc'],
    ['51Habc', 'rk_test_51Habc'],
    ['9f8e7d', 'whsec_9f8e7d'],
    ['eyJhbGciOiJIUzI1NiJ9', 'cookie eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln'],
    ['hunter2', 'postgresql://matinee:hunter2@db.internal:5432/matinee'],
  ]
  for (const [secret, text] of table) {
    t.notMatch(withoutSecrets(text), secret, text)
    t.match(withoutSecrets(text), /\[redacted\]/, text)
  }
})

t.test('everything else is left as it is', async (t) => {
  for (const text of [
    'GET /api/videos?cursor=12',
    'https://films.example:8443/watch/the-third-reel',
    'ana@films.example signed in',
    '/player/element.js',
  ]) {
    t.equal(withoutSecrets(text), text)
  }
})

/** A log, and what it has written. */
function openTestLog(level = 'trace') {
  const lines: string[] = []
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  return { log: openLog(level, destination), lines }
}

t.test('each line is JSON, of the level asked for and above', async (t) => {
  const { log, lines } = openTestLog('info')
  log.debug('left out')
  log.info({ videoId: '7' }, 'encoded')
  t.equal(lines.length, 1)
  t.match(JSON.parse(lines[0] ?? ''), { level: 30, videoId: '7', msg: 'encoded' })
})

t.test('errors are written without the secrets in them, wherever those are', async (t) => {
  const { log, lines } = openTestLog()
  const error = Object.assign(new Error('GET https://b/k?X-Amz-Signature=SECRET1 failed'), {
    config: { url: 'https://b/k?X-Amz-Signature=SECRET2' },
    cause: new Error('"/play/SECRET3"'),
  })
  log.error({ err: error })
  log.error(error, 'the key whsec_SECRET4')
  log.error(error)
  t.equal(lines.length, 3)
  for (const line of lines) {
    t.notMatch(line, /SECRET/)
    t.match(JSON.parse(line), { err: { type: 'Error', message: /failed/ } }, 'still JSON')
  }
})

t.test('secret headers are not written, whoever logs them', async (t) => {
  const { log, lines } = openTestLog()
  const headers = {
    cookie: 'a=SECRET',
    authorization: 'Bearer SECRET',
    'set-cookie': ['SECRET'],
    'stripe-signature': 't=1,v1=SECRET',
    host: 'films.example',
  }
  log.info({ headers })
  log.info({ request: { headers } })
  t.equal(lines.length, 2)
  for (const line of lines) {
    t.notMatch(line, /SECRET/)
    t.match(line, /films\.example/)
  }
})
