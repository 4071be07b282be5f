// npm run trace: which requirement, threat and fault ids the names of PASSING tests carry, out of the reports of the last `npm test`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'
import { readReport, reports } from './vitest-run.mjs'

const ID = /\b(?:R\d?-[\w.]*\d\w*|ING-\d+|[BEFPT]-T?\d+[a-z]?|[A-Z]{2,5}-\d+[a-z]?)\b/g

/** id -> names of the passing tests that carry it. */
export function idsOf(tests) {
  const found = new Map()
  for (const { name, file, status } of tests) {
    if (status !== 'passed') continue
    for (const id of new Set(name.match(ID) ?? []))
      found.set(id, [...(found.get(id) ?? []), `${file}: ${name}`])
  }
  return new Map([...found].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })))
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const files = existsSync(reports) ? readdirSync(reports).filter((name) => name.endsWith('.json')) : []
  if (files.length === 0) {
    console.error('no report of a test run: run `npm test` first')
    process.exit(2)
  }
  const found = idsOf(files.flatMap((name) => readReport(join(reports, name)).tests))
  if (process.argv.includes('--json')) console.log(JSON.stringify(Object.fromEntries(found)))
  else {
    for (const [id, tests] of found) console.log(`${id}\n${tests.map((test) => `    ${test}`).join('\n')}`)
    const catalogue = readFileSync(join(root, 'docs/spec/requirements.jsonl'), 'utf8').trim().split('\n')
    const known = catalogue.map((line) => JSON.parse(line).id)
    console.log(
      `\n${found.size} ids; ${known.filter((id) => found.has(id)).length} of the ${known.length} requirements`,
    )
  }
}
