import type { Access } from '../../../contract/access.ts'
import { type Problem, Refused } from './problems.ts'

/** What whoever may not watch on from a preview's end is told. */
export const restRefused = ({ because, offers }: Access): Problem => ({
  status: 402,
  code: 'PAYMENT_REQUIRED',
  reason: because,
  offers,
})

/** Lengths in a playlist are rounded. */
const roundingSeconds = 0.01

/** The film beyond a preview. Its segments are not asked for: the API would only refuse them. */
export class BeyondPreview {
  readonly #access: () => Promise<Access>
  #asked: Promise<Access> | undefined
  /** Paid for meanwhile: from then on the API alone decides. */
  #isOpen = false

  /** @param access whether the viewer may watch the film by now */
  constructor(access: () => Promise<Access>) {
    this.#access = access
  }

  /** @param teaserSeconds how long the preview is; null when all may be watched */
  has({ start }: { start: number }, teaserSeconds: number | null): boolean {
    return !this.#isOpen && teaserSeconds !== null && start >= teaserSeconds - roundingSeconds
  }

  /** Rejects with `Refused`, which says what would help, unless the viewer may watch it all by now. */
  async admit(): Promise<void> {
    // Picture and sound come to the end together.
    this.#asked ??= this.#access().finally(() => {
      this.#asked = undefined
    })
    const access = await this.#asked
    this.#isOpen = access.allowed
    if (!access.allowed) throw new Refused(restRefused(access))
  }
}
