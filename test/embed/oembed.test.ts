import t from 'tap'
import { filmAt, oEmbedOf, oEmbedXml } from '../../server/embed/oembed.ts'
import { config } from '../fixtures/config.ts'

const settings = config({ PUBLIC_URL: 'https://films.example' })
const video = { id: 'b6d1', slug: 'tide', title: 'Tide & "Time"', posterKey: 'posters/1.jpg' }
const sizeOf = (limits: object) => {
  const { width, height } = oEmbedOf(settings, video, 'Kino', limits)
  return [width, height]
}

t.test('the frame fits into what it may fill, in the shape of the picture', async (t) => {
  t.same(sizeOf({}), [960, 540])
  t.same(sizeOf({ maxwidth: 640 }), [640, 360])
  t.same(sizeOf({ maxheight: 90 }), [160, 90])
  t.same(sizeOf({ maxwidth: 640, maxheight: 90 }), [160, 90])
  t.same(sizeOf({ maxwidth: 1 }), [1, 1])
})

t.test('a title cannot leave its attribute, nor an XML element', async (t) => {
  const { html } = oEmbedOf(settings, video, 'Kino', {})
  t.match(html, 'title="Tide &amp; &quot;Time&quot;"')
  t.match(html, 'src="https://films.example/embed/tide"')
  t.notMatch(html, 'allowfullscreen', 'which says again what is allowed already')
  const xml = oEmbedXml(oEmbedOf(settings, video, 'Kino & Co', {}))
  t.match(xml, '<provider_name>Kino &amp; Co</provider_name>')
  t.match(xml, '&lt;iframe src=')
})

t.test('only pages of films name a film', async (t) => {
  const at = (url: string) => filmAt(url, ['https://films.example'])
  t.equal(at('https://films.example/watch/tide?t=90'), 'tide')
  t.equal(at('https://films.example/embed/tide'), 'tide')
  for (const url of [
    'https://films.example/',
    'https://films.example/watch/tide/more',
    'https://films.example/watch/%E0%A4%A',
    'https://other.example/watch/tide',
    'http://films.example/watch/tide',
    'tide',
  ]) {
    t.equal(at(url), null, url)
  }
})
