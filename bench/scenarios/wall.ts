// The proctor's page with thirty people on it: its pictures, its alarms, and how soon it says that somebody is gone.
import { reportHints } from '@ochno/contract/hints'
import { examUnderAct, ownActInForce } from '@ochno/testkit/act-in-force'
import type { TestSession } from '@ochno/testkit/server'
import { type Publisher, publisher } from '@ochno/testkit/watching/publisher'
import { realWebm } from '@ochno/testkit/watching/synthetic'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { webStand } from '../client/web-stand.ts'
import { type Figures, percentile, round, type Say } from '../scenario.ts'

export const targets = { tiles_not_live: 0, dropped_pct: 1, alarm_p95_s: 3, dead_s: 10 }

const PEOPLE = Number(process.env.OCHNO_BENCH_PEOPLE ?? 30)
const WATCHED_MS = 15_000
const ALARMS = Math.min(12, PEOPLE)
const DEAD = Math.min(4, PEOPLE)
const nameOf = (no: number) => `Экзаменуемый ${String(no + 1).padStart(2, '0')}`

export async function run(say: Say): Promise<Figures> {
  const stand = await webStand()
  const { server } = stand
  const cameras: Publisher[] = []
  try {
    await ownActInForce(server.admin.client, { 'permissions.switches': 10 })
    const exam = await examUnderAct(server.admin.client)
    const proctor = await server.person('proctor')
    const sessions: TestSession[] = []
    for (let no = 0; no < PEOPLE; no++) {
      const examinee = await server.person('examinee', { fullName: nameOf(no) })
      sessions.push(await server.running({ exam, proctors: [proctor], examinee }))
    }
    const media = { cam: realWebm('cam', 12), screen: realWebm('screen', 12) }
    for (const session of sessions) {
      const camera = await publisher(server.url, session, media, { pastMs: 8_000 })
      await camera.backlog(4)
      cameras.push(camera)
    }
    for (const camera of cameras) camera.live()
    say(`${PEOPLE} people publish`)
    const page = await stand.page(await stand.browser(), proctor, { width: 1920, height: 1080 })
    await page.goto('/wall')
    await page
      .getByRole('article')
      .nth(PEOPLE - 1)
      .waitFor()
    const live = await tilesLive(page)
    say(`${live} tiles live`)
    return {
      tiles_not_live: PEOPLE - live,
      ...(await pictures(page, say)),
      ...(await alarms(page, sessions, say)),
      ...(await dead(page, cameras, say)),
    }
  } finally {
    for (const camera of cameras) camera.stop()
    await stand.close()
  }
}

/** Tiles of which both pictures move, once no more come. */
async function tilesLive(page: Page): Promise<number> {
  let live = 0
  for (let looks = 0; live < PEOPLE && looks < 15; looks++) {
    const times = () =>
      page
        .getByRole('article')
        .evaluateAll((tiles) =>
          tiles.map((tile) => [...tile.querySelectorAll('video')].map((video) => video.currentTime)),
        )
    const before = await times()
    await pause(3_000)
    const after = await times()
    live = after.filter((tile, no) => tile.every((time, i) => time > (before[no]?.[i] ?? 0))).length
  }
  return live
}

async function pictures(page: Page, say: Say): Promise<Figures> {
  const count = () =>
    page.evaluate(() => {
      const all = [...document.querySelectorAll('video')].map((one) => one.getVideoPlaybackQuality())
      const sum = (key: 'droppedVideoFrames' | 'totalVideoFrames') =>
        all.reduce((total, one) => total + one[key], 0)
      return { dropped: sum('droppedVideoFrames'), total: sum('totalVideoFrames'), videos: all.length }
    })
  const before = await count()
  await pause(WATCHED_MS)
  const after = await count()
  const [dropped, total] = [after.dropped - before.dropped, after.total - before.total]
  say(`${dropped} of ${total} pictures dropped in ${after.videos} videos`)
  return {
    videos: after.videos,
    frames_per_s: round(total / (WATCHED_MS / 1000), 0),
    dropped_pct: round((dropped / Math.max(1, total)) * 100),
  }
}

/** When each tile, by its name, first had this attribute; the time of its second frame. */
const watchFor = (page: Page, attribute: string) =>
  page.evaluate((asked) => {
    const seen: Record<string, number> = {}
    Object.assign(globalThis, { seen })
    const look = () => {
      for (const tile of document.querySelectorAll(`article[${asked}]`)) {
        const name = tile.getAttribute('aria-label') ?? ''
        if (name in seen) continue
        seen[name] = Number.POSITIVE_INFINITY
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            seen[name] = Date.now()
          }),
        )
      }
    }
    new MutationObserver(look).observe(document.body, { subtree: true, attributes: true, childList: true })
  }, attribute)

const seenAt = async (page: Page, name: string, timeoutMs: number): Promise<number> => {
  type Seen = { readonly seen: Record<string, number> }
  await page
    .waitForFunction((one) => Number.isFinite((globalThis as unknown as Seen).seen[one]), name, {
      timeout: timeoutMs,
    })
    .catch(() => undefined)
  return page.evaluate((one) => (globalThis as unknown as Seen).seen[one] ?? 1e15, name)
}

/** From the word of the examinee's browser to the mark on the tile. */
async function alarms(page: Page, sessions: readonly TestSession[], say: Say): Promise<Figures> {
  await watchFor(page, 'data-alert')
  const took: number[] = []
  for (const [no, session] of sessions.slice(0, ALARMS).entries()) {
    const sent = Date.now()
    const { taken } = await session.examinee.client.done(reportHints, {
      params: { sid: session.id },
      body: {
        run: 'page00000001',
        nowMs: 60_000,
        hints: [
          {
            ...{ id: 'screenshot_key@59000', seq: 1, rule: 'screenshot_key', code: 'task_screenshot' },
            ...{ fromMs: 59_000, toMs: 60_000, ongoing: false, strength: 1, made: [] },
          },
        ],
        blind: [],
        machine: null,
      },
    })
    if (taken !== 1) throw new Error('the hint was not taken')
    took.push((await seenAt(page, nameOf(no), 10_000)) - sent)
    await pause(300)
  }
  say(`alarms ${took.join(', ')} ms`)
  return { alarm_p95_s: round(percentile(took, 0.95) / 1000) }
}

/** From the last byte of a person to the tile that says so. */
async function dead(page: Page, cameras: readonly Publisher[], say: Say): Promise<Figures> {
  await watchFor(page, 'data-dead')
  const took: number[] = []
  const stopped = cameras.slice(-DEAD).map((camera, i) => {
    camera.stop()
    return { name: nameOf(cameras.length - DEAD + i), at: Date.now() }
  })
  for (const { name, at } of stopped) took.push((await seenAt(page, name, 20_000)) - at)
  say(`dead after ${took.join(', ')} ms`)
  return { dead_s: round(Math.max(...took) / 1000) }
}
