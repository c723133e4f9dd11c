import type { VideoDetails } from '../../../contract/catalog.ts'
import { languageName } from '../../../contract/words/format.ts'
import { siteWords } from '../../../contract/words/site.ts'

const lists = [
  'people',
  'categories',
  'tags',
  'countries',
  'languages',
  'sound',
  'captions',
] as const

/** Who made a film, what kind it is, where it is from, and in what it is heard and read. */
export function VideoAbout({ video }: { video: VideoDetails }) {
  const { about, soundLanguages, captionLanguages } = video
  const facts = {
    ...about,
    sound: soundLanguages.map((code) => languageName(code)),
    captions: captionLanguages.map((code) => languageName(code)),
  }
  const known = lists.filter((name) => facts[name].length > 0)
  if (known.length === 0) return null
  return (
    <dl class="about">
      {known.map((name) => (
        <div key={name}>
          <dt>{siteWords(`about.${name}`)}</dt>
          <dd>{facts[name].join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}
