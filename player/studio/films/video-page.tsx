import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso/router'
import type { StudioEncode, StudioVideo, VideoEvent } from '../../../contract/studio.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { useThing } from '../parts/use-thing.ts'
import { DeleteVideo } from './delete-video.tsx'
import { ArchiveVideo, DuplicateVideo } from './film-acts.tsx'
import { useVideoEvents } from './follow-video.ts'
import { PreviewLinks } from './preview-links.tsx'
import { PublishVideo } from './publish-video.tsx'
import { ShareVideo } from './share-video.tsx'
import { VideoCaptions } from './video-captions.tsx'
import { VideoFile } from './video-file.tsx'
import { VideoForm } from './video-form.tsx'

/** What the page is made of, in the order in which a film is made. */
const groups = [
  ['about', () => studioWords('about.legend')],
  ['access', () => studioWords('whoCanWatch')],
  ['publishing', () => studioWords('publishing.legend')],
  ['file', () => studioWords('file')],
  ['captions', () => studioWords('captions')],
] as const

export function VideoPage() {
  const { id = '' } = useRoute().params
  const {
    loaded,
    thing: video,
    setChanged,
    reload,
  } = useThing<StudioVideo>('/api/studio/videos', id)
  const [round, setRound] = useState(0)
  const [encode, setEncode] = useState<StudioEncode | null>(null)
  useTitle(video?.title ?? uiWords('film'))
  useVideoEvents(id, tell, reload)

  function tell(event: VideoEvent) {
    setChanged(event.video)
    setEncode(event.encode)
  }

  return (
    <div class="page studio">
      <p class="crumb">
        <a href="/studio">{uiWords('allFilms')}</a>
      </p>
      {video === undefined && loaded.status === 'loading' && (
        <>
          <h1>{uiWords('film')}</h1>
          <Waiting>{studioWords('loadingFilm')}</Waiting>
        </>
      )}
      {loaded.status === 'failed' && video === undefined && (
        <>
          <h1>
            {[400, 404].includes(loaded.problem.status)
              ? studioWords('noSuchFilm')
              : uiWords('film')}
          </h1>
          <Failure what={studioWords('filmFailed')} problem={loaded.problem} retry={loaded.retry} />
        </>
      )}
      {video !== undefined && (
        <>
          <h1>{video.title}</h1>
          <nav class="groups" aria-label={studioWords('groups')}>
            {groups.map(([id, name]) => (
              <a key={id} class="groups-link" href={`#${id}`}>
                {name()}
              </a>
            ))}
          </nav>
          <div class="video-page">
            <VideoForm
              key={`${video.id} ${round}`}
              video={video}
              onSaved={setChanged}
              onDiscard={(stored) => {
                setChanged(stored)
                setRound(round + 1)
              }}
            />
            <div class="video-side">
              <VideoFile video={video} encode={encode} onChanged={reload} />
              <VideoCaptions video={video} onChanged={reload} />
              {video.state !== 'archived' && <PublishVideo video={video} onChanged={setChanged} />}
              {video.durationSeconds !== null && (
                <ButtonLink look="quiet" href={`/watch/${video.slug}`}>
                  {studioWords(video.published ? 'look' : 'preview')}
                </ButtonLink>
              )}
              <ShareVideo video={video} />
              {video.durationSeconds !== null && <PreviewLinks video={video} />}
              <DuplicateVideo video={video} />
              <ArchiveVideo video={video} onChanged={setChanged} />
              <DeleteVideo video={video} />
            </div>
          </div>
        </>
      )}
    </div>
  )
}
