import type Hls from 'hls.js'
import t from 'tap'
import { startHls } from '../../../player/element/engine/engine.ts'
import type { Rendition } from '../../../player/element/engine/renditions.ts'

const levelOf = (name: string, height: number, videoCodec = 'avc1.64001f') => ({
  ...{ uri: `/play/token/${name}/index.m3u8`, videoCodec },
  ...{ width: (height * 16) / 9, height, bitrate: height * 1000 },
})

/** hls.js, as far as an engine asks for it before it loads anything. */
class PretendHls {
  static readonly Events = { MANIFEST_PARSED: 'parsed', LEVELS_UPDATED: 'updated' }
  static readonly ErrorTypes = { MEDIA_ERROR: 'mediaError' }
  static last: PretendHls | undefined
  readonly config = {}
  readonly #listeners = new Map<string, (() => void)[]>()
  levels = [levelOf('480p', 480), levelOf('1080p', 1080), levelOf('1080p-av1', 1080, 'av01.0.08M')]
  audioTracks = []
  firstLevel = 0
  startLevel = -1

  constructor() {
    PretendHls.last = this
  }

  on(type: string, listener: () => void) {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener])
  }
  tell(type: string) {
    for (const listener of this.#listeners.get(type) ?? []) listener()
  }
  removeLevel(at: number) {
    this.levels = this.levels.filter((_, index) => index !== at)
    this.tell('updated')
  }
  attachMedia() {}
  loadSource() {}
  startLoad() {}
}

t.test('what the device does not play leaves the list of qualities', async (t) => {
  const told: [names: string[], isNew: boolean][] = []
  const nothing = () => undefined
  startHls(
    PretendHls as unknown as typeof Hls,
    {
      ...{ video: Object.assign(new EventTarget(), { paused: true }) as HTMLVideoElement },
      ...{ url: '', position: 0, firstRendition: '480p', fragments: {}, playlists: {} },
      onRenditions: (renditions: Rendition[], isNew: boolean) =>
        told.push([renditions.map(({ id }) => id), isNew]),
      ...{ onSounds: nothing, onBroken: nothing },
    } as unknown as Parameters<typeof startHls>[1],
  )
  const hls = PretendHls.last
  hls?.tell('parsed')
  t.same(told, [[['480p', '1080p'], true]], 'as they stand after the other codec is out')
  hls?.removeLevel(1)
  t.same(told.at(-1), [['480p'], false])
})
