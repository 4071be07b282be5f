// Records for hours in a real browser and watches the page's memory: the slope must stay under 5 MB an hour.
//   node bench/soak-capture.ts [--hours 2]          (or OCHNO_SOAK_HOURS)
import {
  builtLibrary,
  chromium,
  finish,
  page,
  record,
  state,
} from '../packages/capture/tests/support/browser.ts'
import { ingestServer } from '../packages/capture/tests/support/ingest-server.ts'
import { rssBytes, tree } from './measure/cpu.ts'
import { save } from './results.ts'

const hours = Number(process.argv[process.argv.indexOf('--hours') + 1] || process.env.OCHNO_SOAK_HOURS || 2)
const LIMIT_MB_PER_HOUR = 5
/** Caches fill and the heap finds its size before this. */
const WARM_UP = 0.2
const EVERY_MS = Math.max(2_000, Math.min(30_000, (hours * 3_600_000) / 100))

const server = await ingestServer({ '/': page }, await builtLibrary())
const chrome = await chromium()
const tab = await chrome.open(server.url)
await record(tab, 'ses_soak')
const devtools = await tab.createCDPSession()
const points: { hour: number; heap: number; tree: number }[] = []
const began = Date.now()
while (Date.now() - began < hours * 3_600_000) {
  await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  // What the server keeps in memory is this script's, not the recorder's.
  for (const tid of ['cam', 'screen', 'events'] as const)
    for (const kept of server.track('ses_soak', tid).records.slice(0, -2))
      Object.assign(kept, { payload: new Uint8Array(0) })
  await devtools.send('HeapProfiler.collectGarbage')
  const heap =
    (await tab.evaluate(
      () => (performance as Performance & { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
    )) /
    2 ** 20
  const rss = tree(chrome.browser.process()?.pid ?? -1).reduce((sum, pid) => sum + rssOf(pid), 0) / 2 ** 20
  points.push({ hour: (Date.now() - began) / 3_600_000, heap, tree: rss })
  const { backlog, tracks } = await state(tab)
  console.error(
    `${((Date.now() - began) / 60_000).toFixed(1)} min: page ${heap.toFixed(1)} MB, browser ${rss.toFixed(0)} MB, ${tracks.cam?.fragments} fragments, ${backlog.records} waiting, ${tracks.cam?.dropped} dropped`,
  )
}
await finish(tab)
await chrome.close()
await server.close()

const settled = points.slice(Math.floor(points.length * WARM_UP))
const figures = {
  heap_mb_per_hour: slope(settled.map((p) => [p.hour, p.heap])),
  browser_mb_per_hour: slope(settled.map((p) => [p.hour, p.tree])),
  hours,
}
save('soak-capture', figures)
console.log(JSON.stringify({ name: 'soak-capture', figures }))
process.exit(figures.heap_mb_per_hour <= LIMIT_MB_PER_HOUR ? 0 : 1)

function rssOf(pid: number): number {
  try {
    return rssBytes(pid)
  } catch {
    return 0
  }
}

/** Least squares; a straight line is what a leak draws. */
function slope(points: readonly (readonly [number, number])[]): number {
  const n = points.length
  const [mx, my] = [points.reduce((s, [x]) => s + x, 0) / n, points.reduce((s, [, y]) => s + y, 0) / n]
  const top = points.reduce((s, [x, y]) => s + (x - mx) * (y - my), 0)
  return Number((top / points.reduce((s, [x]) => s + (x - mx) ** 2, 0)).toFixed(2))
}
