// npm test: the gate, then unit, integration, whole stories, and the recorder's own. npm test WORD…: only test files whose name holds a word.
import { gateSteps } from './check.mjs'
import { ensurePackages, root } from './runtime.mjs'
import { runSteps } from './steps.mjs'
import { ensureSystemPrograms } from './system-programs.mjs'
import { unknownOf } from './trace-ids.mjs'
import { secondTry } from './second-try.mjs'
import { runTests, testProjects } from './vitest-run.mjs'

ensurePackages()
process.chdir(root)
const words = process.argv.slice(2)
ensureSystemPrograms()

const gate = words.length ? { passed: 0, failed: 0 } : await runSteps(gateSteps())
const first = testProjects.map((project) => ({ project, ...runTests(project, words) }))
const { projects, unsteady } = words.length ? { projects: first, unsteady: [] } : secondTry(first, runTests)

const slowest = projects
  .flatMap(({ tests }) => tests)
  .sort((a, b) => b.ms - a.ms)
  .slice(0, 10)
console.log('\nThe ten slowest:')
for (const { ms, file, name } of slowest)
  console.log(`  ${(ms / 1000).toFixed(1).padStart(6)} s  ${file}: ${name}`)
const sum = (key) => projects.reduce((total, one) => total + one[key], 0)
if (sum('skipped')) console.log(`\n${sum('skipped')} not run`)
const strangers = unknownOf(projects.flatMap(({ tests }) => tests))
for (const { id, where } of strangers) console.log(`\n${id} does not exist: ${where}`)
for (const { file, name, why } of unsteady)
  console.log(`\nUNSTEADY, failed beside others and passed alone: ${file}: ${name}\n${why}`)
for (const { file, name, why } of projects.flatMap(({ broken }) => broken))
  console.log(`\nFAILED ${file}: ${name}\n${why}`)
const failed = gate.failed + sum('failed') + strangers.length
const steady = unsteady.length ? `, ${unsteady.length} of them at the second try` : ''
console.log(`\n${gate.passed + sum('passed')} passed${steady}, ${failed} failed`)
process.exit(failed ? 1 : 0)
