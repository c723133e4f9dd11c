import type { Config } from '../../config.ts'
import type { Rung } from '../plan/ladder.ts'

/** By the name that ffmpeg has for it. */
export type VideoEncoder = Config['VIDEO_ENCODER']

/** Beside H.264, for which an operator has the choice, there is AV1. */
export type PictureEncoder = VideoEncoder | 'libsvtav1'

/** Encoders differ in how long they try; every one of these plays everywhere. */
export type Preset = 'superfast' | 'veryfast' | 'faster' | 'fast' | 'medium' | 'slow'

/** What an encoder is told beside what all are told. */
interface Manner {
  /** Opens the device; comes before all inputs. */
  device: string[]
  /** Filters that bring a picture to where the encoder takes it. */
  handOver: string
  /** What is made; absent: H.264's High profile. */
  profile?: string[]
  /** Quality is constant up to the cap, as far as the encoder can; its key frames are IDR frames. */
  quality(rung: Rung, preset: Preset, group: number): string[]
  /** Whether its words for quality hold the cap. */
  ownCap?: boolean
}

/** What chips aim at where they want an average beside the quality and the cap. */
const average = ({ maxBitsPerSecond }: Rung) => String(Math.round(0.75 * maxBitsPerSecond))

/**
 * Chips and their drivers differ most in how they use B-frames, so these are not used: what is decoded
 * first is shown first, in every piece alike.
 */
const noReordering = ['-bf', '0']

/** SVT-AV1 tries as long as x264 does, by numbers of its own: the quickest is 13. */
const av1Presets: Record<Preset, string> = {
  ...{ superfast: '12', veryfast: '11', faster: '10' },
  ...{ fast: '8', medium: '7', slow: '6' },
}

const manners: Record<PictureEncoder, Manner> = {
  libx264: {
    device: [],
    handOver: 'format=yuv420p',
    quality: ({ crf }, preset, group) => [
      ...['-preset', preset, '-crf', String(crf)],
      // Groups of one length in every rung: no IDR at scene changes.
      ...['-keyint_min', String(group), '-sc_threshold', '0', '-forced-idr', '1'],
    ],
  },
  h264_nvenc: {
    device: [],
    handOver: 'format=yuv420p',
    quality: ({ crf }) => [
      // At one number NVENC leaves more errors than x264 and spends less; caps are the same.
      ...['-preset', 'p5', '-tune', 'hq', '-rc', 'vbr', '-cq', String(crf + 2), '-b:v', '0'],
      ...['-forced-idr', '1', '-no-scenecut', '1', '-strict_gop', '1', ...noReordering],
    ],
  },
  h264_vaapi: {
    // Without a name: the first that works.
    device: ['-init_hw_device', 'vaapi=gpu', '-filter_hw_device', 'gpu'],
    handOver: 'format=nv12,hwupload',
    quality: (rung) => [
      ...['-rc_mode', 'QVBR', '-global_quality', String(rung.crf), '-b:v', average(rung)],
      ...['-idr_interval', '0', ...noReordering],
    ],
  },
  h264_qsv: {
    device: [],
    handOver: 'format=nv12',
    quality: (rung) => [
      ...['-preset', 'medium', '-global_quality', String(rung.crf), '-b:v', average(rung)],
      ...['-look_ahead', '0', '-adaptive_i', '0', '-adaptive_b', '0'],
      ...['-forced_idr', '1', '-idr_interval', '0', ...noReordering],
    ],
  },
  h264_videotoolbox: {
    device: [],
    handOver: 'format=nv12',
    // From 1 to 100, the best: 60 where x264 has 22.
    quality: ({ crf }) => ['-q:v', String(104 - 2 * crf), '-allow_sw', '0', ...noReordering],
  },
  libsvtav1: {
    device: [],
    handOver: 'format=yuv420p',
    profile: [],
    quality: ({ crf, maxBitsPerSecond }, preset) => [
      ...['-preset', av1Presets[preset], '-crf', String(crf)],
      // Its cap, in kilobits, counts only when it is told so: ffmpeg's -maxrate would make it a target.
      ...[
        '-svtav1-params',
        `tune=1:scd=0:irefresh-type=2:mbr=${Math.round(maxBitsPerSecond / 1000)}`,
      ],
    ],
    ownCap: true,
  },
}

export const deviceArguments = (encoder: PictureEncoder): string[] => manners[encoder].device
export const handOverFilters = (encoder: PictureEncoder): string => manners[encoder].handOver

/** @param group frames from one IDR to the next, as this rung counts them */
export function encoderArguments(
  encoder: PictureEncoder,
  rung: Rung,
  { preset, group }: { preset: Preset; group: number },
): string[] {
  const cap = rung.maxBitsPerSecond
  const { profile = ['-profile:v', 'high'], quality, ownCap = false } = manners[encoder]
  return [
    ...['-c:v', encoder, ...profile, ...quality(rung, preset, group)],
    ...(ownCap ? [] : ['-maxrate', String(cap), '-bufsize', String(2 * cap)]),
    ...['-g', String(group)],
    ...['-force_key_frames', `expr:eq(mod(n,${group}),0)`],
  ]
}

/** Whether a chip does it, which may be missing or fail where a processor would not. */
export const isHardware = (encoder: PictureEncoder): boolean =>
  encoder !== 'libx264' && encoder !== 'libsvtav1'

/** CUDA sets aside far more addresses than there is memory: a limit to them keeps it from starting. */
export const encoderLimits = (encoder: PictureEncoder): { memoryBytes?: number } =>
  encoder === 'h264_nvenc' ? { memoryBytes: 0 } : {}
