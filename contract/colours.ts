/** Whether people can read what is written in a colour: WCAG 2.2, "relative luminance" and "contrast ratio". */

export type Theme = 'dark' | 'light'

/** What text and buttons in the accent colour stand on, by theme; the same as in the pages' style sheet. */
export const grounds: Readonly<Record<Theme, readonly string[]>> = {
  dark: ['#100e0d', '#1a1715', '#24201d'],
  light: ['#fcfaf6', '#f4efe7', '#ffffff'],
}

export const leastContrast = 4.5

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** 1 to 21. @param one "#rrggbb" */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The worst contrast of an accent colour on what it stands on in a theme, cut to a tenth. */
export const worstContrast = (accent: string, theme: Theme): number =>
  Math.floor(10 * Math.min(...grounds[theme].map((ground) => contrast(accent, ground)))) / 10

/** What is read best on a button of this colour. */
export const inkOn = (colour: string): '#000000' | '#ffffff' =>
  contrast(colour, '#000000') >= contrast(colour, '#ffffff') ? '#000000' : '#ffffff'
