import { type Call, conditionsOf, emptyAnswer, type Operation } from './call.ts'
import { readOutcome } from './conditions.ts'
import { answeredHeaders } from './object-headers.ts'
import { type ObjectRecord, present } from './object-store.ts'
import { parseRange, type Span } from './ranges.ts'

interface Reply {
  readonly status: number
  readonly headers: Record<string, string>
  /** Null for an object of no bytes. */
  readonly span: Span | null
}

/** The status line and headers that GET and HEAD share. Throws PreconditionFailed, InvalidRange. */
function replyTo(call: Call, record: ObjectRecord): Reply | null {
  const version = { etag: record.etag, modified: new Date(record.modified) }
  if (readOutcome(conditionsOf(call), version) === 'not-modified') return null
  const headers = answeredHeaders(call, record)
  const span = parseRange(call.read('range'), record.size)
  if (span === null) {
    const whole = record.size === 0 ? null : { start: 0, end: record.size - 1 }
    headers['content-length'] = String(record.size)
    return { status: 200, headers, span: whole }
  }
  headers['content-length'] = String(span.end - span.start + 1)
  headers['content-range'] = `bytes ${span.start}-${span.end}/${record.size}`
  return { status: 206, headers, span }
}

function notModified(call: Call, record: ObjectRecord) {
  const { etag, 'last-modified': modified, 'cache-control': cache } = answeredHeaders(call, record)
  return emptyAnswer(304, {
    ...(etag === undefined ? {} : { etag }),
    ...(modified === undefined ? {} : { 'last-modified': modified }),
    ...(cache === undefined ? {} : { 'cache-control': cache }),
  })
}

export const getObject: Operation = async (call) => {
  const { bucket, key } = call.address
  const object = present(await call.buckets.find(bucket).objects.open(key), key)
  let streaming = false
  try {
    const reply = replyTo(call, object.record)
    if (reply === null) return notModified(call, object.record)
    const { status, headers, span } = reply
    const body = object.stream(span)
    streaming = body !== null
    return { status, headers, ...(body === null ? {} : { body }) }
  } finally {
    if (!streaming) await object.release()
  }
}

export const headObject: Operation = async (call) => {
  const { bucket, key } = call.address
  const record = present(await call.buckets.find(bucket).objects.record(key), key)
  const reply = replyTo(call, record)
  if (reply === null) return notModified(call, record)
  return { status: reply.status, headers: reply.headers }
}
