import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import t from 'tap'
import { claimBucket } from '../../server/catalog/bucket-owner.ts'
import { videoSweepJobs } from '../../server/transcode/queue/queue.ts'
import { build } from '../fixtures/app.ts'
import { addPlayableVideo } from '../fixtures/rows.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'docs', 'operating')
const board = readFileSync(join(folder, 'grafana.json'), 'utf8')
const alerts = readFileSync(join(folder, 'alerts.yml'), 'utf8')

interface Rule {
  alert: string
  expr: string
  labels: { severity: string }
  annotations: { summary: string }
}
/** The reader that the tool has which writes the client. */
const ofTool = createRequire(import.meta.url).resolve('@redocly/openapi-core')
const yaml = createRequire(ofTool)('js-yaml') as { load(text: string): unknown }

const named = (text: string) => [
  ...new Set(text.match(/\b(matinee|nodejs|process)_[a-z0-9_]+/g) ?? []),
]

t.test('the board and the alerts name only metrics that are there', async (t) => {
  const { app } = await build(t)
  const { text } = await app.readMetrics()
  const known = new Set([...text.matchAll(/^# TYPE (\S+) (\S+)/gm)].map(([, name]) => name))
  const base = (name: string) => name.replace(/_(count|bucket|sum)$/, '')
  for (const name of named(board + alerts)) t.ok(known.has(name) || known.has(base(name)), name)
  const ours = [...known].filter((name) => name?.startsWith('matinee_'))
  for (const name of ours) t.ok(board.includes(name ?? ''), `the board shows ${name}`)
})

t.test('both can be read by the tools that they are for', async (t) => {
  const { panels } = JSON.parse(board) as { panels: { targets: { expr: string }[] }[] }
  t.ok(panels.length > 10)
  for (const { targets } of panels) for (const { expr } of targets) t.ok(isBalanced(expr), expr)
  const { groups } = yaml.load(alerts) as { groups: { rules: Rule[] }[] }
  const rules = groups.flatMap((group) => group.rules)
  t.ok(rules.length > 10)
  for (const { alert, expr, labels, annotations } of rules) {
    t.match(alert, /^Matinee[A-Z]\w+$/)
    t.ok(isBalanced(expr), expr)
    t.match(labels.severity, /^(page|ticket)$/)
    t.ok(annotations.summary.endsWith('.'), annotations.summary)
  }
})

const isBalanced = (expr: string) =>
  ['()', '{}', '[]'].every(([open = '', close = '']) => {
    return expr.split(open).length === expr.split(close).length
  })

t.test('what goes on is in the figures: jobs, viewers, how viewing went, the bucket', async (t) => {
  const { app, services } = await build(t)
  const { database, queue, clock } = services
  const read = async () => (await app.readMetrics()).text
  t.match(await read(), /^matinee_sessions_live 0$/m)
  await claimBucket(services)
  await queue.send(videoSweepJobs, { videoId: 'none' }, { key: 'none' })
  const film = await addPlayableVideo(services)
  await database.playbackSession.create({
    data: {
      tokenHash: new Uint8Array(32),
      videoId: film.id,
      encodeId: film.encodeId,
      deviceId: 'one',
      lastSeenAt: clock.now(),
    },
  })
  const report = { videoId: film.id, receivedAt: clock.now(), stallCount: 1, startUpMs: 400 }
  await database.viewingReport.createMany({
    data: [
      { ...report, watchedSeconds: 90, stallMs: 1000 },
      { ...report, watchedSeconds: 10, stallMs: 0, errorCode: 'network' },
    ],
  })
  await app.inject('/api/me')
  const text = await read()
  for (const line of [
    'matinee_sessions_live 1',
    'matinee_jobs_waiting{kind="transcode-film-sweep"} 1',
    'matinee_jobs_failing{kind="transcode-film-sweep"} 0',
    'matinee_viewings_reported 2',
    'matinee_viewings_failed 1',
    'matinee_viewing_startup_seconds{quantile="0.95"} 0.4',
    'matinee_viewing_stalled_ratio 0.01',
    'matinee_bucket_sweep_refused 0',
    'matinee_refusals_total{code="SIGN_IN_REQUIRED",reason=""} 1',
  ]) {
    t.ok(text.split('\n').includes(line), line)
  }
  t.match(text, /^matinee_database_connections\{state="active"\} [1-9]/m)
  await database.installation.updateMany({ data: { id: '00000000-0000-4000-8000-000000000000' } })
  t.match(await read(), /^matinee_bucket_sweep_refused 1$/m)
})
