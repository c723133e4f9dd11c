const two = (value: number) => String(value).padStart(2, '0')

/** A time as WebVTT writes it: `01:02:03.500` */
export function vttTime(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000)
  const whole = Math.floor(milliseconds / 1000)
  const rest = String(milliseconds % 1000).padStart(3, '0')
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${rest}`
}
