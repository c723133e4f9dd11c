// Run by Bun: for each line of stdin, signs so many URLs and answers the microseconds for one.
import { createInterface } from 'node:readline'
import { S3Client } from 'bun'

const client = new S3Client({
  region: 'eu-west-1',
  bucket: 'films',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG',
})

for await (const line of createInterface({ input: process.stdin })) {
  const { folder, count } = JSON.parse(line)
  const began = process.cpuUsage()
  for (let index = 0; index < count; index++) {
    client.presign(`${folder}${index % 2700}.m4s`, { expiresIn: 60, method: 'GET' })
  }
  const { user, system } = process.cpuUsage(began)
  console.log((user + system) / count)
}
