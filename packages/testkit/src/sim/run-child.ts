import { ochno } from './backend.ts'
import { story } from './story.ts'
import { instantCrypto } from './subtle.ts'

export type Batch = { readonly from: number; readonly to: number; readonly trace: boolean }
export type BatchResult = {
  readonly seeds: number
  readonly rows: number
  readonly failed: { readonly seed: number; readonly what: string[]; readonly trace: string[] } | null
}

instantCrypto()
// An error nobody awaits is a broken promise of the seed that is running, not the end of the run.
let thrown: unknown[] = []
process.on('unhandledRejection', (cause) => thrown.push(cause))
process.on('uncaughtException', (cause) => thrown.push(cause))

async function batch({ from, to, trace }: Batch): Promise<BatchResult> {
  let rows = 0
  for (let seed = from; seed < to; seed++) {
    thrown = []
    const ending = await story(seed, ochno, trace).catch((cause: unknown) => {
      thrown.push(cause)
      return null
    })
    rows += ending?.rows ?? 0
    const what = [
      ...(ending?.violations ?? []).map(({ invariant, says, what }) => `${invariant} (${says}): ${what}`),
      ...thrown.map((cause) => `thrown: ${cause instanceof Error ? cause.stack : String(cause)}`),
    ]
    if (what.length > 0)
      return {
        seeds: seed - from + 1,
        rows,
        failed: { seed, what: what.slice(0, 10), trace: ending?.world.trace ?? [] },
      }
  }
  return { seeds: to - from, rows, failed: null }
}

process.on('message', (message: Batch) => {
  batch(message).then((result) => process.send?.(result))
})
process.send?.('ready')
