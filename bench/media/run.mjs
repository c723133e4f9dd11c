// node media/run.mjs: all of it, one after the other.
import { measureBytes } from './bytes.mjs'
import { measureLadder } from './ladder.mjs'
import { measureUpload } from './upload.mjs'

console.log(`${await measureUpload()}\n`)
console.log(`${await measureLadder()}\n`)
console.log(await measureBytes())
process.exit(0)
