import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { BegunUpload, StudioUpload } from '../../../contract/uploads.ts'
import type { Clock } from '../../clients/clock.ts'
import type { Terminal } from '../terminal.ts'
import { type Operator, type OperatorSession, operatorSession } from './operator-session.ts'
import { progressLine } from './progress-line.ts'
import { sendFromDisk } from './send-from-disk.ts'

interface UploadDeps extends Terminal {
  clock: Clock
  pause(ms: number): Promise<unknown>
  /** Whose site it is, and who signs in, as far as the arguments leave it open. */
  operator(given: Partial<Operator>): Promise<Operator>
}

export const uploadCommandHelp = `matinee upload FILE --title TITLE [--plan PLAN]... [--free]
  --title TITLE    what the film is called; one of this name whose upload broke off is gone on with
  --plan PLAN      whose subscribers may watch; may be given several times
  --free           everyone may watch
  --server URL     the site, such as https://films.example
  --email EMAIL    the operator's account; its password is asked for, or read from standard input`

const options = {
  title: { type: 'string' },
  plan: { type: 'string', multiple: true },
  free: { type: 'boolean' },
  server: { type: 'string' },
  email: { type: 'string' },
} as const

interface Video {
  id: string
  title: string
  status: string
}

/**
 * `matinee upload …`: sends a film to a running Matinee as the studio's page does, straight to the
 * bucket and part by part. Run again, it goes on where it broke off.
 *
 * @param args what stands behind "upload"
 * @throws Error whose message is the sentence to show
 */
export async function uploadFile(deps: UploadDeps, args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file] = positionals
  const title = values.title?.trim()
  if (file === undefined || positionals.length > 1 || !title) throw new Error(uploadCommandHelp)
  const path = resolve(file)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new Error(`There is no file ${path}.`)
  if (found.size === 0) throw new Error(`${path} is empty.`)

  const { server, email } = values
  const operator = await deps.operator({ ...(server && { server }), ...(email && { email }) })
  const session = operatorSession(operator)
  const wanted = { title, fileName: basename(path), sizeBytes: found.size }
  const { videoId, uploadId, resumed } = await findOrBegin(session, wanted)
  if (values.plan || values.free) {
    const access = { free: values.free ?? false, ...(values.plan && { planIds: values.plan }) }
    await session.request('PATCH', `/api/studio/videos/${videoId}`, { access })
  }
  deps.say(`${resumed ? 'Going on with' : 'Uploading'} ${wanted.fileName} as "${title}".`)
  await sendShowing(deps, session, path, { uploadId, total: found.size })
  deps.say(`It is there and will be encoded: ${operator.server}/studio/films/${videoId}`)
}

/** Where films of that title are found, be there ever so many others. */
const listOf = (title: string) =>
  // The search takes so many characters, and finds letters and digits.
  /[\p{L}\p{N}]/u.test(title)
    ? `/api/studio/videos?q=${encodeURIComponent(title.slice(0, 100))}`
    : '/api/studio/videos'

async function findOrBegin(
  session: OperatorSession,
  { title, fileName, sizeBytes }: { title: string; fileName: string; sizeBytes: number },
) {
  const { videos } = await session.request<{ videos: Video[] }>('GET', listOf(title))
  const named = videos.filter((video) => video.title === title)
  for (const { id } of named) {
    const url = `/api/studio/videos/${id}/uploads`
    const { uploads } = await session.request<{ uploads: StudioUpload[] }>('GET', url)
    const broken = uploads.find(
      (upload) =>
        upload.purpose === 'video' &&
        upload.fileName === fileName &&
        upload.sizeBytes === sizeBytes,
    )
    if (broken !== undefined) return { videoId: id, uploadId: broken.id, resumed: true }
  }
  // A film that waits for its file is the one meant; one that has a file is another of that name.
  const video =
    named.find(({ status }) => status === 'draft' || status === 'uploading') ??
    (await session.request<Video>('POST', '/api/studio/videos', { title }))
  const begun = await session.request<BegunUpload>(
    'POST',
    `/api/studio/videos/${video.id}/uploads`,
    {
      ...{ fileName, sizeBytes, contentType: '', checksum: 'sha256' },
    },
  )
  return { videoId: video.id, uploadId: begun.id, resumed: false }
}

async function sendShowing(
  { clock, show, say, pause }: UploadDeps,
  session: OperatorSession,
  path: string,
  { uploadId, total }: { uploadId: string; total: number },
): Promise<void> {
  let first: { sent: number; at: number } | undefined
  let shownAt = Number.NEGATIVE_INFINITY
  const onSent = (sent: number) => {
    const now = clock.monotonic()
    first ??= { sent, at: now }
    if (now - shownAt < 200 && sent < total) return
    shownAt = now
    const pace = { sentNow: sent - first.sent, seconds: (now - first.at) / 1000 }
    show?.(progressLine(sent, total, pace))
  }
  await sendFromDisk({ session, path, onSent, pause }, uploadId)
  if (show) say('')
}
