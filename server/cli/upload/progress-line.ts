const units = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** "1.4 GB", in steps of a thousand. */
export function sizeInWords(bytes: number): string {
  let [value, unit] = [bytes, 0]
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${value.toFixed(unit > 1 && value < 99.5 ? 1 : 0)} ${units[unit]}`
}

const two = (value: number) => String(value).padStart(2, '0')

function timeInWords(seconds: number): string {
  const whole = Math.ceil(seconds)
  return whole < 3600
    ? `${Math.floor(whole / 60)}:${two(whole % 60)}`
    : `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}

const width = 24

/**
 * "[██████░░░░] 42 %  310 MB of 1.4 GB, 12 MB/s, 2:05 left".
 *
 * @param sentNow bytes of this run, which alone tell how fast it goes
 */
export function progressLine(
  sent: number,
  total: number,
  { sentNow, seconds }: { sentNow: number; seconds: number },
): string {
  const share = total === 0 ? 1 : sent / total
  const full = Math.round(share * width)
  const bar = `[${'█'.repeat(full)}${'░'.repeat(width - full)}]`
  const said = [
    `${bar} ${Math.floor(share * 100)} %  ${sizeInWords(sent)} of ${sizeInWords(total)}`,
  ]
  const speed = seconds >= 1 ? sentNow / seconds : 0
  if (speed > 0) {
    said.push(`${sizeInWords(speed)}/s`, `${timeInWords((total - sent) / speed)} left`)
  }
  return said.join(', ')
}
