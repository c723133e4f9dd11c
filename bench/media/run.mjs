// node media/run.mjs: all of it, one after the other.
import { measureBytes } from './bytes.mjs'
import { measureLadder } from './ladder.mjs'
import { measurePlan } from './plan.mjs'
import { measureUpload } from './upload.mjs'

console.log(`${await measureUpload()}\n`)
console.log(`${await measureLadder()}\n`)
console.log(`${await measurePlan()}\n`)
console.log(await measureBytes())
process.exit(0)
