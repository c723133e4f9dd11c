// What an ffmpeg on a machine with a video chip would make of its arguments, for machines without:
// strict about everything that the chip's encoder is told, then libx264 in its place. Prints the
// arguments for the true ffmpeg, quoted for a shell.
import { readFileSync } from 'node:fs'

const [faultFile = '', addressLimit, ...args] = process.argv.slice(2)

/** What the chip does wrong just now; an empty word when it is well. */
function fault(): string {
  try {
    return readFileSync(faultFile, 'utf8')
  } catch {
    return ''
  }
}

function refuse(encoder: string, why: string): never {
  console.error(`[${encoder} @ 0x5581] [error] ${why}`)
  process.exit(1)
}

/** Of each option the exact value, or what it has to look like. */
const strict: Record<string, Record<string, RegExp>> = {
  h264_nvenc: {
    '-preset': /^p[1-7]$/,
    '-tune': /^hq$/,
    '-rc': /^vbr$/,
    '-cq': /^\d+$/,
    '-b:v': /^0$/,
    '-forced-idr': /^1$/,
    '-no-scenecut': /^1$/,
    '-strict_gop': /^1$/,
    '-bf': /^0$/,
  },
  h264_vaapi: {
    '-rc_mode': /^QVBR$/,
    '-global_quality': /^\d+$/,
    '-b:v': /^\d{6,}$/,
    '-idr_interval': /^0$/,
    '-bf': /^0$/,
  },
}
const everyEncoder: Record<string, RegExp> = {
  '-profile:v': /^high$/,
  '-maxrate': /^\d{6,}$/,
  '-bufsize': /^\d{6,}$/,
  '-g': /^\d+$/,
  '-force_key_frames': /^expr:eq\(mod\(n,\d+\),0\)$/,
}
const x264Only = ['-crf', '-keyint_min', '-sc_threshold']

/** One output: from its `-map` to its path. */
function encode(output: string[]): string[] {
  const value = (name: string) => output[output.indexOf(name) + 1] ?? ''
  const encoder = value('-c:v')
  const own = strict[encoder]
  if (own === undefined) return output
  const wanted = { ...own, ...everyEncoder }
  for (const [name, shape] of Object.entries(wanted)) {
    if (!output.includes(name)) refuse(encoder, `${name} is missing`)
    if (!shape.test(value(name))) refuse(encoder, `${name} cannot be ${value(name)}`)
  }
  const strange = x264Only.find((name) => output.includes(name))
  if (strange !== undefined) refuse(encoder, `Unrecognized option '${strange}'.`)
  if (encoder === 'h264_nvenc' && addressLimit !== 'unlimited') {
    refuse(encoder, 'dl_fn->cuda_dl->cuInit(0) failed -> CUDA_ERROR_OUT_OF_MEMORY')
  }
  const wrong = fault()
  if (wrong === 'sessions') {
    refuse(encoder, 'OpenEncodeSessionEx failed: out of memory (10): (no details)')
  }
  const group = value('-g')
  const later = output.some((word) => word.includes('frag_discont'))
  const changed: Record<string, string | null> = {
    ...Object.fromEntries(Object.keys(own).map((name) => [name, null])),
    '-c:v': 'libx264',
    '-profile:v': wrong === 'profile' ? 'main' : 'high',
    ...(wrong === 'keys' && { '-force_key_frames': null, '-g': '250' }),
  }
  const kept: string[] = []
  for (let at = 0; at < output.length - 1; at += 2) {
    const [name = '', said = ''] = output.slice(at, at + 2)
    const other = changed[name]
    if (other !== null) kept.push(name, other ?? said)
  }
  const between = wrong === 'open' ? '1' : '0'
  const x264 = ['-preset', 'superfast', '-crf', '28', '-bf', between, '-sc_threshold', '0']
  const forced = ['-forced-idr', wrong === 'open' ? '0' : '1', '-keyint_min', group]
  const open = wrong === 'open' ? ['-x264-params', 'open-gop=1'] : []
  const other = wrong === 'pieces' && later ? ['-refs', '1'] : ['-refs', '2']
  return [...kept, ...x264, ...forced, ...open, ...other, output.at(-1) ?? '']
}

/** Devices and hand-over, which the true ffmpeg here cannot do. */
function plain(head: string[]): string[] {
  if (!args.includes('h264_vaapi')) return head
  const device = ['-init_hw_device', 'vaapi=gpu', '-filter_hw_device', 'gpu']
  const at = head.indexOf('-init_hw_device')
  if (device.some((word, index) => head[at + index] !== word)) {
    refuse('h264_vaapi', 'A hardware device reference is required.')
  }
  const graph = head[head.indexOf('-filter_complex') + 1] ?? ''
  const outputs = args.filter((word) => word === '-map').length
  if (graph.split('format=nv12,hwupload[').length - 1 !== outputs) {
    refuse('h264_vaapi', 'Impossible to convert between the formats')
  }
  const rest = head.map((word) => word.replaceAll('format=nv12,hwupload', 'format=yuv420p'))
  rest.splice(at, device.length)
  return rest
}

const starts = args.flatMap((word, index) => (word === '-map' ? [index] : []))
const head = plain(args.slice(0, starts[0] ?? args.length))
const outputs = starts.map((start, index) => encode(args.slice(start, starts[index + 1])))
const quote = (word: string) => `'${word.replaceAll("'", "'\\''")}'`
console.log([...head, ...outputs.flat()].map(quote).join(' '))
