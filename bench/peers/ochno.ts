// The product as an institution runs it: real server, embedded PostgreSQL with its fsync on, examinees in the middle of an exam.
import { type ServerProcess, serverProcess } from '@ochno/testkit/chaos/server-process'
import { seedExaminees, takeLease } from '@ochno/testkit/chaos/examinees'
import type { Seat, Server } from '@ochno/testkit/chaos/lanes'
import { cpuSecondsAlone } from '../measure/cpu.ts'
import type { Peer } from './peer.ts'
import { fresh } from './scratch.ts'

export type Ochno = Peer & {
  readonly seats: readonly Seat[]
  readonly address: Server
  readonly process: ServerProcess
  /** CPU seconds of our Node process alone. */
  readonly nodeCpu: () => number
}

export async function ochno({ sessions, tls = false }: { sessions: number; tls?: boolean }): Promise<Ochno> {
  const profile = process.env.OCHNO_BENCH_PROFILE
  const nodeArgs = [
    ...(profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : []),
    ...(process.env.OCHNO_BENCH_NODE_ARGS ?? '').split(' ').filter(Boolean),
  ]
  const server = await serverProcess({ tls, dataDir: fresh('ochno'), nodeArgs })
  const people = await seedExaminees(await server.ownerUrl(), sessions)
  const seats: Seat[] = []
  for (let at = 0; at < people.length; at += 20)
    seats.push(
      ...(await Promise.all(people.slice(at, at + 20).map((one) => takeLease(server.address(), one)))),
    )
  const postgres = await server.postgresPid()
  return {
    name: 'ochno',
    origin: server.address().origin,
    address: server.address(),
    process: server,
    seats,
    // PostgreSQL is detached from our process: its tree is counted on its own.
    pids: () => [server.pid(), postgres],
    nodeCpu: () => cpuSecondsAlone(server.pid()),
    close: server.close,
  }
}
