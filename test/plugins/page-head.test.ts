import t from 'tap'
import { hasHead, type PageHead, writeHead } from '../../server/plugins/page-head.ts'

const template = `<head>
    <meta name="description" content="Films" />
    <title>Start</title>
  </head>`

const head: PageHead = {
  title: 'Tide & <Time>',
  description: 'He said "no" & left',
  canonical: 'https://films.example/watch/tide',
  listed: true,
}

t.test('what people typed stays text', async (t) => {
  const page = writeHead(template, head)
  t.match(page, '<title>Tide &amp; &lt;Time&gt;</title>')
  t.match(page, 'content="He said &quot;no&quot; &amp; left"')
  t.notMatch(page, '<Time>')
})

t.test(
  'a title cannot end the script that describes the film, nor fill in what is replaced',
  async (t) => {
    const name = '</script><script>alert(1)</script> $& $1'
    const page = writeHead(template, { ...head, title: '$&', data: { name } })
    t.equal(page.match(/<\/script>/g)?.length, 1)
    const [, json] = /ld\+json">(.*)<\/script>/.exec(page) ?? []
    t.strictSame(JSON.parse(json ?? ''), { name })
    t.match(page, '<title>$&amp;</title>')
  },
)

t.test('a page that is not listed says so, and only such a page', async (t) => {
  t.match(
    writeHead(template, { ...head, listed: false }),
    '<meta name="robots" content="noindex" />',
  )
  t.notMatch(writeHead(template, head), 'robots')
})

t.test('a picture is named where there is one', async (t) => {
  const pictureUrl = 'https://films.example/api/videos/1/poster'
  const page = writeHead(template, { ...head, pictureUrl })
  t.match(page, `<meta property="og:image" content="${pictureUrl}" />`)
  t.match(page, 'summary_large_image')
  t.notMatch(writeHead(template, head), 'og:image')
})

t.test('the place for the head is found where it is', async (t) => {
  t.ok(hasHead(template))
  t.notOk(hasHead('<head><title>Start</title></head>'))
})
