#!/usr/bin/env node
// The command line. Each command opens what it needs, does one thing, and closes it again.
import { type Command, commands } from './commands.ts'
import { say } from './terminal.ts'

// Said at every start on Node 20, which is still supported here; README names the versions.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'

const asksForHelp = (word: string) => /^(--help|-h)$/.test(word)

async function helpOn(name: string, { summary, help }: Command): Promise<void> {
  say(help === undefined ? `matinee ${name}: ${summary}` : await help())
}

function help(): void {
  say('matinee COMMAND\n')
  for (const [name, { summary }] of Object.entries(commands)) say(`  ${name.padEnd(10)} ${summary}`)
  say(`  ${'help'.padEnd(10)} this list`)
}

const [name = 'help', ...args] = process.argv.slice(2)
try {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (name === 'help' || asksForHelp(name)) help()
  else if (command !== undefined && args.some(asksForHelp)) await helpOn(name, command)
  else if (command !== undefined) await command.run(args)
  else throw new Error(`There is no command "${name}": see matinee help.`)
} catch (error) {
  // A sentence for people; the stack only when it was asked for.
  const { sayWhy } = await import('../clients/say-why.ts')
  const stack = error instanceof Error ? error.stack : undefined
  process.stderr.write(`${process.env.DEBUG && stack ? stack : sayWhy(error)}\n`)
  process.exit(1)
}
