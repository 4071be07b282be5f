// A live picture: how old it is, how soon it comes, how soon it goes back, and a wall of six people.
import { publisher } from '@ochno/testkit/watching/publisher'
import { realWebm } from '@ochno/testkit/watching/synthetic'
import { setTimeout as pause } from 'node:timers/promises'
import { type WatchStand, watchStand } from '../client/watch-stand.ts'
import { type Figures, median, round, type Say } from '../scenario.ts'

export const targets = {
  glass_p95_ms: 600,
  glass6_p95_ms: 1000,
  join_ms: 500,
  rewind30_ms: 400,
  wall12_dropped_pct: 1,
}

const WATCHED_MS = 20_000

export async function run(say: Say): Promise<Figures> {
  const stand = await watchStand()
  try {
    const only = process.env.OCHNO_BENCH_ONLY
    return {
      ...(only === undefined || only === 'wall' ? await wall(stand, say) : {}),
      ...(only === undefined || only === 'glass' ? { glass_p95_ms: await glass(stand, say, 0) } : {}),
      ...(only === undefined || only === 'glass6' ? { glass6_p95_ms: await glass(stand, say, 5) } : {}),
    }
  } finally {
    await stand.close()
  }
}

/** Six people publish; one page joins each, plays all twelve videos, then goes back half a minute. */
async function wall({ server, open }: WatchStand, say: Say): Promise<Figures> {
  const proctor = await server.person('proctor')
  const media = { cam: realWebm('cam', 12), screen: realWebm('screen', 12) }
  const sessions = []
  for (let i = 0; i < 6; i++) sessions.push(await server.running({ proctors: [proctor] }))
  const cameras = []
  for (const session of sessions) {
    const camera = await publisher(server.url, session, media, { pastMs: 64_000 })
    await camera.backlog(64)
    camera.live()
    cameras.push(camera)
  }
  await pause(5_000)
  const page = await open(proctor)
  const seen = await page.evaluate(
    async (ids, watchedMs) => {
      const live: ReturnType<typeof window.page.live>[] = []
      const joins: number[] = []
      for (const id of ids) {
        const one = window.page.live(id)
        live.push(one)
        joins.push(await one.first)
      }
      const counts = () =>
        live.flatMap(({ player }) =>
          (['cam', 'screen'] as const).map((tid) => player.track(tid)?.video.getVideoPlaybackQuality()),
        )
      const sum = (key: 'droppedVideoFrames' | 'totalVideoFrames') =>
        counts().reduce((all, one) => all + (one?.[key] ?? 0), 0)
      // The last one joined settles first.
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      const before = [sum('droppedVideoFrames'), sum('totalVideoFrames')] as const
      await new Promise((resolve) => setTimeout(resolve, watchedMs))
      const [dropped, total] = [sum('droppedVideoFrames') - before[0], sum('totalVideoFrames') - before[1]]
      const rewinds: number[] = []
      for (const { player } of live)
        rewinds.push(await window.page.seek(player, player.state().atMs - 30_000))
      return { joins, dropped, total, rewinds }
    },
    sessions.map(({ id }) => id),
    WATCHED_MS,
  )
  for (const camera of cameras) camera.stop()
  await page.browser().close()
  say(
    `joins ${seen.joins.map(Math.round).join(', ')} ms; rewinds ${seen.rewinds.map(Math.round).join(', ')} ms`,
  )
  say(`${seen.dropped} of ${seen.total} pictures dropped`)
  return {
    join_ms: round(median(seen.joins), 0),
    rewind30_ms: round(median(seen.rewinds), 0),
    wall12_dropped_pct: round((seen.dropped / Math.max(1, seen.total)) * 100),
  }
}

/**
 * The real recorder films a clock drawn as bits; the proctor's page reads it back from the video. Beside it the page may play
 * others live, camera and screen of each.
 */
async function glass({ server, open }: WatchStand, say: Say, others: number): Promise<number> {
  const proctor = await server.person('proctor')
  const session = await server.running({ proctors: [proctor] })
  const media = { cam: realWebm('cam', 12), screen: realWebm('screen', 12) }
  const beside: { readonly id: string; readonly stop: () => void }[] = []
  for (let i = 0; i < others; i++) {
    const other = await server.running({ proctors: [proctor] })
    const publishing = await publisher(server.url, other, media, { pastMs: 4_000 })
    await publishing.backlog(4)
    publishing.live()
    beside.push({ id: other.id, stop: publishing.stop })
  }
  const camera = await open(session.examinee, `/exam/${session.id}`)
  await camera.evaluate(async (id) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
    const paint = canvas.getContext('2d') as CanvasRenderingContext2D
    const draw = () => {
      const now = Date.now() >>> 0
      paint.fillStyle = '#000'
      paint.fillRect(0, 0, 640, 480)
      paint.fillStyle = '#fff'
      for (let bit = 0; bit < 32; bit++)
        if ((now >>> bit) & 1) paint.fillRect(20 + (bit % 8) * 75, 20 + (bit >> 3) * 110, 75, 110)
    }
    setInterval(draw, 1000 / 30)
    const sound = new AudioContext()
    const tone = sound.createOscillator()
    const out = sound.createMediaStreamDestination()
    tone.connect(out)
    tone.start()
    navigator.mediaDevices.getUserMedia = async () =>
      new MediaStream([...canvas.captureStream(15).getTracks(), ...out.stream.getTracks()])
    const { createRecorder } = (
      window as unknown as { capture: typeof import('../../packages/capture/src/index.ts') }
    ).capture
    const recorder = createRecorder({ baseUrl: location.origin, sessionId: id, tracks: ['cam'] })
    const given = await recorder.replaceCamera()
    if (!given.ok) throw new Error(given.why)
    await recorder.start()
  }, session.id)
  await pause(6_000)
  const page = await open(proctor)
  const ages = await page.evaluate(
    async (id, besideIds, watchedMs) => {
      for (const one of besideIds) await window.page.live(one).first
      const { player, first } = window.page.live(id)
      await first
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      const video = player.track('cam')?.video as HTMLVideoElement
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
      const paint = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
      const found: number[] = []
      const until = performance.now() + watchedMs
      await new Promise<void>((resolve) => {
        const look = () => {
          const seenAt = Date.now() >>> 0
          paint.drawImage(video, 0, 0, 640, 480)
          let drawn = 0
          for (let bit = 0; bit < 32; bit++) {
            const x = 20 + (bit % 8) * 75 + 37
            const y = 20 + (bit >> 3) * 110 + 55
            if ((paint.getImageData(x, y, 1, 1).data[1] ?? 0) > 128) drawn |= 1 << bit
          }
          const age = seenAt - (drawn >>> 0)
          if (age > 0 && age < 60_000) found.push(age)
          if (performance.now() > until) resolve()
          else video.requestVideoFrameCallback(look)
        }
        video.requestVideoFrameCallback(look)
      })
      return found
    },
    session.id,
    beside.map(({ id }) => id),
    WATCHED_MS,
  )
  for (const { stop } of beside) stop()
  await Promise.all([camera, page].map((one) => one.browser().close()))
  const sorted = ages.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  say(`${others + 1} people: ${ages.length} pictures, median ${at(0.5)} ms old, worst ${at(0.999)} ms`)
  return round(at(0.95), 0)
}
