import t from 'tap'
import { developmentOnly } from '../../server/local/development-only.ts'

t.test('what only development has is asked for in one sentence where it is missing', async (t) => {
  const missing = () => import('a-package-that-is-not-there' as string)
  await t.rejects(developmentOnly(missing, 'set S3_BUCKET'), {
    message: /^Local mode needs what a production installation leaves out: set S3_BUCKET, or run /,
  })
})

t.test('what is there is given, and what fails otherwise fails as it is', async (t) => {
  t.equal(await developmentOnly(async () => 'here', ''), 'here')
  const broken = async () => {
    throw new Error('broken')
  }
  await t.rejects(developmentOnly(broken, ''), { message: 'broken' })
})
