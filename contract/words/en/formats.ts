/** Lengths and sizes, written short. */
export const formats = {
  seconds: ({ seconds }: { seconds: number }) => `${seconds} s`,
  minutes: ({ minutes }: { minutes: number }) => `${minutes} min`,
  hours: ({ hours }: { hours: number }) => `${hours} h`,
  hoursAndMinutes: ({ hours, minutes }: { hours: number; minutes: number }) =>
    `${hours} h ${minutes} min`,
  percent: ({ percent }: { percent: number }) => `${percent} %`,
  device: ({ browser, system }: { browser: string; system: string }) => `${browser} on ${system}`,
  androidPhone: 'Android phone',
}
