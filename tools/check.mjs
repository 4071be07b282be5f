// The gate: format, lint, types, the import fence, the ids tests carry, unused code, the published package, unit tests; then the five longest files.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sources } from './arch.mjs'
import { ensurePackages, root } from './runtime.mjs'
import { runSteps } from './steps.mjs'
import { runTests } from './vitest-run.mjs'

const bin = (name) => join(root, 'node_modules', '.bin', name)
const projects = ['domain', 'contract', 'evidence', 'capture', 'detect', 'web', 'server', 'testkit']

/** The longest first: two go at a time. */
export const gateSteps = () => [
  {
    name: 'unused: files, exports, packages',
    run: ['node', 'node_modules/knip/bin/knip.js', '--no-config-hints'],
  },
  { name: 'arch: who may import whom', run: ['node', 'tools/arch.mjs'] },
  { name: 'trace: every id a test names exists', run: ['node', 'tools/trace-names.mjs'] },
  { name: 'format', run: [bin('biome'), 'format', '.'] },
  { name: 'lint', run: [bin('biome'), 'lint', '.', '--error-on-warnings'] },
  ...['.', ...projects.map((name) => `packages/${name}`)]
    .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
    .map((folder) => ({ name: `types: ${folder}`, run: [bin('tsc'), '-p', folder] })),
]

export function longestFiles() {
  process.chdir(root)
  return sources()
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .sort((a, b) => b.lines - a.lines)
    .slice(0, 5)
}

if (import.meta.url === `file://${process.argv[1]}`) {
  ensurePackages()
  const gate = await runSteps(gateSteps())
  const unit = runTests('unit')
  console.log('\nThe longest files:')
  for (const { file, lines } of longestFiles()) console.log(`  ${String(lines).padStart(4)}  ${file}`)
  console.log(`\n${gate.passed + unit.passed} passed, ${gate.failed + unit.failed} failed`)
  process.exit(gate.failed + unit.failed ? 1 : 0)
}
