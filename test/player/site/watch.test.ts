import type { Page } from 'playwright-core'
import t from 'tap'
import { accessWords, reasonWords } from '../../../contract/words/access.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { offerWords } from '../../../contract/words/offers.ts'
import { siteWords } from '../../../contract/words/site.ts'
import type { MatineePlayer } from '../../../player/element/define.ts'
import { problem, startFakeApi } from './fake-api.ts'
import {
  allowed,
  aVideo,
  catalogue,
  member,
  planOffers,
  refused,
  rentAndBuy,
} from './fake-videos.ts'
import { open, settled, visitor, where } from './visit.ts'

const aMembersVideo = (access = allowed('subscription')) => aVideo({ title: 'Night Ferry', access })

/** Sends what the player sends when something is chosen on one of its panels. */
const fromThePlayer = (page: Page, type: string, detail: object) =>
  page.evaluate(
    ([type, detail]) => {
      const event = new CustomEvent(String(type), { detail, bubbles: true, composed: true })
      document.querySelector('matinee-player')?.dispatchEvent(event)
    },
    [type, detail] as const,
  )

/** What opens, and never plays: the fake has no film. */
const aSession = {
  ...{ id: 'a', token: 'a', hlsUrl: '/play/a/main.m3u8', expiresInSeconds: 3600 },
  ...{
    resumeSeconds: 0,
    keepsPlace: true,
    teaserSeconds: null,
    captions: [],
    storyboardUrl: null,
    extras: 'none',
  },
  ...{ chapters: [], first: [] },
}

const chooseOrSignIn = reasonWords('sign_in_required', planOffers)?.title ?? ''

t.test('a film that may be watched has its player, its story and its chapters', async (t) => {
  const video = aMembersVideo()
  const api = await startFakeApi(t, { videos: [video], me: member() })
  const { page, complaints } = await visitor(t, api)
  await open(page, '/watch/night-ferry')
  await page.locator('matinee-player').waitFor()
  t.equal(await page.locator('matinee-player').getAttribute('video-id'), video.id)
  t.equal(await page.title(), 'Night Ferry · Matinee')
  await page.getByText('Two sisters walk').waitFor()
  t.equal(await page.getByRole('region', { name: 'Chapters' }).getByRole('button').count(), 4)
  t.same(complaints, [])
})

t.test(
  'the player’s sign-in is renewed by the page, for all tabs, and nobody notices',
  async (t) => {
    const api = await startFakeApi(t, { videos: [aMembersVideo()], me: member() })
    const { page } = await visitor(t, api)
    await open(page, '/')
    api.answer('POST /api/videos/:idOrSlug/playback', (_request, reply) => {
      if (!renewed) return problem(reply, 401, 'SIGN_IN_REQUIRED')
      return problem(reply, 402, 'PAYMENT_REQUIRED', { reason: 'subscription_ended', offers: [] })
    })
    let renewed = false
    api.answer('POST /api/auth/refresh', (_request, reply) => {
      renewed = true
      return reply.code(204).send()
    })
    const stamp = () => page.evaluate(() => localStorage.getItem('matinee.renewed'))
    t.equal(await stamp(), null)
    await page
      .getByRole('link', { name: /Night Ferry/ })
      .first()
      .click()
    await page.getByRole('heading', { name: accessWords('subscription_ended.title') }).waitFor()
    t.ok(await stamp(), 'the other tabs know')
    t.equal(api.bodies('POST', '/api/auth/refresh').length, 1)
  },
)

t.test('a chapter jumps to its place', async (t) => {
  const api = await startFakeApi(t, { videos: [aMembersVideo()], me: member() })
  const { page } = await visitor(t, api)
  await open(page, '/watch/night-ferry')
  await page.locator('matinee-player').waitFor()
  await page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    Object.defineProperty(video, 'currentTime', { value: 0, writable: true })
  })
  await page.getByRole('button', { name: /Over the pass/ }).click()
  const time = await page.evaluate(
    () => (document.querySelector('matinee-player') as MatineePlayer).video.currentTime,
  )
  t.equal(time, 1260)
})

