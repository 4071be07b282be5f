import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { mutants } from '../src/sim/mutants.ts'

type Report = {
  readonly seeds: number
  readonly rows: number
  readonly failed: { seed: number; what: string[] } | null
}

const nightly = process.env.OCHNO_NIGHTLY === '1'
const MOST_SEEDS = 20_000

async function simulate(seeds: number, mutant = ''): Promise<Report> {
  const script = join(import.meta.dirname, '../src/sim/run.ts')
  const args = [script, '--json', '--seeds', String(seeds), '--mutant', mutant]
  const { stdout } = await promisify(execFile)(process.execPath, args).catch(
    (cause: { stdout: string }) => cause,
  )
  return JSON.parse(stdout) as Report
}

test('R-1 the real uploader, acceptor and spool keep every promise in thousands of simulated stories', async () => {
  const { seeds, rows, failed } = await simulate(nightly ? 200_000 : 3_000)
  expect(failed, 'run packages/testkit/src/sim/run.ts --from SEED --seeds 1 --trace').toBeNull()
  expect(rows).toBeGreaterThan(seeds)
}, 900_000)

test('R-1 the simulation finds 10 of 10 planted bugs, each within 20,000 seeds', async () => {
  const found: string[] = []
  for (const { name } of mutants) if ((await simulate(MOST_SEEDS, name)).failed) found.push(name)
  expect(found).toEqual(mutants.map(({ name }) => name))
  expect(found).toHaveLength(10)
}, 900_000)
