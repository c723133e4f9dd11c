// Asks the registry for known vulnerabilities of what production installs. Exit: 0, it knows of none that is
// high; 1, it does; 2, it could not be asked, so nothing is known, which is no success.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const say = (line) => process.stdout.write(`${line}\n`)

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const inUse = Object.entries(packages).filter(([, entry]) => !entry.dev && entry.deprecated)
for (const [place, { deprecated }] of inUse) {
  say(`Given up by its authors: ${place.replace(/^.*node_modules\//, '')}: ${deprecated}`)
}

const asked = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' })
const answer = readAnswer(asked.stdout ?? '')
if (answer === null) {
  say('NOT CHECKED: the registry could not be asked for known vulnerabilities.')
  say('Ask one that answers: npm audit --omit=dev --registry=…')
  process.exit(2)
}
const serious = Object.values(answer.vulnerabilities).filter(({ severity }) =>
  ['high', 'critical'].includes(severity),
)
for (const { name, severity, range } of serious) say(`${severity}: ${name} ${range}`)
if (serious.length > 0) process.exit(1)
say('The registry knows of no serious vulnerability in what production installs.')

function readAnswer(text) {
  try {
    const read = JSON.parse(text)
    return typeof read.vulnerabilities === 'object' ? read : null
  } catch {
    return null
  }
}
