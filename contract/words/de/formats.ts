import type { formats as english } from '../en/formats.ts'
import type { Translated } from '../speak.ts'

export const formats: Translated<typeof english> = {
  seconds: ({ seconds }) => `${seconds} s`,
  minutes: ({ minutes }) => `${minutes} Min.`,
  hours: ({ hours }) => `${hours} Std.`,
  hoursAndMinutes: ({ hours, minutes }) => `${hours} Std. ${minutes} Min.`,
  percent: ({ percent }) => `${percent} %`,
  device: ({ browser, system }) => `${browser} auf ${system}`,
  androidPhone: 'Android-Telefon',
}
