// npm run trace: which clauses the passing tests of the last `npm test` prove. Writes docs/coverage.md.
//   npm run trace               per institution and per area
//   npm run trace R4-5.13a      the tests that prove it
//   npm run trace -- --json     the last line is one object for machines
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'
import { coverage, page, printed } from './trace-coverage.mjs'
import { catalogue, provenBy, testFiles, unknownIn, unknownOf } from './trace-ids.mjs'
import { readReport, reportOf, testProjects } from './vitest-run.mjs'

const projects = testProjects.filter((project) => existsSync(reportOf(project)))
if (projects.length === 0) {
  console.error('no report of a test run: run `npm test` first')
  process.exit(2)
}
const words = process.argv.slice(2)
const tests = projects.flatMap((project) => readReport(reportOf(project)).tests)
const proven = provenBy(tests)
const wanted = words.filter((word) => !word.startsWith('--'))
if (wanted.length > 0) {
  for (const id of wanted) console.log([id, ...(proven.get(id) ?? ['not yet'])].join('\n    '))
  process.exit(wanted.every((id) => proven.has(id)) ? 0 : 1)
}
const rows = catalogue()
const unknown = [...unknownIn(testFiles()), ...unknownOf(tests)]
const told = coverage(rows, proven, unknown)
writeFileSync(join(root, 'docs/coverage.md'), page(rows, proven, told, projects))
console.log(printed(told))
for (const { id, where } of unknown) console.error(`${id} does not exist: ${where}`)
if (words.includes('--json')) console.log(JSON.stringify(told))
process.exitCode = unknown.length ? 1 : 0
