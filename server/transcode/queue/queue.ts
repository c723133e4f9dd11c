import type { JobKind } from '../../clients/queue.ts'

// What those who ask for an encode and those who do it agree upon.

/** Download, look at the file, plan the work. */
export interface PlanJob {
  videoId: string
  encodeId: string
}

/** One piece of the planned work. */
export interface PieceJob extends PlanJob {
  pieceId: string
}

/** Remove what an encode left in the bucket. */
export type SweepJob = PlanJob

// Three tries with growing pauses, for what may pass. What can never work ends at the first.
const policy = {
  retryLimit: 2,
  retryDelaySeconds: 5,
  // A piece is minutes of film: hours mean that something hangs.
  expireSeconds: 6 * 3600,
  heartbeatSeconds: 30,
}

export const deadPlanJobs: JobKind<PlanJob> = { name: 'transcode-plan-dead', policy }

export const planJobs: JobKind<PlanJob> = {
  name: 'transcode-plan',
  policy,
  deadLetter: deadPlanJobs,
}

export const deadPieceJobs: JobKind<PieceJob> = { name: 'transcode-piece-dead', policy }

export const pieceJobs: JobKind<PieceJob> = {
  name: 'transcode-piece',
  policy,
  deadLetter: deadPieceJobs,
}

export const sweepJobs: JobKind<SweepJob> = {
  name: 'transcode-sweep',
  policy: { ...policy, retryLimit: 10, retryDelaySeconds: 60 },
}

/** Remove all that the bucket holds of a deleted film. */
export interface VideoSweepJob {
  videoId: string
}

export const videoSweepJobs: JobKind<VideoSweepJob> = {
  name: 'transcode-film-sweep',
  policy: sweepJobs.policy,
}

/** Remove one object of a film, unless it is in use by then. */
export interface ObjectSweepJob {
  videoId: string
  key: string
}

export const objectSweepJobs: JobKind<ObjectSweepJob> = {
  name: 'transcode-object-sweep',
  policy: sweepJobs.policy,
}

/** Read uploaded captions. */
export interface CaptionJob {
  uploadId: string
  /** Who uploaded them. */
  actorId: string | null
}

export const captionJobs: JobKind<CaptionJob> = {
  name: 'transcode-captions',
  policy: { ...policy, expireSeconds: 300 },
}
