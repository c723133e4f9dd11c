// Writes the types of an OpenAPI document: takes it from stdin as JSON, gives TypeScript to stdout.
import { text } from 'node:stream/consumers'
import openapiTS, { astToString } from 'openapi-typescript'

const nodes = await openapiTS(JSON.parse(await text(process.stdin)))
process.stdout.write(
  `// Written from the server's OpenAPI description; not to be edited.\n${astToString(nodes)}`,
)
