// One client for all peers: the same bodies over the same number of kept-alive connections, each waiting for its answer.
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Seat } from '@ochno/testkit/chaos/lanes'

export type Wire = 'ochno' | 'ochno-http' | 'nginx' | 'tus'
export type StormPlan = {
  readonly wire: Wire
  readonly origin: string
  readonly connections: number
  readonly bodyBytes: number
  readonly seats: readonly Seat[]
}
export type StormMessage = StormPlan | { readonly round: number }
export type Round = { readonly seconds: number; readonly ms: readonly number[]; readonly failed: number }

export type Storm = {
  readonly round: (bodies: number) => Promise<Round>
  readonly close: () => void
}

export async function storm(plan: StormPlan): Promise<Storm> {
  const child = fork(join(import.meta.dirname, 'storm-child.ts'), { serialization: 'advanced' })
  child.send(plan)
  await answer(child)
  return {
    round: async (bodies) => {
      child.send({ round: bodies })
      return (await answer(child)) as Round
    },
    close: () => child.kill('SIGKILL'),
  }
}

const answer = (child: ChildProcess) =>
  new Promise<unknown>((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the client ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message)
    })
  })
