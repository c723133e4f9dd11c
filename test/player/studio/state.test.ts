import { randomUUID } from 'node:crypto'
import t from 'tap'
import { stateWords } from '../../../contract/words/state.ts'
import { videoSweepJobs } from '../../../server/transcode/queue/queue.ts'
import { openStudio } from '../../fixtures/studio.ts'
import { findings, overflow } from '../site/inspect.ts'
import { open } from '../site/visit.ts'

t.test('work that was given up is seen with its reason, and tried again', async (t) => {
  const { page, services, database } = await openStudio(t)
  const videoId = randomUUID()
  await services.queue.send(videoSweepJobs, { videoId }, { key: videoId })
  await database.$executeRaw`update jobs.job set state = 'failed', retry_count = 10,
    output = '{"message": "AccessDenied"}', completed_on = now()`
  await open(page, '/studio/state')
  await page.getByText('AccessDenied').waitFor()
  t.same(await findings(page), [])
  t.equal(await overflow(page), 0)
  const reads = (value: string) =>
    page.context().addCookies([{ name: 'matinee_language', value, url: page.url() }])
  await reads('fr')
  await open(page, '/studio/state')
  const month = new Intl.DateTimeFormat('fr', { month: 'long' }).format()
  await page
    .locator('.ledger-more', { hasText: ` ${month} ` })
    .first()
    .waitFor()
  await reads('en')
  await open(page, '/studio/state')
  await page.getByRole('button', { name: stateWords('retry') }).click()
  await page.getByText(stateWords('noJobs')).waitFor()
})
