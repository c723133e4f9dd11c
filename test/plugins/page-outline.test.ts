import t from 'tap'
import { type PageHead, writeHead } from '../../server/plugins/page-head.ts'
import { writeOutline } from '../../server/plugins/page-outline.ts'

const head: PageHead = {
  ...{
    title: 'Tide',
    description: '',
    canonical: 'https://films.example/watch/tide',
    listed: true,
  },
}

t.test(
  'what is seen before the code comes: whose site, and of a film its poster and title',
  async (t) => {
    const start = `<head><meta name="description" content="" /><title></title></head><body><a class="brand" href="/"><svg class="mark"></svg><span>Start</span></a>
    <main id="content"></main></body>`
    const video = {
      ...{ id: '1', slug: 'tide', title: '<b>$& Tide' },
      posterUrl: '/api/videos/1/poster',
      posterSizes: [320, 640].map((width) => ({
        ...{ width, type: 'image/jpeg' as const, url: `/poster?a&width=${width}` },
      })),
    }
    const site = {
      ...{
        name: 'Films & <b>',
        description: '',
        language: 'de' as const,
        currency: 'eur' as const,
      },
      ...{ address: '', logoUrl: null, front: false, legal: [] },
    }
    const looks = { lookUrl: null, iconUrl: null }
    const page = writeOutline(start, { ...head, video, site: { site, ...looks } })
    t.match(page, '<svg class="mark"></svg><span>Films &amp; &lt;b&gt;</span>')
    t.match(page, '<h1>&lt;b&gt;$&amp; Tide</h1>')
    t.match(
      page,
      'srcset="/poster?a&amp;width=320 320w, /poster?a&amp;width=640 640w" sizes="100vw"',
    )
    t.match(page, 'src="/api/videos/1/poster"')
    const [, json] = /id="video">(.*)<\/script>/.exec(writeHead(start, { ...head, video })) ?? []
    t.strictSame(JSON.parse(json ?? ''), video, 'the code is told of the same film')

    const logo = { ...site, logoUrl: '/logo?"' }
    const other = writeOutline(start, { ...head, site: { site: logo, ...looks } })
    t.match(other, '<img class="brand-logo" src="/logo?&quot;" alt="" /><span>Films')
    t.match(other, '<main id="content"></main>', 'another page has no film')
    const bare = { ...video, posterUrl: null, posterSizes: [] }
    t.notMatch(writeOutline(start, { ...head, video: bare }), '<img', 'a film without a poster yet')
    t.match(writeOutline(start, head), '<span>Start</span>')
  },
)
