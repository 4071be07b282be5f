// node bench/soak.ts [--hours 2] [--sessions 100]: F-26. Memory, descriptors and latency of a server under a steady class stay flat.
// Exits 1 when memory climbs by more than 5 MB an hour, descriptors climb at all, or the latency drifts by more than 10 %.
import { parseArgs } from 'node:util'
import { percentile, startLoad } from '@ochno/testkit/chaos/load'
import { openFiles, residentBytes } from '@ochno/testkit/chaos/process'
import { ochno } from './peers/ochno.ts'
import { save } from './results.ts'

const { values } = parseArgs({
  options: { hours: { type: 'string', default: '2' }, sessions: { type: 'string', default: '100' } },
})
const [hours, sessions] = [Number(values.hours), Number(values.sessions)]
const SAMPLES = 60
/** The first tenth is warming up: caches fill, the first segments are sealed. */
const WARM = 6

const server = await ochno({ sessions })
const seconds = hours * 3600
const load = startLoad({
  server: server.address,
  seats: server.seats,
  tracks: [
    { tid: 'cam', kbps: 440, fragmentS: 2, partsPerFragment: 20 },
    { tid: 'screen', kbps: 290, fragmentS: 4, partsPerFragment: 20 },
  ],
  warmS: 30,
  seconds,
  seed: 26,
})
await load.measuring
const samples: { hour: number; rss: number; files: number }[] = []
const timer = setInterval(
  () => {
    const hour = (samples.length * seconds) / SAMPLES / 3600
    samples.push({ hour, rss: residentBytes(server.process.pid()), files: openFiles(server.process.pid()) })
  },
  (seconds / SAMPLES) * 1000,
)
await load.measured
clearInterval(timer)
const report = await load.report
const steady = samples.slice(WARM)
const rss = slope(steady.map(({ hour, rss }) => [hour, rss / 1e6]))
const files = slope(steady.map(({ hour, files }) => [hour, files]))
const third = Math.floor(report.ackMs.length / 3)
const [early, late] = [
  percentile(report.ackMs.slice(0, third), 95),
  percentile(report.ackMs.slice(-third), 95),
]
const drift = (late / early - 1) * 100
const figures = {
  rss_mb_per_hour: rss,
  files_per_hour: files,
  p95_ms_first_third: early,
  p95_ms_last_third: late,
  drift_pct: drift,
  acknowledged: report.acknowledged,
  lost: report.lost.length,
  hours,
  sessions,
}
save('soak', figures)
console.log(JSON.stringify({ name: 'soak', figures }))
await server.close()
// Descriptors come and go with spool files and objects: a leak is one that grows with every hour.
process.exit(rss <= 5 && files <= 1 && drift <= 10 && report.lost.length === 0 ? 0 : 1)

/** Least squares: units per hour. */
function slope(points: readonly (readonly number[])[]): number {
  const mean = (i: number) => points.reduce((sum, point) => sum + (point[i] ?? 0), 0) / points.length
  const [mx, my] = [mean(0), mean(1)]
  const above = points.reduce((sum, [x = 0, y = 0]) => sum + (x - mx) * (y - my), 0)
  const below = points.reduce((sum, [x = 0]) => sum + (x - mx) ** 2, 0)
  return below === 0 ? 0 : above / below
}
