import t from 'tap'
import { lookAtPlaying } from '../../server/doctor/bucket-cors.ts'
import { lookAtPrivacy, setUpBucket } from '../../server/doctor/examine.ts'
import { putAway } from '../../server/doctor/put-away.ts'
import { services } from '../fixtures/app.ts'

t.test('that a look may not tidy up says nothing of what it looked at', async (t) => {
  const opened = await services(t)
  await setUpBucket(opened)
  const refuse = () => Promise.reject(new Error('not allowed'))
  const deps = { ...opened, storage: { ...opened.storage, delete: refuse } }
  t.match(await lookAtPrivacy(deps), 'signed URLs alone')
  t.match(await lookAtPlaying(deps), 'may fetch films')
  await t.resolves(putAway(deps.storage, 'doctor/any'))
})
