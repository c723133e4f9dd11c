// Clips of six kinds, painted or cut from the demo films: what a house's films are like.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { journey, rooms, weather } from 'demo-films'

const rate = 24
const looped = (file) => ['-stream_loop', '-1', '-i', file]
const painted = (source) => ['-f', 'lavfi', '-i', source]

/** An oval that moves a little before a wall that stands still, under the noise of a sensor. */
const talking = ({ file }) => ({
  input: [
    ...looped(file),
    ...painted(`gradients=s=240x320:r=${rate}:speed=0.01:seed=4:nb_colors=4`),
    ...painted(`nullsrc=s=240x320:r=${rate}:d=0.04,format=gray`),
  ],
  filters: [
    '[0:v]trim=end_frame=1,gblur=2,loop=-1:1,setpts=N/24/TB[wall]',
    `[2:v]geq=lum='255*lt(hypot((X-120)/110,(Y-160)/150),1)',gblur=4,loop=-1:1,setpts=N/24/TB[oval]`,
    '[1:v]format=yuv420p[skin]',
    '[skin][oval]alphamerge[head]',
    "[wall][head]overlay=x='520+9*sin(t*1.7)+3*sin(t*7)':y='250+6*sin(t*2.3)':shortest=0,noise=alls=4:allf=t",
  ].join(';'),
})

/** By name: what ffmpeg reads, and the filters that make a clip of it. */
export const clips = {
  'film grain': { input: looped(journey.file), filters: 'noise=alls=9:allf=t' },
  animation: { input: looped(weather.file), filters: 'null' },
  screen: {
    input: painted(`cellauto=s=854x480:rate=${rate}:rule=110:scroll=1`),
    filters: 'framestep=12,fps=24',
  },
  'sport-like motion': {
    input: painted(`mandelbrot=s=1280x720:rate=${rate}:start_scale=3:end_scale=0.002:end_pts=3000`),
    filters: "crop=854:480:x='213+200*sin(t*2)':y='120+110*cos(t*3)'",
  },
  'talking head': talking(rooms),
  dark: {
    input: looped(rooms.file),
    filters: 'eq=brightness=-0.25:contrast=0.7,noise=alls=4:allf=t',
  },
}

/** Paints one into a folder, better than any rung will be, unless it is there. */
export async function paintClip(ffmpeg, folder, name, { input, filters }, { size, seconds }) {
  const file = join(folder, `${name.replaceAll(' ', '-')}.mp4`)
  if (existsSync(file)) return file
  const graph = `${filters},scale=${size.replace('x', ':')},setsar=1,fps=${rate},format=yuv420p[v]`
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '10']
  const output = ['-map', '[v]', '-t', String(seconds), '-an', ...coding, file]
  await ffmpeg.run([...input, '-filter_complex', graph, ...output], { cwd: folder })
  return file
}
