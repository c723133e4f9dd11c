import t from 'tap'
import { operationWords } from '../../../contract/words/operations.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { createUser } from '../../../server/accounts/users.ts'
import { addVideo } from '../../fixtures/rows.ts'
import { openStudio } from '../../fixtures/studio.ts'
import { password } from '../../fixtures/visitor.ts'
import { findings, overflow, smallTargets } from '../site/inspect.ts'
import { open } from '../site/visit.ts'

t.test('someone is found, given a film, seen to hold it, and it is taken back', async (t) => {
  const { page, services, database, complaints } = await openStudio(t)
  const now = services.clock.now()
  const ana = await createUser(database, { email: 'ana@films.example', password, now })
  await createUser(database, { email: 'ben@films.example', password, now })
  await addVideo(services, { title: 'Fog' })

  await open(page, '/studio')
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('link', { name: 'ben@films.example' }).waitFor()
  await page.getByLabel('Search people').fill('ana@')
  await page.getByRole('link', { name: 'ben@films.example' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'ana@films.example' }).click()

  await page
    .getByRole('region', { name: peopleWords('mayTheyWatch') })
    .getByLabel('Film')
    .selectOption('Fog')
  await page.getByText(peopleWords('because.not_entitled')).waitFor()

  const given = page.getByRole('region', { name: peopleWords('given') })
  await given.getByLabel('Plan or film').selectOption('Fog')
  await given.getByRole('button', { name: peopleWords('give') }).click()
  await page.getByText('Say why, in a few words.').waitFor()
  t.equal(await database.grant.count(), 0, 'nothing without a reason')
  await given.getByLabel('Reason').fill('Won the draw')
  await given.getByRole('button', { name: peopleWords('give') }).click()
  await given.getByText('Without end · Won the draw').waitFor()
  t.match(await database.grant.findMany(), [{ userId: ana.id, reason: 'Won the draw' }])

  await page.reload()
  await page
    .getByRole('region', { name: peopleWords('mayTheyWatch') })
    .getByLabel('Film')
    .selectOption('Fog')
  await page.getByText(peopleWords('because.granted')).waitFor()
  await given.getByRole('button', { name: peopleWords('takeBack') }).click()
  await given.getByText('Ended early on').waitFor()
  t.same(complaints, [])
})

t.test('an account is closed and opened again; one’s own cannot be', async (t) => {
  const { page, services, database, operator } = await openStudio(t)
  const now = services.clock.now()
  const ana = await createUser(database, { email: 'ana@films.example', password, now })
  await open(page, `/studio/people/${ana.id}`)
  await page.getByRole('button', { name: peopleWords('close') }).click()
  await page.getByText(peopleWords('closeNothing')).waitFor()
  await page.getByRole('button', { name: peopleWords('closeNow') }).click()
  await page.getByText(peopleWords('account.closed')).waitFor()
  t.ok((await database.user.findUniqueOrThrow({ where: { id: ana.id } })).disabledAt)
  await page.getByRole('button', { name: peopleWords('reopen') }).click()
  await page.getByText(peopleWords('account.member')).waitFor()
  await open(page, `/studio/people/${operator.userId}`)
  await page.getByText(peopleWords('yourOwn')).waitFor()
  t.equal(await page.getByRole('button', { name: peopleWords('close') }).count(), 0)
})

t.test('closing says what runs, and pays it back where that is wished', async (t) => {
  const { page, services, database } = await openStudio(t)
  const now = services.clock.now()
  const ana = await createUser(database, { email: 'ana@films.example', password, now })
  await database.plan.create({ data: { id: 'gold', name: 'Gold', stripeProductId: 'prod_1' } })
  await database.subscription.create({
    data: {
      ...{ id: 'sub_1', userId: ana.id, status: 'active', createdAt: now },
      items: {
        create: {
          ...{ id: 'si_1', priceId: 'price_1', productId: 'prod_1' },
          currentPeriodStart: now,
          currentPeriodEnd: new Date('2031-05-03T12:00:00Z'),
        },
      },
    },
  })
  await open(page, `/studio/people/${ana.id}`)
  await page.getByRole('button', { name: peopleWords('close') }).click()
  await page.getByText('3 May 2031. It is cancelled at once').waitFor()
  await page.getByLabel(peopleWords('closeRefund')).check()
  const sent = page.waitForRequest((request) => request.method() === 'PATCH')
  await page.getByRole('button', { name: peopleWords('closeNow') }).click()
  t.same((await sent).postDataJSON(), { disabled: true, refund: true })
})

