import type { formats as english } from '../en/formats.ts'
import type { Translated } from '../speak.ts'

export const formats: Translated<typeof english> = {
  seconds: ({ seconds }) => `${seconds} s`,
  minutes: ({ minutes }) => `${minutes} min`,
  hours: ({ hours }) => `${hours} h`,
  hoursAndMinutes: ({ hours, minutes }) => `${hours} h ${minutes} min`,
  percent: ({ percent }) => `${percent} %`,
  device: ({ browser, system }) => `${browser} sur ${system}`,
  androidPhone: 'téléphone Android',
}
