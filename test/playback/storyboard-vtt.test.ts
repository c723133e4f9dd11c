import t from 'tap'
import { storyboardVtt } from '../../server/playback/storyboard-vtt.ts'

const board = { everySeconds: 10, tileWidth: 160, tileHeight: 90, columns: 2, rows: 2, sheets: 2 }

t.test('each step of time points at its tile, row by row and sheet by sheet', async (t) => {
  const cues = storyboardVtt(board, 55).split('\n\n')
  t.equal(cues.length, 7)
  t.equal(cues[0], 'WEBVTT')
  t.equal(cues[1], '00:00:00.000 --> 00:00:10.000\nstoryboard/0.jpg#xywh=0,0,160,90')
  t.equal(cues[4], '00:00:30.000 --> 00:00:40.000\nstoryboard/0.jpg#xywh=160,90,160,90')
  t.equal(cues[5], '00:00:40.000 --> 00:00:50.000\nstoryboard/1.jpg#xywh=0,0,160,90')
  t.equal(cues[6], '00:00:50.000 --> 00:00:55.000\nstoryboard/1.jpg#xywh=160,0,160,90\n')
})

t.test('no cue points past the last sheet', async (t) => {
  t.equal(storyboardVtt({ ...board, sheets: 1 }, 500).split('\n\n').length, 5)
})
