import type { JobKind } from '../clients/queue.ts'

/** Remove what the bucket has of an upload that was given up while it was away. */
export interface AbortJob {
  uploadId: string
}

export const abortJobs: JobKind<AbortJob> = {
  name: 'upload-abort',
  policy: { retryLimit: 20, retryDelaySeconds: 60, expireSeconds: 300, heartbeatSeconds: 30 },
}
