/** Skies, suns and ridges: each number has its own evening. */
const palettes = [
  ['#2b1a2e', '#d8654a', '#f6c177', '#1b1020', '#311a33'],
  ['#0c2233', '#2f7f86', '#bfe3c7', '#081621', '#12303c'],
  ['#1d1b3a', '#6a5acd', '#f2b5d4', '#100f24', '#262356'],
  ['#3a1410', '#b3361f', '#ffb26b', '#1f0a08', '#4d1a12'],
  ['#10231a', '#4f8a4b', '#efe6a7', '#0a1610', '#1b3a26'],
  ['#1c2128', '#5d6b7a', '#dfe6ea', '#0f1317', '#2a323b'],
] as const

const ridge = (seed: number, base: number, height: number): string => {
  const steps = Array.from({ length: 17 }, (_, index) => {
    const wave = Math.sin(seed * 3.1 + index * 0.9) + Math.sin(seed * 1.7 + index * 2.3) * 0.5
    return `L${index * 80} ${Math.round(base - height * (wave / 3 + 0.5))}`
  })
  return `M0 720 ${steps.join(' ')} L1280 720z`
}

/** A 16:9 picture, as an SVG document. */
export function poster(seed: number): string {
  const [top, middle, low, near, far] = palettes[seed % palettes.length] ?? palettes[0]
  const sunX = 240 + ((seed * 377) % 800)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720">
<defs><linearGradient id="s" x1="0" x2="0" y1="0" y2="1"><stop stop-color="${top}"/><stop offset=".6" stop-color="${middle}"/><stop offset="1" stop-color="${low}"/></linearGradient></defs>
<rect width="1280" height="720" fill="url(#s)"/><circle cx="${sunX}" cy="430" r="${70 + (seed % 4) * 22}" fill="${low}"/>
<path d="${ridge(seed, 560, 190)}" fill="${far}"/><path d="${ridge(seed + 5, 660, 170)}" fill="${near}"/></svg>`
}