t.test(
  'a film that may not be watched says why, and every way to it leads to paying',
  async (t) => {
    const access = refused('sign_in_required', [...planOffers, ...rentAndBuy])
    const video = aMembersVideo(access)
    const api = await startFakeApi(t, { videos: [video] })
    const { page, complaints } = await visitor(t, api)
    await open(page, '/watch/night-ferry')
    const paywall = page.getByRole('region', { name: chooseOrSignIn })
    await paywall.getByText(reasonWords('sign_in_required', access.offers)?.text ?? '').waitFor()
    t.equal(await page.locator('matinee-player').count(), 0)
    const from = 'from=%2Fwatch%2Fnight-ferry&title=Night+Ferry'
    for (const [name, href] of [
      [
        /^Standard First 14 days free, then US\$9 a month/,
        `/checkout?priceId=price_standard_month&${from}`,
      ],
      [/^Rent .*US\$3\.99/, `/checkout?videoId=${video.id}&kind=rent&${from}`],
      [/^Buy .*US\$12\.99/, `/checkout?videoId=${video.id}&kind=buy&${from}`],
      ['Sign in', '/sign-in?next=%2Fwatch%2Fnight-ferry'],
    ] as const) {
      t.equal(await paywall.getByRole('link', { name }).getAttribute('href'), href)
    }
    t.ok(await page.getByRole('button', { name: /Over the pass/ }).isDisabled())
    t.same(complaints, [])
  },
)

t.test('who signs in on the way sees the film as their own', async (t) => {
  const video = aMembersVideo(refused('sign_in_required'))
  const api = await startFakeApi(t, { videos: [video] })
  const { page } = await visitor(t, api)
  await open(page, '/watch/night-ferry')
  video.access = allowed('subscription')
  await page
    .getByRole('region', { name: chooseOrSignIn })
    .getByRole('link', { name: 'Sign in' })
    .click()
  await page.getByLabel('E-mail address').fill('ana@example.com')
  await page.getByLabel('Password', { exact: true }).fill('correct horse')
  await page.keyboard.press('Enter')
  await page.locator('matinee-player').waitFor()
  t.equal(where(page), '/watch/night-ferry')
})

t.test(
  'what is chosen in the player leads to paying, to the billing page, to signing in',
  async (t) => {
    const video = aMembersVideo()
    const api = await startFakeApi(t, { videos: [video], me: member(null) })
    const { page } = await visitor(t, api)
    const [plan] = planOffers
    const choices: [string, object, RegExp][] = [
      ['matinee-offer', { offer: plan, priceId: 'price_standard_year' }, /\/stripe\/checkout$/],
      ['matinee-offer', { offer: rentAndBuy[0], priceId: null }, /\/stripe\/checkout$/],
      ['matinee-offer', { offer: { kind: 'portal' }, priceId: null }, /\/stripe\/portal$/],
      [
        'matinee-offer',
        { offer: { ...plan, change: true }, priceId: 'p' },
        /\/account\/change\?priceId=p&/,
      ],
    ]
    for (const [type, detail, destination] of choices) {
      await open(page, '/watch/night-ferry')
      await page.locator('matinee-player').waitFor()
      await fromThePlayer(page, type, detail)
      await page.waitForURL(destination)
    }
    t.same(api.bodies('POST', '/api/billing/checkout'), [
      { priceId: 'price_standard_year' },
      { videoId: video.id, kind: 'rent' },
    ])
    api.world.me = null
    await open(page, '/watch/night-ferry')
    await page.locator('matinee-player').waitFor()
    await fromThePlayer(page, 'matinee-sign-in', {})
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    t.equal(where(page), '/sign-in?next=%2Fwatch%2Fnight-ferry')
  },
)

t.test('who was signed out on another device comes to a door that is open', async (t) => {
  const video = aMembersVideo()
  const api = await startFakeApi(t, { videos: [video], me: member() })
  const { page } = await visitor(t, api)
  await open(page, '/watch/night-ferry')
  const player = page.locator('matinee-player')
  await player.waitFor()
  api.world.me = null
  video.access = refused('sign_in_required')
  // As the player asks once its film has been stopped.
  t.equal(await player.evaluate((element) => (element as MatineePlayer).renewSignIn?.()), false)
  await page
    .getByRole('region', { name: chooseOrSignIn })
    .getByRole('link', { name: 'Sign in' })
    .click()
  await page.getByLabel('E-mail address').waitFor()
  t.equal(where(page), '/sign-in?next=%2Fwatch%2Fnight-ferry')
})

