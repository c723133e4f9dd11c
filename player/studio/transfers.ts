import Uppy, { type Body, type Meta, type UppyFile } from '@uppy/core'
import { useEffect, useState } from 'preact/hooks'
import type { StudioVideo } from '../../contract/studio.ts'
import type { BegunUpload, Purpose } from '../../contract/uploads.ts'
import { api } from '../ui/page-api.ts'
import { pause } from '../ui/pause.ts'
import { Problem, toProblem } from '../ui/problem.ts'
import { putPart } from './put-part.ts'
import { isFinal, type Senders, sendFile } from './send-file.ts'
import { type Speed, TransferSpeed } from './transfer-speed.ts'
import { titleOf } from './transfer-words.ts'

interface TransferMeta extends Meta {
  videoId: string
  purpose: Purpose
  /** Once the API knows of it: what it is resumed by. */
  uploadId?: string
  /** Of captions. */
  language?: string
  label?: string
  /** The film was made for this file alone. */
  isNew?: boolean
  /** Another try would end alike. */
  refused?: boolean
}

type TransferFile = UppyFile<TransferMeta, Body>

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
  isNew: boolean
  /** Why it failed. */
  failure: string | undefined
}

/** Beyond this a part is too large to be held in memory for its checksum. */
const largestChecked = 60 * 1024 ** 3

const senders: Senders = {
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

// Uppy keeps the list of files, their states and their progress; the sending itself follows our API,
// whose uploads are begun, checked and completed by the server and sent in several parts at a time.
const uppy = new Uppy<TransferMeta, Body>({ autoProceed: true, allowMultipleUploadBatches: true })
uppy.setState({ capabilities: { ...uppy.getState().capabilities, resumableUploads: true } })
uppy.addUploader(async (ids) => {
  await Promise.all(ids.map((id) => transfer(id)))
})

const buckets = new Map<string, TransferSpeed>()
const running = new Map<string, AbortController>()

async function transfer(id: string): Promise<void> {
  const file = uppy.getFile(id)
  uppy.emit('upload-start', [file])
  try {
    await sendUnlessPaused(id)
    if (uppy.getFile(id) === undefined) return
    uppy.emit('upload-success', uppy.getFile(id), { status: 200 })
    uppy.removeFile(id)
  } catch (error) {
    if (uppy.getFile(id) === undefined) return
    if (isFinal(error)) await noteRefusal(id)
    uppy.emit('upload-error', uppy.getFile(id), toProblem(error))
  } finally {
    running.delete(id)
  }
}

/** A film that was made for a file goes with it. */
async function noteRefusal(id: string): Promise<void> {
  const { videoId, isNew } = uppy.getFile(id).meta
  uppy.setFileMeta(id, { refused: true } as TransferMeta)
  if (!isNew) return
  // Should that fail, the film stays as a draft, and can be deleted there.
  await api.request('DELETE', `/api/studio/videos/${videoId}`).catch(() => undefined)
}

/** Sends a file; each pause ends a run, and each resumption begins one where the bucket stands. */
async function sendUnlessPaused(id: string): Promise<void> {
  for (;;) {
    const file = uppy.getFile(id)
    if (file === undefined) return
    const { data, meta } = file
    const stop = new AbortController()
    running.set(id, stop)
    try {
      const uploadId = meta.uploadId ?? (await begin(id))
      await sendFile(senders, uploadId, data as Blob, {
        signal: stop.signal,
        onSent: (bytes) => noteProgress(id, bytes),
      })
      return
    } catch (error) {
      if (!stop.signal.aborted || uppy.getFile(id) === undefined) throw error
    }
    buckets.get(id)?.reset()
    await resumed(id)
  }
}

async function begin(id: string): Promise<string> {
  const { data, meta, name, size, type } = uppy.getFile(id)
  const { videoId, purpose, language, label } = meta
  const checkable = crypto.subtle !== undefined && (size ?? 0) <= largestChecked
  const begun = await api.post<BegunUpload>(`/api/studio/videos/${videoId}/uploads`, {
    fileName: name,
    sizeBytes: (data as Blob).size,
    contentType: type ?? '',
    ...{ purpose, language, label },
    ...(checkable && { checksum: 'sha256' }),
  })
  uppy.setFileMeta(id, { uploadId: begun.id } as TransferMeta)
  return begun.id
}

function noteProgress(id: string, bytesUploaded: number): void {
  const file = uppy.getFile(id)
  if (file === undefined) return
  const speed = buckets.get(id) ?? new TransferSpeed()
  buckets.set(id, speed)
  speed.note(performance.now(), bytesUploaded)
  uppy.emit('upload-progress', file, {
    uploadStarted: file.progress.uploadStarted ?? Date.now(),
    bytesUploaded,
    bytesTotal: file.size ?? bytesUploaded,
  })
}

/** Waits until a file is no longer paused, or no longer there. */
const resumed = (id: string): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (uppy.getFile(id)?.isPaused) return
      uppy.off('state-update', look)
      resolve()
    }
    uppy.on('state-update', look)
    look()
  })

