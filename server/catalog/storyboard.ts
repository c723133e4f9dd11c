/** The preview pictures of an encode: sheets of tiles, one tile for each step of time. */
export interface Storyboard {
  everySeconds: number
  tileWidth: number
  tileHeight: number
  /** Tiles beside and below each other on a full sheet. */
  columns: number
  rows: number
  /** Sheets lie at `storyboardKey(videoId, encodeId, 0 … sheets - 1)`. */
  sheets: number
}
