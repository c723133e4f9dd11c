// What a viewer waits for, in Chromium, over two lines: the first frame from opening a page; the picture
// from the press on a film's page that has been seen for three seconds, beside a bare video that is whole;
// and the largest paint of home and film page. Held against hls.js by itself on a public bucket, which is
// the same server as the private one, and, with `--older DIRECTORY`, against a built checkout of an older
// Matinee; all in turns in one run.
import { loadavg } from 'node:os'
import { chromium } from 'playwright-core'
import { browserFlags, findBrowser } from '../../dist/test/fixtures/browser.js'
import { isMain, median, percentile, round, table, verdict } from '../measure.mjs'
import { afterPress, firstFrame, largestPaint } from './watching/look.mjs'
import { makeFiles, openScene } from './watching/scene.mjs'

export const lines = [
  { name: '10 Mb/s, 40 ms', roundTripMs: 40, megabitsPerSecond: 10, paintMs: 1200 },
  { name: '1.6 Mb/s, 150 ms', roundTripMs: 150, megabitsPerSecond: 1.6, paintMs: 2500 },
]
const wanted = { againstPlain: 1.15, againstOlder: 0.65, pressMs: 100, bytesBeforePlay: 300_000 }
const sizes = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]

/** Opens each page in turn, round after round; the first round only warms the server. */
async function inTurns(rounds, contenders) {
  const results = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]))
  for (let count = -1; count < rounds; count++) {
    for (const [name, run] of Object.entries(contenders)) {
      const result = await run()
      if (count >= 0) results[name].push(result)
    }
  }
  return results
}

function openingTable(times) {
  const p50 = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
  const row = (what, name, ratio, most) => [
    ...[what, round(p50[name], 0), round(percentile(times[name], 0.9), 0)],
    ...(ratio === undefined ? ['', '', ''] : [round(ratio, 2), most, verdict(ratio <= most)]),
  ]
  return table(
    ['opened', 'p50 ms', 'p90 ms', 'ratio', 'wanted', ''],
    [
      row('the element, private bucket', 'matinee', p50.matinee / p50.plain, wanted.againstPlain),
      row('hls.js, public bucket', 'plain'),
      times.older === undefined
        ? row('the film page', 'page')
        : row('the film page', 'page', p50.page / p50.older, wanted.againstOlder),
      ...(times.older === undefined ? [] : [row('the film page, older', 'older')]),
    ],
  )
}

async function measureLine(browser, line, files, { rounds, older }) {
  const scene = await openScene(line, files)
  const before = older === undefined ? undefined : await openScene(line, files, older)
  const open = (path, { origin } = scene) => firstFrame(browser, origin + path)
  try {
    const times = await inTurns(rounds, {
      matinee: () => open('/bench/matinee'),
      plain: () => open('/bench/plain'),
      page: () => open(scene.film),
      ...(before && { older: () => open(before.film, before) }),
    })
    const address = scene.origin + scene.film
    const { press, bare } = await inTurns(rounds, {
      press: () => afterPress(browser, address, scene.counts),
      bare: () => afterPress(browser, `${scene.origin}/bench/bare`, scene.counts),
    })
    const ms = press.map((one) => one.ms)
    const floorMs = median(bare.map((one) => one.ms))
    const bytes = Math.max(...press.map(({ filmBytes }) => filmBytes))
    const pressed = [
      ['ms from the press, p50', round(median(ms), 0), wanted.pressMs],
      ['bytes of film before it, at most', round(bytes, 0), wanted.bytesBeforePlay],
    ].map((row, index) => [...row, verdict([median(ms), bytes][index] <= row[2])])
    pressed.push(['the same of a bare video that is whole, p50', round(floorMs, 0), '', ''])
    const paints = []
    for (const [path, what] of [
      ['/', 'home'],
      [scene.film, 'film page'],
    ]) {
      for (const viewport of sizes) {
        const { all } = await inTurns(Math.ceil(rounds / 3), {
          all: () => largestPaint(browser, scene.origin + path, viewport),
        })
        const at = median(all.map((one) => one.at))
        const shift = median(all.map((one) => one.shift))
        paints.push([
          ...[`${what}, ${viewport.width} px`, all.at(-1).what, round(at, 0), line.paintMs],
          ...[verdict(at <= line.paintMs), round(shift, 3)],
        ])
      }
    }
    return [
      `#### ${line.name}`,
      openingTable(times),
      table(['a page seen for three seconds', '', 'wanted', ''], pressed),
      table(['largest paint', 'of', 'p50 ms', 'wanted', '', 'layout shift'], paints),
    ].join('\n\n')
  } finally {
    await scene.close()
    await before?.close()
  }
}

export async function measureFirstFrame({ rounds = 15, older } = {}) {
  const files = await makeFiles()
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags })
  try {
    const parts = []
    for (const line of lines) parts.push(await measureLine(browser, line, files, { rounds, older }))
    return parts.join('\n\n')
  } finally {
    await browser.close()
    await files.remove()
  }
}

if (isMain(import.meta)) {
  const { argv } = process
  const olderAt = argv.indexOf('--older')
  const older = olderAt === -1 ? undefined : argv[olderAt + 1]
  const rounds = argv.includes('--quick') ? 3 : 15
  console.log(await measureFirstFrame({ rounds, ...(older && { older }) }))
  console.log(`\nLoad ${loadavg()[0].toFixed(1)}.`)
}