uppy.on('upload-pause', (file, paused) => {
  if (file !== undefined && paused) running.get(file.id)?.abort()
})
uppy.on('file-removed', ({ id }) => {
  buckets.delete(id)
})

/** Sends a file for a film that is there. With an `uploadId` it goes on with one that broke off. */
export function sendFor(
  videoId: string,
  file: File,
  purpose: Purpose,
  more: Pick<TransferMeta, 'uploadId' | 'language' | 'label' | 'isNew'> = {},
): void {
  const meta = { videoId, purpose, ...more } as TransferMeta
  // The same file may well be sent for two films.
  const { name, type } = file
  const id = uppy.addFile({ name, type, data: file, meta, source: `${videoId} ${purpose}` })
  buckets.set(id, new TransferSpeed())
}

/** Makes a film of a file. @throws Problem when the film cannot be made, or the file is empty */
export async function sendNewVideo(file: File): Promise<StudioVideo> {
  if (file.size === 0) {
    const detail = `${file.name}: This file is empty. Choose another one.`
    throw new Problem({ status: 400, code: 'BAD_REQUEST', detail })
  }
  const video = await api.post<StudioVideo>('/api/studio/videos', { title: titleOf(file.name) })
  sendFor(video.id, file, 'video', { isNew: true })
  return video
}

export const pauseOrResume = (id: string): void => void uppy.pauseResume(id)

export const tryAgain = (id: string): void => void uppy.retryUpload(id)

/** Stops a transfer, and has the bucket forget what it has of the file. */
export async function cancel(id: string): Promise<void> {
  const { isPaused, meta } = uppy.getFile(id)
  if (meta.refused) return uppy.removeFile(id)
  if (!isPaused) uppy.pauseResume(id)
  const { uploadId } = meta
  if (uploadId !== undefined) await api.request('DELETE', `/api/studio/uploads/${uploadId}`)
  uppy.removeFile(id)
}

const view = (file: TransferFile): Transfer => {
  const sizeBytes = file.size ?? 0
  const speed = buckets.get(file.id)?.speed(sizeBytes) ?? { bytesPerSecond: 0, secondsLeft: null }
  return {
    id: file.id,
    videoId: file.meta.videoId,
    purpose: file.meta.purpose,
    fileName: file.name,
    sizeBytes,
    sentBytes: file.progress.bytesUploaded || 0,
    state: file.meta.refused
      ? 'refused'
      : file.error
        ? 'failed'
        : file.isPaused
          ? 'paused'
          : 'sending',
    isNew: file.meta.isNew ?? false,
    failure: file.error ?? undefined,
    ...speed,
  }
}

const transfers = (): Transfer[] => uppy.getFiles().map(view)

/** The files on their way, as they go; they go on from page to page. */
export function useTransfers(): Transfer[] {
  const [shown, setShown] = useState(transfers)
  useEffect(() => {
    const update = () => setShown(transfers())
    uppy.on('state-update', update)
    return () => {
      uppy.off('state-update', update)
    }
  }, [])
  return shown
}

// Leaving the site would break them off.
addEventListener('beforeunload', (event) => {
  if (transfers().some(({ state }) => state === 'sending')) event.preventDefault()
})

function once(type: 'online', signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    addEventListener(type, () => resolve(), { once: true, signal })
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
