import { useEffect, useRef, useState } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useLatest } from './use-latest.ts'

interface ChartProps {
  /** What it shows, for who does not see it. */
  label: string
  /** Ascending. */
  xs: readonly number[]
  ys: readonly number[]
  /** Between two marks below the picture may lie so much; else what is round. */
  steps?: readonly number[]
  /** What stands below the picture. */
  xText: (x: number) => string
  yText: (y: number) => string
  /** Names a point of it. */
  pointText: (x: number, y: number) => string
}

const height = 240

/** A line over a ground. Whoever does not see it reads the table that stands with it. */
export function Chart({ label, xs, ys, steps, xText, yText, pointText }: ChartProps) {
  const holder = useRef<HTMLDivElement>(null)
  const [point, setPoint] = useState<string>()
  const [x, y, named] = [useLatest(xText), useLatest(yText), useLatest(pointText)]

  useEffect(() => {
    const element = holder.current
    if (element === null) return
    let chart: uPlot | undefined
    const draw = () => {
      chart?.destroy()
      chart = new uPlot(
        optionsOf(element, { x, y, named, steps, setPoint }),
        [[...xs], [...ys]],
        element,
      )
    }
    draw()
    const theme = matchMedia('(prefers-color-scheme: light)')
    theme.addEventListener('change', draw)
    const size = new ResizeObserver(() => chart?.setSize({ width: element.clientWidth, height }))
    size.observe(element)
    return () => {
      theme.removeEventListener('change', draw)
      size.disconnect()
      chart?.destroy()
    }
  }, [xs, ys, x, y, named, steps])

  return (
    <div class="chart">
      <div ref={holder} role="img" aria-label={label} />
      <p class="chart-point small" aria-hidden="true">
        {point}
      </p>
    </div>
  )
}

interface Texts {
  x: (x: number) => string
  y: (y: number) => string
  named: (x: number, y: number) => string
  setPoint: (text: string | undefined) => void
  steps: readonly number[] | undefined
}

/** In the colours that the page has now. */
function optionsOf(element: HTMLElement, { x, y, named, setPoint, steps }: Texts): uPlot.Options {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const axis = {
    font: `13px ${style.fontFamily}`,
    stroke: colour('--ink-soft'),
    ...{ grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false } },
  }
  return {
    ...{ width: element.clientWidth, height, legend: { show: false } },
    scales: { x: { time: false }, y: { range: (_chart, _least, most) => [0, most || 1] } },
    cursor: { y: false, points: { fill: colour('--accent') }, drag: { x: false, y: false } },
    series: [
      {},
      { ...{ stroke: colour('--accent-text'), width: 2 }, fill: `${colour('--accent')}2e` },
    ],
    axes: [
      {
        ...axis,
        space: 90,
        ...(steps && { incrs: [...steps] }),
        values: (_chart, splits) => splits.map(x),
      },
      { ...axis, size: 64, values: (_chart, splits) => splits.map(y) },
    ],
    hooks: {
      setCursor: [
        ({ cursor: { idx }, data: [xs, ys] }) => {
          const [at, value] = [xs[idx ?? -1], ys?.[idx ?? -1]]
          setPoint(at == null || value == null ? undefined : named(at, value))
        },
      ],
    },
  }
}
