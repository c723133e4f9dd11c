import t from 'tap'
import { player as english } from '../../../contract/words/en/player.ts'
import { translations } from '../../../contract/words/server-translations.ts'
import { openPlayer } from '../../fixtures/player/player.ts'

const spoken = {
  en: english,
  de: translations.de.player,
  fr: translations.fr.player,
  es: translations.es.player,
}

for (const [lang, words] of Object.entries(spoken)) {
  t.test(`a film is watched to its end in the language ${lang}`, async (t) => {
    const player = await openPlayer(t)
    await player.load({ lang, start: '58', autoplay: undefined, 'page-keys': '' })
    await player.until('the picture', ({ view }) => view.phase === 'ready')
    const inside = player.page.locator('matinee-player')
    const named = (name: unknown) => inside.getByRole('button', { name: String(name), exact: true })
    t.equal(await named(words.settings).count(), 1)
    await player.page.keyboard.press('?')
    await inside.getByText(String(words['key.fullScreen']), { exact: true }).waitFor()
    await player.page.keyboard.press('Escape')
    await player.page.keyboard.press('k')
    await player.until('the end', ({ view }) => view.phase === 'ended')
    await inside.getByText(String(words.ended), { exact: true }).first().waitFor()
    await named(words.watchAgain).click()
    await player.until('the beginning', ({ time, paused }) => time < 10 && !paused)
    t.same(player.complaints, [])
  })
}
