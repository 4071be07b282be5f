// A few examinees recording against a server process that will be hurt, with one history and one verdict.
import { demand } from './checker.ts'
import { type Examinee, seedExaminees, takeLease, tracksOf } from './examinees.ts'
import { type History, history } from './history.ts'
import { inspect } from './inspect.ts'
import type { Seat } from './lanes.ts'
import type { Rng } from './rng.ts'
import type { ServerProcess } from './server-process.ts'
import { type Writer, writer } from './writer.ts'

const TRACKS = ['cam', 'screen'] as const

export type Class = {
  readonly log: History
  readonly writers: readonly Writer[]
  readonly acknowledged: () => number
  /** Each examinee records a fragment on a track every so often, until it is stopped. */
  readonly record: (everyMs: number, bytes: number) => () => void
  readonly drained: () => Promise<void>
  readonly close: () => void
  /** Kills the server and judges what is there. */
  readonly judge: (run: string) => Promise<number>
}

export async function examClass(server: ServerProcess, count: number, dice: Rng): Promise<Class> {
  const log = history()
  const people = await seedExaminees(await server.ownerUrl(), count)
  const writers = await Promise.all(people.map((one, i) => sit(server, one, log, i % 2 ? 'http' : 'ws', i)))
  return {
    log,
    writers,
    acknowledged: () => writers.reduce((sum, one) => sum + one.acknowledged(), 0),
    record: (everyMs, bytes) => {
      const timer = setInterval(() => {
        // Someone whose outbox is full of a dead server's debts does not need more of them.
        for (const one of writers)
          if (one.waiting() < 60) one.record(dice.pick(TRACKS), Math.round(bytes * dice.between(0.2, 1.8)))
      }, everyMs)
      return () => clearInterval(timer)
    },
    drained: async () => {
      await Promise.all(writers.map((one) => one.drained()))
    },
    close: () => {
      for (const one of writers) one.close()
    },
    judge: async (run) => {
      for (const one of writers) one.close()
      log.unknown(Date.now(), 'the run ended')
      await server.kill()
      const found = await inspect(server.dataDir, await server.ownerUrl())
      demand(log.events, found, run)
      return found.rows.length
    },
  }
}

async function sit(
  server: ServerProcess,
  examinee: Examinee,
  log: History,
  lane: 'ws' | 'http',
  i: number,
): Promise<Writer> {
  let seat: Seat = await takeLease(server.address(), examinee)
  const tracks = await tracksOf(server.address(), examinee, seat)
  return writer({
    server: server.address,
    sid: examinee.sid,
    tracks,
    history: log,
    lane,
    seed: 1000 + i * 10,
    seat: async (failure) => {
      if (failure !== null) seat = await takeLease(server.address(), examinee)
      return seat
    },
  })
}
