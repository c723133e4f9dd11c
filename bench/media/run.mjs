// node media/run.mjs: all of it, one after the other.
import { measureLadder } from './ladder.mjs'
import { measureUpload } from './upload.mjs'

console.log(`${await measureUpload()}\n`)
console.log(await measureLadder())
process.exit(0)
