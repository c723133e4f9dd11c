import t from 'tap'
import { setupUrl } from '../../server/accounts/first-operator.ts'
import { readyVideo } from '../fixtures/media.ts'
import { openStudio } from '../fixtures/studio.ts'
import { play, watchFor } from './watching.ts'

const studio = ['', '/people', '/plans', '/mails', '/numbers', '/payments', '/settings', '/audit']
const legal = [{ slug: 'terms', title: 'Terms', text: '# Terms\n<b style="color:red">All.</b>' }]

t.test('no page, and no film that plays, needs a style that the policy forbids', async (t) => {
  const { page, services, operator, url } = await openStudio(t)
  const refused: string[] = []
  await page.exposeFunction('reportRefusal', (what: string) => refused.push(what))
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) =>
    reportRefusal(location.pathname + ' ' + event.effectiveDirective + ' ' + event.blockedURI))`)
  const { version } = (await operator.get('/api/studio/settings')).json()
  const changed = await operator.request('PATCH', '/api/studio/settings', { version, legal })
  t.equal(changed.statusCode, 200, changed.body)
  const video = await readyVideo(t, services, { size: '640x360', seconds: 12 })
  const shown = { published: true, publishedAt: services.clock.now(), free: true }
  await services.database.video.update({ where: { id: video.id }, data: shown })

  const pages = ['/', '/pricing', '/account', '/legal/terms', ...studio.map((at) => `/studio${at}`)]
  for (const path of pages) {
    await page.goto(url + path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  }
  for (const path of [`/watch/${video.slug}`, `/embed/${video.slug}`]) {
    await page.goto(url + path)
    await play(page)
    await watchFor(page, 1)
    const looks = await page.evaluate(() => {
      const controller = document.querySelector('matinee-player')?.shadowRoot
      const button = controller?.querySelector('media-control-bar media-play-button')
      const range = controller?.querySelector('media-time-range')?.shadowRoot
      const track = range?.querySelector('#progress')
      return {
        button: button === null || button === undefined ? '' : getComputedStyle(button).display,
        styles: controller?.querySelectorAll('style').length,
        moved: track instanceof Element ? Number.parseFloat(getComputedStyle(track).width) : 0,
      }
    })
    t.equal(looks.button, 'flex', 'the controls’ own styles apply')
    t.equal(looks.styles, 0)
    t.ok(looks.moved > 0, 'and what they add later does')
  }
  await page.goto(setupUrl(services))
  await page.getByRole('heading', { level: 1 }).waitFor()
  t.equal(await page.evaluate(() => getComputedStyle(document.body).maxWidth), '416px')
  t.same(refused, [])
})