t.test('paying in one tab opens the film in another, and what plays there goes on', async (t) => {
  const video = aMembersVideo(refused('not_entitled'))
  const free = aVideo({ title: 'Glasshouse' })
  const api = await startFakeApi(t, { videos: [video, free], me: member(null) })
  const { page, context } = await visitor(t, api)
  await open(page, '/watch/night-ferry')
  await page.getByRole('region', { name: accessWords('not_entitled.title') }).waitFor()
  const playing = await context.newPage()
  await open(playing, '/watch/glasshouse')
  await playing.locator('matinee-player').evaluate((player) => player.setAttribute('seen', ''))
  const paying = await context.newPage()
  video.access = allowed('subscription')
  api.world.me = member()
  await open(paying, '/account/welcome?session_id=cs_1')
  await page.locator('matinee-player').waitFor()
  await playing.getByRole('link', { name: 'Plans' }).waitFor({ state: 'detached' })
  t.equal(await playing.locator('matinee-player[seen]').count(), 1)
})

t.test('a teaser plays although the film may not be watched', async (t) => {
  const video = { ...aMembersVideo(refused('not_entitled')), teaserSeconds: 60 }
  const api = await startFakeApi(t, { videos: [video] })
  const { page } = await visitor(t, api)
  await open(page, '/watch/night-ferry')
  await page.locator('matinee-player').waitFor()
  t.equal(await page.locator('.paywall').count(), 0)
  const rest = page.getByRole('region', { name: siteWords('watchAll') })
  await rest.getByText(siteWords('previewLength', { length: '1 min' })).waitFor()
  t.equal(await rest.getByRole('link', { name: /Standard/ }).count(), 1)
})

t.test('a film that is not there says so, and leads to the others', async (t) => {
  const api = await startFakeApi(t)
  const { page } = await visitor(t, api)
  await open(page, '/watch/no-such-film')
  await page.getByRole('heading', { name: 'There is no such film' }).waitFor()
  t.equal(await page.title(), 'No such film · Matinee')
  await page.getByRole('main').getByRole('link', { name: 'All films' }).click()
  await page.locator('.catalogue').waitFor()
})

t.test('a film that does not load can be asked for again', async (t) => {
  const api = await startFakeApi(t, { videos: [aMembersVideo()], me: member() })
  const { page } = await visitor(t, api)
  api.fail('GET /api/videos/:idOrSlug', 503, 'UNAVAILABLE')
  await page.goto('/watch/night-ferry')
  await page.getByRole('alert').waitFor()
  api.restore('GET /api/videos/:idOrSlug')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('matinee-player').waitFor()
  await settled(page)
})

t.test('a film tells its languages, and leads on to others like it', async (t) => {
  const languages = { captionLanguages: ['de', 'pt-BR', '???'], soundLanguages: ['en'] }
  const videos = [aVideo({ title: 'Night Ferry', ...languages }), aVideo({ title: 'Glasshouse' })]
  const api = await startFakeApi(t, { videos })
  const { page } = await visitor(t, api)
  await open(page, '/watch/night-ferry')
  await page.getByText('German, Brazilian Portuguese, ???').waitFor()
  await page.getByText('English', { exact: true }).first().waitFor()
  const similar = page.getByRole('region', { name: 'More like this' })
  t.equal(await similar.getByRole('link').count(), 1)
  await similar.getByRole('link', { name: /Glasshouse/ }).click()
  await page.getByRole('heading', { name: 'Glasshouse' }).waitFor()
  api.fail('GET /api/videos/:idOrSlug/similar', 503, 'UNAVAILABLE')
  await open(page, '/watch/night-ferry')
  t.equal(await similar.count(), 0)
  t.equal(await page.getByRole('alert').count(), 0, 'the page is whole without them')
})

t.test('who presses “Watch” or “Continue” comes to a film that plays', async (t) => {
  const begun = { ...aMembersVideo(), resumeSeconds: 63 }
  for (const [video, name] of [
    [aMembersVideo(), siteWords('watch')],
    [begun, siteWords('continueAt', { time: '1:03' })],
  ] as const) {
    const api = await startFakeApi(t, { videos: [video], me: member() })
    const { page } = await visitor(t, api)
    await open(page, '/')
    await page.getByRole('main').getByRole('link', { name, exact: true }).first().click()
    await page.locator('matinee-player[autoplay]').waitFor()
    t.equal(
      where(page),
      '/watch/night-ferry',
      'the address, passed on or loaded again, starts nothing',
    )
    await page.reload()
    await page.locator('matinee-player').waitFor()
    t.equal(await page.locator('matinee-player[autoplay]').count(), 0)
  }
})

