/** What the operator's API answers, as far as these pages rely on it. */

import type { BoughtVideo, Subscription } from '../site/contract.ts'

export type VideoStatus = 'draft' | 'uploading' | 'queued' | 'processing' | 'ready' | 'failed'

export interface Rental {
  amount: number
  currency: string
  startDays?: number
  watchHours?: number
}

export interface Sale {
  amount: number
  currency: string
}

export interface VideoAccess {
  free: boolean
  planIds: string[]
  rent: Rental | null
  buy: Sale | null
  teaserSeconds: number | null
}

export interface StudioCaption {
  id: string
  /** BCP 47 */
  language: string
  label: string
}

export interface StudioVideo {
  id: string
  slug: string
  title: string
  description: string
  status: VideoStatus
  /** 0..1 of the encode. */
  progress: number
  step: string | null
  failure: string | null
  published: boolean
  publishedAt: string | null
  durationSeconds: number | null
  posterUrl: string | null
  access: VideoAccess
  chapters: { startSeconds: number; title: string }[]
  captions: StudioCaption[]
}

export interface EncodeStep {
  kind: 'look' | 'poster' | 'audio' | 'video' | 'storyboard'
  renditions: string[]
  /** 0..1 */
  progress: number
  state: 'waiting' | 'running' | 'done'
}

/** How the newest encode of a film stands. */
export interface StudioEncode {
  id: string
  status: 'waiting' | 'running' | 'finished' | 'failed'
  /** The film can be watched in its first renditions. */
  playable: boolean
  /** It goes before other films. */
  first: boolean
  steps: EncodeStep[]
  secondsLeft: number | null
  failure: string | null
  /** What the failing program said last. */
  log: string | null
}

/** What a film's stream of events tells. */
export interface VideoEvent {
  video: StudioVideo
  encode: StudioEncode | null
}

export interface VideoChange {
  title: string
  slug: string
  description: string
  access: VideoAccess
  chapters: StudioVideo['chapters']
}

export type Purpose = 'video' | 'poster' | 'captions'

export interface BegunUpload {
  id: string
}

export interface StudioUpload {
  id: string
  videoId: string
  purpose: Purpose
  fileName: string
  sizeBytes: number
  partSizeBytes: number
  partCount: number
  checksum: 'sha256' | null
  status: 'open' | 'completing' | 'completed' | 'aborted'
  failure: string | null
  /** What the bucket has already. */
  parts: { partNumber: number; sizeBytes: number; etag: string }[]
}

export interface SignedPart {
  partNumber: number
  url: string
  headers: Record<string, string>
}

/** An account as a list shows it. */
export interface PersonRow {
  id: string
  email: string
  role: 'member' | 'admin'
  createdAt: string
  disabledAt: string | null
}

export interface People {
  users: PersonRow[]
  nextCursor: string | null
}

/** An account with what its owner holds. */
export interface Person extends PersonRow {
  stripeCustomerId: string | null
  subscription: Subscription | null
  purchases: BoughtVideo[]
}

/** Access given without payment. */
export interface Grant {
  id: string
  planId: string | null
  videoId: string | null
  until: string | null
  reason: string
  createdAt: string
  revokedAt: string | null
}

/** Whether someone may watch a film, and what each thing they hold is worth. */
export interface Explanation {
  decision: { allowed: boolean; because: string; until: string | null }
  considered: { what: string; id: string; holds: boolean; because: string; until: string | null }[]
}

/** What reconciling with Stripe found. */
export interface ReconcileRun {
  startedAt: string
  finishedAt: string | null
  eventsFound: number
  customersChecked: number
  customersDrifted: number
  customersFailed: number
}

export interface BillingState {
  waiting: number
  waitingSince: string | null
  dead: number
  lastEventsRun: ReconcileRun | null
  lastSweep: ReconcileRun | null
}

/** An event of the webhook inbox. */
export interface InboxEvent {
  id: string
  type: string
  subject: string | null
  createdAt: string
  attempts: number
  lastError: string | null
}
