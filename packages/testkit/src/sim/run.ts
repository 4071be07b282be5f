// node packages/testkit/src/sim/run.ts [--seeds 20000] [--from 1] [--mutant NAME] [--jobs 2] [--trace]
// Runs seeds until one breaks a promise; the failing seed is printed, and `--from SEED --seeds 1 --trace` tells its story.
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Batch, BatchResult } from './run-child.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20000' },
    from: { type: 'string', default: '1' },
    jobs: { type: 'string', default: String(Math.min(4, availableParallelism())) },
    mutant: { type: 'string', default: '' },
    trace: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const BATCH = 100
const [first, count] = [Number(values.from), Number(values.seeds)]
let [next, rows, told] = [first, 0, 0]
const failures: BatchResult['failed'][] = []
const began = performance.now()

function worker(): Promise<void> {
  const child = fork(join(import.meta.dirname, 'run-child.ts'), {
    execArgv: ['--import', join(import.meta.dirname, 'hooks.ts')],
    env: { ...process.env, OCHNO_SIM_MUTANT: values.mutant },
  })
  return new Promise((resolve, reject) => {
    const more = () => {
      const from = next
      // Seeds below a failing one are still finished, so that the same lowest seed is found on every machine.
      const limit = Math.min(
        first + count,
        ...failures.map((failed) => failed?.seed ?? Number.POSITIVE_INFINITY),
      )
      if (from >= limit) {
        child.disconnect()
        return
      }
      next = Math.min(limit, from + BATCH)
      child.send({ from, to: next, trace: values.trace } satisfies Batch)
    }
    child.on('message', (result: BatchResult | 'ready') => {
      if (result !== 'ready') {
        rows += result.rows
        told += result.seeds
        if (result.failed) failures.push(result.failed)
      }
      more()
    })
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a simulation process ended with ${code}`)),
    )
  })
}

await Promise.all(Array.from({ length: Math.min(Number(values.jobs), Math.ceil(count / BATCH)) }, worker))
const failed = failures.filter((one) => one !== null).sort((a, b) => a.seed - b.seed)[0] ?? null
const seconds = (performance.now() - began) / 1000
if (values.json) console.log(JSON.stringify({ seeds: told, rows, seconds, failed }))
else if (failed) {
  console.log(`seed ${failed.seed} breaks a promise:\n${failed.what.map((line) => `  ${line}`).join('\n')}`)
  console.log(failed.trace.join('\n'))
  console.log(`again: node packages/testkit/src/sim/run.ts --from ${failed.seed} --seeds 1 --trace`)
} else console.log(`${told} seeds, ${rows} records stored, every promise kept, ${seconds.toFixed(0)} s`)
process.exit(failed ? 1 : 0)
