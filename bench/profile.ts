// node bench/profile.ts [bodies]: a CPU profile of the server under the HTTP lane of the ingest benchmark, microseconds a body by function.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storm } from './client/storm.ts'
import { cpuSeconds } from './measure/cpu.ts'
import { ochno } from './peers/ochno.ts'

type Profile = {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { functionName: string; url: string; lineNumber: number }
  }[]
  readonly startTime: number
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const bodies = Number(process.argv[2] ?? 3000)
const folder = mkdtempSync(join(tmpdir(), 'ochno-profile-'))
process.env.OCHNO_BENCH_PROFILE = folder
const server = await ochno({ sessions: 8 })
const client = await storm({
  wire: 'ochno',
  origin: server.origin,
  connections: 16,
  bodyBytes: 100_000,
  seats: server.seats,
})
await client.round(300)
// V8 counts on the same monotonic clock: what the start of the server took is left out.
const begun = Number(process.hrtime.bigint() / 1000n)
const [all, node] = [cpuSeconds(...server.pids()), server.nodeCpu()]
await client.round(bodies)
const per = (seconds: number) => ((seconds / bodies) * 1000).toFixed(3)
console.log(
  `node ${per(server.nodeCpu() - node)} ms a body, with PostgreSQL ${per(cpuSeconds(...server.pids()) - all)}`,
)
const ended = Number(process.hrtime.bigint() / 1000n)
client.close()
process.kill(server.process.pid(), 'SIGTERM')
await server.process.ended()
const self = new Map<string, number>()
for (const file of readdirSync(folder)) {
  const { nodes, samples, timeDeltas, startTime } = JSON.parse(
    readFileSync(join(folder, file), 'utf8'),
  ) as Profile
  const named = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName} ${url.split('/').slice(-3).join('/')}:${lineNumber}`,
    ]),
  )
  let at = startTime
  samples.forEach((id, i) => {
    at += timeDeltas[i] ?? 0
    if (at < begun || at > ended) return
    const name = named.get(id) ?? ''
    self.set(name, (self.get(name) ?? 0) + (timeDeltas[i] ?? 0))
  })
}
for (const [name, us] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 45))
  console.log(`${(us / bodies).toFixed(1).padStart(7)} µs  ${name}`)
rmSync(folder, { recursive: true, force: true })
await server.close()
process.exit()
