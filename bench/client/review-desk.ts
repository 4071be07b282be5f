// A reviewer at the desk: three hours, twelve hints, no mouse.
import { askReview } from '@ochno/contract/review'
import { submitSession } from '@ochno/contract/sessions'
import { readTimeline } from '@ochno/contract/watch'
import type { TestPerson, TestSession } from '@ochno/testkit/server'
import { publisher } from '@ochno/testkit/watching/publisher'
import { realWebm } from '@ochno/testkit/watching/synthetic'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { type Figures, percentile, round, type Say } from '../scenario.ts'
import { type WebStand, webStand } from './web-stand.ts'

const HOURS = 3
const HINTS = 12
const HINT_S = 10
const OPENINGS = 5
const JUMPS = HINTS * 3
const SKIM_SPEED = 2
/** How much of the recording is skimmed; an hour of it is the unit of the figure. */
const SKIMMED_S = Number(process.env.OCHNO_BENCH_SKIM_S ?? 3_600)
/** Taken, not measured: a person reads a hint, decides and says so. The same for both ways of watching. */
const ANSWER_S = 20
const BEFORE_MS = 3_000
const PATIENCE_MS = 15_000

/** Spread over the whole, never on a whole fragment. */
const hintAtS = (no: number) => Math.round(((no + 0.37) * HOURS * 3600) / HINTS)

export async function deskFigures(say: Say): Promise<Figures> {
  const stand = await webStand()
  try {
    const proctor = await stand.server.person('proctor')
    await recorded(stand, proctor, say)
    const page = await stand.page(await stand.browser(), proctor)
    await page.addInitScript(timesOfFrames)
    const opens: number[] = []
    for (let i = 0; i < OPENINGS; i++) opens.push(await opening(page))
    say(`opens ${opens.map(Math.round).join(', ')} ms`)
    const jumps: number[] = []
    for (let i = 0; i < JUMPS; i++) jumps.push(await jump(page, i % HINTS))
    say(`jumps ${jumps.map(Math.round).join(', ')} ms`)
    const answerMs = await answers(page)
    return {
      opens_ms: round(Math.max(...opens), 0),
      jump_p95_ms: round(percentile(jumps, 0.95), 0),
      ...minutes(await skim(page, say), answerMs),
    }
  } finally {
    await stand.close()
  }
}

async function recorded({ server }: WebStand, proctor: TestPerson, say: Say): Promise<TestSession> {
  const [opensAt, closesAt] = [-10, 240].map((minutes) =>
    new Date(Date.now() + minutes * 60_000).toISOString(),
  )
  const exam = await server.exam({
    lengthMinutes: HOURS * 60,
    ...(opensAt && closesAt ? { opensAt, closesAt } : {}),
  })
  const session = await server.running({ exam, proctors: [proctor] })
  const seconds = HOURS * 3600
  const began = Date.now() - (seconds + 5) * 1_000
  const media = { cam: realWebm('cam'), screen: realWebm('screen') }
  const camera = await publisher(server.url, session, media, { pastMs: Date.now() - began })
  await camera.backlog(seconds)
  await camera.end()
  say(`${HOURS} hours recorded`)
  // Where the recording begins is the server's to say: it came later than it was filmed, and all at once.
  const { zeroMs } = await proctor.client.done(readTimeline, { params: { sid: session.id }, query: {} })
  await server.database.owner('update session set authorized_at = $2 where id = $1', [
    session.id,
    new Date(began),
  ])
  await server.database.owner(
    `insert into hint_run (tenant_id, session_id, run, lag_ms, began_at, heard_at, machine)
     values ($1, $2, 'page0000', $3, $4, $4, '{"camera":null,"microphone":null,"tellsMonitors":true,"detector":"1"}')`,
    [server.id, session.id, zeroMs, new Date()],
  )
  for (let i = 0; i < HINTS; i++)
    await server.database.owner(
      `insert into hint (tenant_id, session_id, no, run, own_id, seq, rule, code, from_ms, to_ms, ongoing, strength, made, heard_at)
       values ($1, $2, $3, 'page0000', $4, 1, 'phone', 'gadgets', $5, $6, false, 1, '[]', $7)`,
      [
        ...[server.id, session.id, i + 1, `hint${i}`],
        ...[hintAtS(i) * 1_000, (hintAtS(i) + HINT_S) * 1_000, new Date()],
      ],
    )
  await session.examinee.client.done(submitSession, { params: { sid: session.id } })
  await server.admin.client.done(askReview, { body: { session: session.id } })
  return session
}

type Timed = {
  pressedAt: number
  wanted: ((ms: number) => boolean) | null
  readonly shownAt: Map<HTMLVideoElement, number>
}
type WithTimes = { readonly timed: Timed }

