// npm run bench [-- NAME] [--json] [--accept]. Each scenario prints its figures as one JSON object; the last line is JSON.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { accept, lastAccepted, lastSaved, save } from './results.ts'
import type { Scenario } from './scenario.ts'

const folder = join(import.meta.dirname, 'scenarios')
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')))
const unknown = asked.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
  process.exit(2)
}

const told: string[] = []
for (const name of asked.length > 0 ? asked : known) {
  const scenario = (await import(join(folder, `${name}.ts`))) as Scenario
  if (!flags.has('--json')) console.log(`\n${name}`)
  try {
    const figures = await scenario.run((line) => console.error(`  ${line}`))
    const before = lastAccepted(name)
    if (!flags.has('--json')) show(figures, scenario.targets ?? {}, before)
    // A part of a scenario leaves the figures of the other parts as they were.
    const part = Boolean(process.env.OCHNO_BENCH_ONLY)
    save(name, part ? { ...lastSaved(name), ...figures } : figures)
    if (flags.has('--accept')) accept(name, part ? { ...before, ...figures } : figures)
    told.push(JSON.stringify({ name, figures }))
    console.log(told.at(-1))
  } catch (cause) {
    process.exitCode = 1
    console.error(cause)
  }
}
// Children of a peer that will not go must not hold the benchmark open.
process.exit()

function show(
  figures: Readonly<Record<string, number>>,
  targets: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>>,
): void {
  for (const [key, value] of Object.entries(figures)) {
    const target = targets[key]
    const verdict =
      target === undefined ? '' : value <= target ? `ok, at most ${target}` : `MISSED, at most ${target}`
    const old = before[key]
    const change = old
      ? ` (accepted ${old}, ${value >= old ? '+' : ''}${Math.round((value / old - 1) * 100)} %)`
      : ''
    console.log(`  ${key.padEnd(24)} ${String(value).padStart(10)}  ${verdict}${change}`)
  }
}
