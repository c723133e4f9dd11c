import { useEffect, useState } from 'preact/hooks'
import type { StudioVideo } from '../../../contract/studio.ts'
import type { BegunUpload, Purpose } from '../../../contract/uploads.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { api } from '../../ui/page-api.ts'
import { pause } from '../../ui/pause.ts'
import { Problem, toProblem } from '../../ui/problem.ts'
import { putPart } from './put-part.ts'
import { type BlobSenders, isFinal, sendBlob } from './send-file.ts'
import { type Speed, TransferSpeed } from './transfer-speed.ts'
import { titleOf } from './transfer-words.ts'

/** A file on its way to the bucket, as pages show it. */
export interface Transfer extends Speed {
  id: string
  videoId: string
  purpose: Purpose
  fileName: string
  sizeBytes: number
  sentBytes: number
  /** `refused`: it cannot be used, and trying again does not help. */
  state: 'sending' | 'paused' | 'failed' | 'refused'
  /** The film was made for this file alone. */
  isNew: boolean
  /** Why it failed. */
  failure: string | undefined
}

interface More {
  /** What one that broke off is resumed by. */
  uploadId?: string
  /** Of captions. */
  language?: string
  label?: string
  isNew?: boolean
}

/** What goes on behind a transfer. */
interface Underway {
  file: File
  more: More
  speed: TransferSpeed
  stop: AbortController
  /** Its id, once the API has been told of it. */
  begun?: Promise<string> | undefined
}

/** Beyond this a part is too large to be held in memory for its checksum. */
const largestChecked = 60 * 1024 ** 3

const senders: BlobSenders = {
  api,
  put: putPart,
  digest: async (bytes) => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    return btoa(String.fromCharCode(...digest))
  },
  pause: async (ms, signal) => {
    await pause(ms, signal)
    if (!navigator.onLine) await once('online', signal)
  },
}

let transfers: readonly Transfer[] = []
const underway = new Map<string, Underway>()
const watchers = new Set<() => void>()
let ids = 0

function show(next: readonly Transfer[]): void {
  transfers = next
  for (const watcher of watchers) watcher()
}

const change = (id: string, changes: Partial<Transfer>): void =>
  show(transfers.map((transfer) => (transfer.id === id ? { ...transfer, ...changes } : transfer)))

const find = (id: string) => transfers.find((transfer) => transfer.id === id)

function forget(id: string): void {
  underway.delete(id)
  show(transfers.filter((transfer) => transfer.id !== id))
}

/** Sends until all is there, or it is paused, cancelled or refused; what has come is never sent again. */
async function run(id: string): Promise<void> {
  const transfer = find(id)
  const one = underway.get(id)
  if (transfer === undefined || one === undefined) return
  const stop = new AbortController()
  one.stop = stop
  one.speed.reset()
  change(id, { state: 'sending', failure: undefined })
  try {
    const uploadId = await begunOnce(transfer, one)
    stop.signal.throwIfAborted()
    await sendBlob(senders, uploadId, one.file, {
      signal: stop.signal,
      onSent: (sentBytes) => {
        if (stop.signal.aborted) return
        one.speed.note(performance.now(), sentBytes)
        change(id, { sentBytes, ...one.speed.speed(transfer.sizeBytes) })
      },
    })
    forget(id)
  } catch (error) {
    // Whoever stopped it said what it is now.
    if (stop.signal.aborted) return
    const state = isFinal(error) && !isSignedOut(error) ? 'refused' : 'failed'
    if (state === 'refused') await forgetVideo(transfer)
    change(id, { state, failure: toProblem(error).message })
  }
}

/** A film that was made for a file goes with it. */
async function forgetVideo({ videoId, isNew }: Transfer): Promise<void> {
  if (!isNew) return
  // Should that fail, the film stays as a draft, and can be deleted there.
  await api.request('DELETE', `/api/studio/videos/${videoId}`).catch(() => undefined)
}

/** After signing in again, in another tab too, it goes on. */
const isSignedOut = (error: unknown) => error instanceof Problem && error.status === 401

/** One that is paused while the API is asked is not begun a second time when it goes on. */
function begunOnce(transfer: Transfer, one: Underway): Promise<string> {
  one.begun ??= begin(transfer, one).catch((error: unknown) => {
    one.begun = undefined
    throw error
  })
  return one.begun
}

async function begin({ videoId, purpose }: Transfer, { file, more }: Underway): Promise<string> {
  const { language, label } = more
  const checkable = crypto.subtle !== undefined && file.size <= largestChecked
  const begun = await api.post<BegunUpload>(`/api/studio/videos/${videoId}/uploads`, {
    fileName: file.name,
    sizeBytes: file.size,
    contentType: file.type,
    ...{ purpose, language, label },
    ...(checkable && { checksum: 'sha256' }),
  })
  return begun.id
}

/** Sends a file for a video that is there. With an `uploadId` it goes on with one that broke off. */
export function sendFor(videoId: string, file: File, purpose: Purpose, more: More = {}): void {
  ids += 1
  const id = String(ids)
  underway.set(id, {
    file,
    more: { ...more },
    speed: new TransferSpeed(),
    stop: new AbortController(),
    ...(more.uploadId && { begun: Promise.resolve(more.uploadId) }),
  })
  const { isNew = false } = more
  const about = { id, videoId, purpose, isNew, fileName: file.name, sizeBytes: file.size }
  const figures = { sentBytes: 0, bytesPerSecond: 0, secondsLeft: null }
  show([...transfers, { ...about, ...figures, state: 'sending', failure: undefined }])
  void run(id)
}

/** Makes a film of a file. @throws Problem when the film cannot be made, or the file is empty */
export async function sendNewVideo(file: File): Promise<StudioVideo> {
  if (file.size === 0) {
    const detail = studioWords('emptyFile')
    throw new Problem({ status: 400, code: 'BAD_REQUEST', detail })
  }
  const video = await api.post<StudioVideo>('/api/studio/videos', { title: titleOf(file.name) })
  sendFor(video.id, file, 'video', { isNew: true })
  return video
}

export function pauseOrResume(id: string): void {
  if (find(id)?.state === 'paused') return void run(id)
  underway.get(id)?.stop.abort()
  change(id, { state: 'paused', bytesPerSecond: 0, secondsLeft: null })
}

export const tryAgain = (id: string): void => void run(id)

/** Stops a transfer, and has the bucket forget what it has of the file. */
export async function cancel(id: string): Promise<void> {
  const one = underway.get(id)
  if (find(id)?.state === 'refused') return forget(id)
  one?.stop.abort()
  change(id, { state: 'paused' })
  const uploadId = await one?.begun?.catch(() => undefined)
  if (uploadId !== undefined) await api.request('DELETE', `/api/studio/uploads/${uploadId}`)
  forget(id)
}

/** The files on their way, as they go; they go on from page to page. */
export function useTransfers(): readonly Transfer[] {
  const [shown, setShown] = useState(transfers)
  useEffect(() => {
    const update = () => setShown(transfers)
    watchers.add(update)
    update()
    return () => {
      watchers.delete(update)
    }
  }, [])
  return shown
}

// Leaving the site would break them off.
addEventListener('beforeunload', (event) => {
  if (transfers.some(({ state }) => state === 'sending')) event.preventDefault()
})

function once(type: 'online', signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    addEventListener(type, () => resolve(), { once: true, signal })
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