/** In the page: when a key was pressed, and when each video first showed a wanted moment after it. */
const timesOfFrames = () => {
  const timed: Timed = { pressedAt: 0, wanted: null, shownAt: new Map() }
  Object.assign(globalThis, { timed })
  addEventListener(
    'keydown',
    () => {
      timed.pressedAt = performance.now()
      timed.shownAt.clear()
    },
    true,
  )
  const follow = (video: HTMLVideoElement) => {
    const look = (now: number, { mediaTime }: { readonly mediaTime: number }) => {
      if (timed.wanted?.(mediaTime * 1000) && !timed.shownAt.has(video))
        timed.shownAt.set(video, Math.max(now, performance.now()))
      video.requestVideoFrameCallback(look)
    }
    video.requestVideoFrameCallback(look)
  }
  const known = new WeakSet<HTMLVideoElement>()
  const seek = () => {
    for (const video of document.querySelectorAll('video'))
      if (!known.has(video)) {
        known.add(video)
        follow(video)
      }
  }
  addEventListener('DOMContentLoaded', () =>
    new MutationObserver(seek).observe(document, { childList: true, subtree: true }),
  )
}

const bothShown = async (page: Page): Promise<number> => {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const { shown, took, at } = await page.evaluate(() => {
      const { timed } = globalThis as unknown as WithTimes
      const at = [...document.querySelectorAll('video')].map(({ currentTime }) => currentTime)
      return { shown: timed.shownAt.size, took: Math.max(...timed.shownAt.values()) - timed.pressedAt, at }
    })
    if (shown >= 2) return took
    if (performance.now() > until)
      throw new Error(`${shown} pictures came, the videos stand at ${at.join(', ')} s`)
    await pause(20)
  }
}

/** From Enter on a line of the queue to both pictures and every hint on the screen. */
async function opening(page: Page): Promise<number> {
  await page.goto('/reviews')
  const link = page.getByRole('link', { name: /Проверить запись/ })
  await link.waitFor()
  for (let tabs = 0; tabs < 60 && !(await link.evaluate((one) => one === document.activeElement)); tabs++)
    await page.keyboard.press('Tab')
  await page.evaluate(() => {
    ;(globalThis as unknown as WithTimes).timed.wanted = () => true
  })
  await page.keyboard.press('Enter')
  const shown = await bothShown(page)
  const listed = await page.locator('ol > li[data-no]').count()
  if (listed !== HINTS) throw new Error(`${listed} hints listed when the pictures came`)
  return shown
}

/** N: from the key to both pictures of the moment before the hint. */
async function jump(page: Page, no: number): Promise<number> {
  await page.evaluate(
    ({ to }) => {
      ;(globalThis as unknown as WithTimes).timed.wanted = (ms) => ms > to - 3_000 && ms < to + 8_000
    },
    { to: hintAtS(no) * 1_000 - BEFORE_MS },
  )
  await page.keyboard.press('n')
  const took = await bothShown(page)
  await pause(400)
  return took
}

/** What the hands do for one answer: X, a reason, Enter, until the next hint stands; the head's time is added apart. */
async function answers(page: Page): Promise<number> {
  const open = page.getByText(/подсказ\S+ без ответа/).first()
  const before = await open.textContent()
  await page.keyboard.press('Home')
  await page.keyboard.press('n')
  // A hint must have been played before it may be answered.
  await pause((HINT_S + 4) * 1_000)
  const began = performance.now()
  await page.keyboard.press('x')
  await page.getByRole('radio', { name: 'Машина ошиблась' }).waitFor()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.waitForFunction((was) => was !== null && !document.body.textContent?.includes(was), before, {
    polling: 20,
  })
  return performance.now() - began
}

type Skimmed = { readonly tookMs: number; readonly reachedS: number }

/** The short way through the beginning of the recording, as fast as plain watching would go. */
async function skim(page: Page, say: Say): Promise<Skimmed> {
  await page.keyboard.press('Home')
  await page.keyboard.press('s')
  for (let presses = 0; presses < 2; presses++) await page.keyboard.press('Equal')
  const at = () => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0)
  // The pictures take the speed once they run again.
  await page.waitForFunction(
    (asked) => Math.abs((document.querySelector('video')?.playbackRate ?? 0) - asked) < 0.25,
    SKIM_SPEED,
    { timeout: PATIENCE_MS },
  )
  const began = performance.now()
  const limitMs = began + SKIMMED_S * 250
  let reachedS = await at()
  let told = began
  while (reachedS < SKIMMED_S && performance.now() < limitMs) {
    await pause(100)
    reachedS = await at()
    if (performance.now() - told > 20_000) {
      told = performance.now()
      say(`skimmed to ${Math.round(reachedS)} s`)
    }
  }
  if (reachedS < SKIMMED_S) throw new Error(`the skim stands at ${reachedS} s`)
  return { tookMs: performance.now() - began, reachedS: SKIMMED_S }
}

function minutes({ tookMs, reachedS }: Skimmed, answerMs: number): Figures {
  const exam = reachedS / 3_600
  const hints = HINTS / HOURS
  const answering = (hints * (ANSWER_S + answerMs / 1_000)) / 60
  return {
    skim_play_min_per_hour: round(tookMs / 60_000 / exam),
    answer_keys_ms: round(answerMs, 0),
    skim_min_per_hour: round(tookMs / 60_000 / exam + answering),
    plain_2x_min_per_hour: round(60 / SKIM_SPEED + answering),
  }
}
