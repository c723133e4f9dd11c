import { createMatineeClient } from '@matinee/client'
import t from 'tap'
import { createUser } from '../../server/accounts/users.ts'
import { build } from '../fixtures/app.ts'
import { addPlayableVideo } from '../fixtures/rows.ts'
import { password } from '../fixtures/visitor.ts'

t.test('an integrator signs in, looks at the films and is told what is wrong', async (t) => {
  const { app, services } = await build(t)
  const baseUrl = await app.listen({ host: '127.0.0.1', port: 0 })
  const email = 'ana@films.example'
  const now = services.clock.now()
  await createUser(services.database, { email, password, role: 'member', now })
  const { id: videoId } = await addPlayableVideo(services, { video: { free: true } })

  const client = createMatineeClient({ baseUrl })
  const stranger = await client.GET('/api/me')
  t.equal(stranger.data, undefined)
  t.equal(stranger.error?.code, 'SIGN_IN_REQUIRED')

  const wrong = await client.POST('/api/auth/sign-in', {
    body: { email, password: 'not this one' },
  })
  t.equal(wrong.error?.code, 'WRONG_CREDENTIALS')
  const entered = await client.POST('/api/auth/sign-in', { body: { email, password } })
  t.equal(entered.data?.user.email, email)
  const me = await client.GET('/api/me')
  t.equal(me.data?.user.role, 'member', 'the sign-in is kept')

  const { data } = await client.GET('/api/videos', { params: { query: { limit: 5 } } })
  t.same(
    data?.videos.map(({ id, access }) => [id, access.because]),
    [[videoId, 'free']],
  )
  const none = await client.GET('/api/videos/{idOrSlug}', {
    params: { path: { idOrSlug: 'no-such-film' } },
  })
  t.equal(none.response.status, 404)
  t.equal(none.error?.code, 'NOT_FOUND')

  t.equal((await client.POST('/api/auth/sign-out')).response.status, 204)
  t.equal((await client.GET('/api/me')).error?.code, 'SIGN_IN_REQUIRED', 'and so is its end')
})
