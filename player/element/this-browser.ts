import type Hls from 'hls.js'
import { deviceId, randomId, storage } from './device.ts'
import { measuredBandwidth } from './engine/bandwidth.ts'
import { DeviceCodecs } from './engine/codecs.ts'
import { isThrifty } from './engine/thrift.ts'

const thisDevice = deviceId(storage(), randomId)
const codecs = new DeviceCodecs(navigator.mediaCapabilities)
const loadHls = (): Promise<typeof Hls> => import('hls.js').then((module) => module.default)

/** What every viewing in this browser is played with. */
export const thisBrowser = () => ({
  deviceId: thisDevice,
  codecs,
  bandwidth: measuredBandwidth,
  now: () => performance.now(),
  loadHls,
  thrifty: isThrifty(),
})