t.test(
  'a link to a time begins there; one that cannot be read, where the viewer was',
  async (t) => {
    const api = await startFakeApi(t, { videos: [aMembersVideo()], me: member() })
    const { page } = await visitor(t, api)
    for (const [given, start] of [
      ['63', '63'],
      ['1m3s', '63'],
      ['1:03', '63'],
      ['soon', null],
    ] as const) {
      await open(page, `/watch/night-ferry?t=${given}`)
      await page.locator('matinee-player').waitFor()
      t.equal(await page.locator('matinee-player').getAttribute('start'), start, given)
    }
  },
)

t.test('after a click on a chapter the keys are the film’s, but not in a field', async (t) => {
  const api = await startFakeApi(t, { videos: [aMembersVideo()], me: member() })
  // The film is still being opened: nothing stands over it.
  t.teardown(api.hold('POST /api/videos/:idOrSlug/playback'))
  const { page } = await visitor(t, api)
  await page.addInitScript(() => {
    const calls: string[] = []
    Object.assign(window, { calls })
    HTMLMediaElement.prototype.play = async () => void calls.push('play')
  })
  await open(page, '/watch/night-ferry')
  await page.locator('matinee-player').waitFor()
  const calls = () => page.evaluate(() => (window as unknown as { calls: string[] }).calls.length)
  const muted = () =>
    page.evaluate(() => (document.querySelector('matinee-player') as MatineePlayer).video.muted)
  await page.getByRole('button', { name: /Over the pass/ }).click()
  const before = await calls()
  const scrolled = await page.evaluate(() => scrollY)
  await page.keyboard.press('m')
  t.equal(await muted(), true)
  await page.keyboard.press(' ')
  t.equal(await calls(), before + 1, 'the space bar plays the film and presses no chapter')
  t.equal(await page.evaluate(() => scrollY), scrolled)
  const search = page.getByRole('searchbox').first()
  if (await search.isVisible()) {
    await search.fill('')
    await page.keyboard.type('m ')
    t.equal(await muted(), true, 'in a field they are letters')
  }
})

t.test('at its end other films are offered, and one press plays the next', async (t) => {
  const videos = catalogue().map((video) => ({ ...video, access: allowed('subscription') }))
  const api = await startFakeApi(t, { videos, me: member() })
  t.teardown(api.hold('POST /api/videos/:idOrSlug/playback'))
  const { page } = await visitor(t, api)
  await open(page, '/watch/night-ferry')
  await page.locator('matinee-player').waitFor()
  await page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    video.dispatchEvent(new Event('ended'))
  })
  const next = page.locator('matinee-player .end').getByRole('link')
  await next.first().waitFor()
  t.equal(await next.count(), 4)
  t.notOk((await next.allTextContents()).includes('Night Ferry'))
  const title = (await next.first().textContent()) ?? ''
  await next.first().click()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  await page.locator('matinee-player[autoplay]').waitFor()
})

for (const width of [390, 1280]) {
  t.test(`a payment that has failed is told once, beside the film (${width} px)`, async (t) => {
    const graceUntil = '2031-05-10T12:00:00Z'
    const me = member({ status: 'past_due', graceUntil })
    const api = await startFakeApi(t, { videos: [aMembersVideo()], me })
    api.answer('POST /api/videos/:idOrSlug/playback', (_request, reply) =>
      reply.code(201).send({ ...aSession, notice: { kind: 'payment_failed', graceUntil } }),
    )
    const { page } = await visitor(t, api, { width })
    await page.route('**/play/**', () => undefined)
    await open(page, '/watch/night-ferry')
    await page.locator('matinee-player').waitFor()
    await page.waitForFunction(
      () => (document.querySelector('matinee-player') as MatineePlayer).view.notice !== null,
    )
    const ways = await page.getByRole('button', { name: offerWords('updateCard') }).all()
    const shown = await Promise.all(ways.map((one) => one.isVisible()))
    t.equal(shown.filter(Boolean).length, 1)
    const banner = await page.getByRole('region', { name: accountWords('payment') }).boundingBox()
    const player = await page.locator('matinee-player').boundingBox()
    if (banner === null || player === null) throw new Error('Something is not on the page.')
    t.ok(banner.y + banner.height <= player.y || player.y + player.height <= banner.y)
  })
}
