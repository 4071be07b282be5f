// Many examinees recording at the pace of real ones, in a process of their own so that their cost is not the server's.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Seat, Server } from './lanes.ts'

export type LoadTrack = {
  readonly tid: string
  readonly kbps: number
  readonly fragmentS: number
  /** 0: whole fragments only. */
  readonly partsPerFragment: number
}

export type LoadPlan = {
  readonly server: Server
  readonly seats: readonly Seat[]
  readonly tracks: readonly LoadTrack[]
  readonly warmS: number
  readonly seconds: number
  readonly seed: number
}

export type LoadReport = {
  readonly sent: number
  readonly acknowledged: number
  readonly refused: Readonly<Record<string, number>>
  readonly lost: readonly string[]
  /** From the last byte handed to the socket to the receipt, ms, of the measured time only. */
  readonly ackMs: readonly number[]
  readonly bytes: number
  readonly clientCpuS: number
}

export type LoadMessage =
  | { readonly is: 'measuring' }
  | { readonly is: 'measured' }
  | { readonly is: 'report'; readonly report: LoadReport }
  | { readonly is: 'failed'; readonly why: string }

export type RunningLoad = {
  /** Everyone is connected and warm: the measured time begins. */
  readonly measuring: Promise<void>
  readonly measured: Promise<void>
  readonly report: Promise<LoadReport>
  readonly stop: () => void
}

export function startLoad(plan: LoadPlan): RunningLoad {
  const child: ChildProcess = fork(join(import.meta.dirname, 'load-child.ts'), { serialization: 'advanced' })
  const measuring = Promise.withResolvers<void>()
  const measured = Promise.withResolvers<void>()
  const report = Promise.withResolvers<LoadReport>()
  const all = [measuring, measured, report]
  for (const one of all) one.promise.catch(() => undefined)
  const fail = (why: string) => {
    for (const one of all) one.reject(new Error(why))
  }
  child.on('message', (message: LoadMessage) => {
    if (message.is === 'measuring') measuring.resolve()
    else if (message.is === 'measured') measured.resolve()
    else if (message.is === 'report') report.resolve(message.report)
    else fail(message.why)
  })
  child.once('exit', (code) => fail(`load client ended with ${code}`))
  child.send(plan)
  return {
    measuring: measuring.promise,
    measured: measured.promise,
    report: report.promise,
    stop: () => child.kill('SIGKILL'),
  }
}

export const percentile = (values: readonly number[], p: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))] ?? Number.NaN
}

export const exited = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'exit')
