import t from 'tap'
import { deviceNameOf } from '../../server/plugins/device-name.ts'

const agents: Record<string, string> = {
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36':
    'Chrome on Windows',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0':
    'Edge on Windows',
  'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0': 'Firefox on Linux',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15':
    'Safari on Mac',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1':
    'Chrome on iPhone',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36':
    'Chrome on Android phone',
  'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36':
    'Chrome on TV',
  'AppleCoreMedia/1.0.0.22K154 (Apple TV; U; CPU OS 18_1 like Mac OS X; en_us)': 'Apple TV on Mac',
}

t.test('a device is named so that its owner knows it', async (t) => {
  for (const [agent, name] of Object.entries(agents)) t.equal(deviceNameOf(agent), name)
})

t.test('what does not say what it is has no name', async (t) => {
  t.equal(deviceNameOf(undefined), null)
  t.equal(deviceNameOf('curl/8.5.0'), null)
  t.equal(deviceNameOf('SomePlayer (Windows)'), 'Windows')
})
