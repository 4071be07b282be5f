// Every fault test in its long form, one after the other, the day of six with all six in browsers, the stories at either width, every screen in the whole browser, then the planted errors, the long simulation and the soak. Takes hours: run it at night.
//   npm run nightly              everything
//   npm run nightly F-06 sim     only these
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const env = { ...process.env, OCHNO_NIGHTLY: '1' }
const wanted = process.argv.slice(2)

const tests = ['packages', 'e2e']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, String(file))),
  )
  .filter((file) => /\/(F-\d\d|E-T[67]|day-004)[^/]*\.test\.ts$/.test(file) && !file.includes('node_modules'))
  .sort()
const stories = readdirSync(join(root, 'e2e'))
  .filter((file) => /^story-\d+\.test\.ts$/.test(file))
  .map((file) => join('e2e', file))
  .sort()
const steps = [
  ...tests.map((file) => ({
    name: file,
    run: [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', file],
  })),
  ...['desktop', 'phone'].flatMap((width) =>
    stories.map((file) => ({
      name: `${file} ${width}`,
      run: [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', file],
      more: { OCHNO_STORY_WIDTH: width },
    })),
  ),
  {
    name: 'screens in the whole browser',
    run: [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', 'e2e/screens-'],
    more: { OCHNO_CHROMIUM_SHELL: process.env.OCHNO_CHROMIUM ?? '/usr/bin/chromium' },
  },
  {
    name: 'F-20 wall',
    run: [process.execPath, 'bench/main.ts', 'wall'],
  },
  { name: 'planted', run: [process.execPath, 'tools/planted.mjs'] },
  { name: 'demo', run: [process.execPath, 'tools/demo.mjs', '--once'] },
  { name: 'sim', run: [process.execPath, 'packages/testkit/src/sim/run.ts', '--seeds', '2000000'] },
  {
    name: 'soak-capture',
    run: [process.execPath, 'bench/soak-capture.ts', '--hours', process.env.OCHNO_SOAK_HOURS ?? '2'],
  },
  { name: 'soak', run: [process.execPath, 'bench/soak.ts', '--hours', process.env.OCHNO_SOAK_HOURS ?? '2'] },
].filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))

if (steps.length === 0) {
  console.error(`nothing matches ${wanted.join(' ')}`)
  process.exit(2)
}
const failed = []
for (const { name, run, more } of steps) {
  const began = Date.now()
  console.log(`\n== ${name}`)
  const { status } = spawnSync(run[0], run.slice(1), {
    cwd: root,
    env: { ...env, ...more },
    stdio: 'inherit',
  })
  console.log(
    `== ${name}: ${status === 0 ? 'passed' : `FAILED (${status})`} in ${Math.round((Date.now() - began) / 1000)} s`,
  )
  if (status !== 0) failed.push(name)
}
console.log(failed.length ? `\nfailed: ${failed.join(', ')}` : `\nall ${steps.length} passed`)
process.exit(failed.length ? 1 : 0)
