import t from 'tap'
import { finishPiece } from '../../server/transcode/pieces/finish-piece.ts'
import type { PieceResult } from '../../server/transcode/pieces/piece-result.ts'
import { planEncode } from '../../server/transcode/plan/plan.ts'
import { plannedSegments } from '../../server/transcode/plan/plan-segments.ts'
import { services } from '../fixtures/app.ts'
import { addVideo } from '../fixtures/rows.ts'
import { sourceFacts } from '../fixtures/source-facts.ts'

const plan = planEncode(
  sourceFacts({ seconds: 20, texts: [{ stream: 2, language: 'en', title: null, form: 'srt' }] }),
)

function resultOf(name: string): PieceResult {
  const piece = plan.pieces.find((one) => one.name === name)
  if (piece === undefined) throw new Error(`there is no ${name}`)
  if (name === 'poster') return { posterKey: 'videos/x/y/poster.jpg' }
  const renditions = piece.renditions.map((rendition) => {
    const seconds = plannedSegments(plan, piece, rendition).samples.map(() => 4)
    const zeros = seconds.map(() => 0)
    const keys = { offsets: zeros, bytes: zeros, seconds }
    const codecs = piece.kind === 'audio' ? 'mp4a.40.2' : 'avc1.64001F'
    return [
      rendition,
      { codecs, configuration: 'x', initBytes: 1, seconds, bytes: seconds.map(() => 9), keys },
    ]
  })
  return { renditions: Object.fromEntries(renditions) }
}

t.test(
  'captions found in a file are given once, and stay away when they are taken away',
  async (t) => {
    const deps = await services(t)
    const { database, clock } = deps
    const { id: videoId } = await addVideo(deps)
    const old = { videoId, language: 'fr', label: 'Français', key: 'old', fromFile: true }
    await database.caption.create({ data: old })
    const { id: encodeId } = await database.encode.create({
      data: { videoId, sourceKey: 'originals/new', plan: JSON.parse(JSON.stringify(plan)) },
    })
    const ids = new Map<string, string>()
    for (const [position, { name }] of plan.pieces.entries()) {
      const row = { encodeId, name, position, priority: 0, weight: 1 }
      ids.set(name, (await database.encodePiece.create({ data: row })).id)
    }
    const finish = (name: string, result = resultOf(name)) => {
      clock.advance(60)
      return finishPiece(deps, encodeId, ids.get(name) ?? '', result)
    }
    const languages = async () =>
      (await database.caption.findMany({ where: { videoId } })).map(({ language }) => language)

    const ofFirst = plan.pieces.filter(({ renditions }) => renditions.includes(plan.firstRung))
    const sound = plan.pieces.filter(({ kind }) => kind === 'audio')
    for (const { name } of [...ofFirst, ...sound]) await finish(name)
    t.equal(await finish('poster'), 'playable')
    t.same(await languages(), ['fr'], 'those of the file before stay until the new one is read')

    const captions = [{ language: 'en', label: 'English', key: 'videos/x/y/captions/0.vtt' }]
    await finish('captions', { captions })
    t.same(await languages(), ['en'])

    await database.caption.deleteMany({ where: { videoId } })
    const done = new Set(['poster', 'captions', ...[...ofFirst, ...sound].map(({ name }) => name)])
    const rest = plan.pieces.filter(({ name }) => !done.has(name))
    t.ok(rest.length > 0)
    for (const { name } of rest) await finish(name)
    t.same(await languages(), [])
  },
)