t.test('what everybody paid is listed, and leads to who did', async (t) => {
  const { page, services, database } = await openStudio(t, { width: 320, height: 640 })
  const now = services.clock.now()
  const ana = await createUser(database, { email: 'ana@films.example', password, now })
  await open(page, '/studio/payments')
  await page.getByText(peopleWords('paymentsNone')).waitFor()
  await database.payment.createMany({
    data: Array.from({ length: 51 }, (_, index) => ({
      ...{ id: `ch_${index}`, userId: ana.id, customerId: 'cus_1', kind: 'other' },
      ...{ status: 'succeeded', amount: 1_000 + index, currency: 'usd' },
      at: new Date(now.getTime() - index * 60_000),
    })),
  })
  await page.reload()
  const list = page.getByRole('list', { name: operationWords('paid') })
  await list.getByText('$10.49').waitFor()
  t.equal(await list.getByRole('listitem').count(), 50)
  t.same([await overflow(page), await smallTargets(page), await findings(page)], [0, [], []])
  await page.getByRole('button', { name: peopleWords('showMore') }).click()
  await list.getByText('$10.50').waitFor()
  await list.getByRole('link', { name: ana.email }).first().click()
  await page.waitForURL(`**/studio/people/${ana.id}`)
})

t.test('an event that was given up is seen and tried again', async (t) => {
  const { page, database, services } = await openStudio(t)
  await open(page, '/studio/payments')
  await page.getByText(operationWords('noneWaiting')).waitFor()
  const created = services.clock.now()
  await database.stripeEvent.create({
    data: {
      ...{ id: 'evt_dead', type: 'ping', status: 'dead', livemode: false, attempts: 12 },
      ...{ createdAt: created, receivedAt: created, lastError: 'Stripe did not answer' },
      payload: Buffer.from(JSON.stringify({ id: 'evt_dead', type: 'ping', data: { object: {} } })),
    },
  })
  await page.reload()
  await page.getByText('Stripe did not answer').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText(operationWords('deadNone')).waitFor()
  const { status } = await database.stripeEvent.findUniqueOrThrow({ where: { id: 'evt_dead' } })
  t.not(status, 'dead')
})

t.test('the pages fit a narrow window, a finger, a screen reader and both themes', async (t) => {
  const { page, operator } = await openStudio(t, { width: 320, height: 640 })
  for (const path of ['/studio/people', `/studio/people/${operator.userId}`, '/studio/payments']) {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 320, height: 640 })
    await open(page, path)
    await page
      .getByRole('region')
      .first()
      .or(page.getByRole('list', { name: 'People' }))
      .waitFor()
    t.equal(await overflow(page), 0, `${path} does not scroll sideways at 320 px`)
    t.same(await smallTargets(page), [], path)
    t.same(await findings(page), [], `${path} dark`)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.locator('html[data-theme="light"]').waitFor()
    t.same(await findings(page), [], `${path} light`)
  }
})

t.test('people are filtered, brought along from a file, and their story is told', async (t) => {
  const { page, services, database, complaints } = await openStudio(t, { width: 390 })
  const now = services.clock.now()
  const ana = await createUser(database, { email: 'ana@films.example', password, now })
  const video = await addVideo(services, { title: 'Fog', slug: 'fog' })
  await database.watchProgress.create({
    data: { userId: ana.id, videoId: video.id, positionSeconds: 3, updatedAt: now },
  })
  await open(page, '/studio/people')
  await page.getByRole('link', { name: 'ana@films.example' }).waitFor()
  await page.getByText(peopleWords('filters')).click()
  await page.getByLabel(peopleWords('filter.neverWatched')).check()
  await page.getByRole('link', { name: 'ana@films.example' }).waitFor({ state: 'detached' })
  await page.getByLabel(peopleWords('filter.status')).selectOption('past_due')
  await page.getByText(peopleWords('nobodySo')).waitFor()
  await page.getByLabel(peopleWords('filter.status')).selectOption('')
  await page.getByLabel(peopleWords('filter.neverWatched')).uncheck()
  await page.getByRole('link', { name: 'ana@films.example' }).waitFor()

  await page.getByText(peopleWords('import'), { exact: true }).click()
  const lines = ['email,film', 'cleo@films.example,fog', 'dan@films.example,no-such', 'x,fog']
  const buffer = Buffer.from(lines.join('\n'))
  const file = { name: 'people.csv', mimeType: 'application/vnd.ms-excel', buffer }
  await page.getByLabel(peopleWords('importFile')).setInputFiles(file)
  await page.getByRole('button', { name: peopleWords('importAll') }).click()
  await page.getByText('Nothing was done, as 2 lines are wrong:').waitFor()
  await page.getByText('Line 3: There is no film with the link “no-such”.').waitFor()
  t.equal(await database.user.count(), 2)
  await page.getByRole('button', { name: 'Bring along the 1 that is right' }).click()
  await page.getByText('New accounts: 1. There already: 0. Free access given: 1.').waitFor()
  t.same(await findings(page), [])
  t.same(await smallTargets(page), [])
  t.equal(await overflow(page), 0)
  await page.getByRole('link', { name: 'cleo@films.example' }).click()
  const story = page.getByRole('region', { name: peopleWords('story') })
  await story.getByText('grant.given, by operator@films.example').waitFor()
  await story.getByText('Opened the account').waitFor()
  t.equal(await overflow(page), 0)
  t.same(complaints, [])
})
