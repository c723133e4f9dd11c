import type { TranscodeDeps } from '../../services.ts'
import type { WorkerOptions } from '../worker-options.ts'
import { testEncoder } from './test-encoder.ts'
import type { VideoEncoder } from './video-encoders.ts'

/** What a worker makes pictures with. */
export interface WorkerEncoder {
  current(): VideoEncoder
  /**
   * To be called when hardware has failed at a film: tests it again. One that fails is not used any
   * more until the worker is started anew.
   *
   * @returns whether it still works
   */
  doubt(): Promise<boolean>
}

/** Tests the encoder that is wanted; in place of one that fails, libx264 is used. */
export async function openEncoder(
  { ffmpeg, log }: Pick<TranscodeDeps, 'ffmpeg' | 'log'>,
  options: Pick<WorkerOptions, 'encoder' | 'ladder' | 'preset'>,
): Promise<WorkerEncoder> {
  let current = options.encoder
  const test = async () => {
    const refusal = await testEncoder(ffmpeg, current, options)
    if (refusal === null) return true
    log.warn({ reason: refusal }, `${current} fails its test here: libx264 is used instead`)
    current = 'libx264'
    return false
  }
  await test()
  return { current: () => current, doubt: test }
}
