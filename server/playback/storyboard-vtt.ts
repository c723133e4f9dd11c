import type { Storyboard } from '../catalog/storyboard.ts'
import { vttTime } from '../catalog/vtt-time.ts'

/** The map from time to tile that players read: addresses are relative to the token's path. */
export function storyboardVtt(board: Storyboard, durationSeconds: number): string {
  const { everySeconds, tileWidth, tileHeight, columns, rows, sheets } = board
  const perSheet = columns * rows
  const tiles = Math.min(Math.ceil(durationSeconds / everySeconds), perSheet * sheets)
  const cues = Array.from({ length: tiles }, (_, tile) => {
    const end = Math.min((tile + 1) * everySeconds, durationSeconds)
    const place = tile % perSheet
    const x = (place % columns) * tileWidth
    const y = Math.floor(place / columns) * tileHeight
    return [
      `${vttTime(tile * everySeconds)} --> ${vttTime(end)}`,
      `storyboard/${Math.floor(tile / perSheet)}.jpg#xywh=${x},${y},${tileWidth},${tileHeight}`,
    ].join('\n')
  })
  return `${['WEBVTT', ...cues].join('\n\n')}\n`
}
