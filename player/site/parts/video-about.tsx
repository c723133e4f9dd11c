import type { About } from '../../../contract/catalog.ts'
import { siteWords } from '../../../contract/words/site.ts'

const lists = ['people', 'categories', 'countries', 'languages'] as const

/** Who made a film, what kind it is, where it is from and what is spoken in it. */
export function VideoAbout({ about }: { about: About }) {
  const known = lists.filter((name) => about[name].length > 0)
  if (known.length === 0) return null
  return (
    <dl class="about">
      {known.map((name) => (
        <div key={name}>
          <dt>{siteWords(`about.${name}`)}</dt>
          <dd>{about[name].join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}
