// A local S3 in a process of its own, so that a test can end it without warning. Started by fork
// with its options as JSON; tells its endpoint, and on any message its highest memory in bytes.
import { type LocalS3Options, startLocalS3 } from '../src/server.ts'

const s3 = await startLocalS3(JSON.parse(process.argv[2] ?? '{}') as LocalS3Options)
process.send?.({ endpoint: s3.endpoint })
process.on('message', () => process.send?.({ maxRss: process.resourceUsage().maxRSS * 1024 }))
