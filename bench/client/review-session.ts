// One recorded sample session, judged twice by a script with the keyboard alone: the way the desk offers, and plainly at double speed.
// Everything is measured, nothing is taken: the script thinks for no time, and what a person thinks is the same for both.
import { askReview, listReviews } from '@ochno/contract/review'
import { submitSession } from '@ochno/contract/sessions'
import { readTimeline } from '@ochno/contract/watch'
import type { TestPerson } from '@ochno/testkit/server'
import { publisher } from '@ochno/testkit/watching/publisher'
import { realWebm } from '@ochno/testkit/watching/synthetic'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { type Figures, round, type Say } from '../scenario.ts'
import { type WebStand, webStand } from './web-stand.ts'

/** Short, so that both ways are watched whole; what begins and ends every recording weighs more here than in an hour. */
const LENGTH_S = Number(process.env.OCHNO_BENCH_SAMPLE_S ?? 300)
const HINT_S = 6
/** One in a hundred seconds, as twelve in twenty minutes. */
const HINTS_AT_S = [0.2, 0.5, 0.8].map((share) => Math.round(LENGTH_S * share))
const SPEED = 2

export async function sessionFigures(say: Say): Promise<Figures> {
  const stand = await webStand()
  try {
    const proctor = await stand.server.person('proctor')
    const [desk, plain] = [await sample(stand, proctor), await sample(stand, proctor)]
    say(`two recordings of ${LENGTH_S} s with ${HINTS_AT_S.length} hints`)
    const page = await stand.page(await stand.browser(), proctor)
    const deskMs = await judged(page, desk, true)
    say(`by the desk: ${Math.round(deskMs / 1_000)} s`)
    const plainMs = await judged(page, plain, false)
    say(`plainly at ${SPEED}x: ${Math.round(plainMs / 1_000)} s`)
    const perHour = (ms: number) => round((ms / 60_000) * (3_600 / LENGTH_S))
    return {
      sample_desk_min_per_hour: perHour(deskMs),
      sample_plain_2x_min_per_hour: perHour(plainMs),
    }
  } finally {
    await stand.close()
  }
}

/** The review of a recording that the server really has; the address of its desk. */
async function sample({ server }: WebStand, proctor: TestPerson): Promise<string> {
  const exam = await server.exam({ lengthMinutes: 60 })
  const examinee = await server.person('examinee')
  const session = await server.running({ exam, proctors: [proctor], examinee })
  const began = Date.now() - (LENGTH_S + 5) * 1_000
  const media = { cam: realWebm('cam'), screen: realWebm('screen') }
  const camera = await publisher(server.url, session, media, { pastMs: Date.now() - began })
  await camera.backlog(LENGTH_S)
  await camera.end()
  const { zeroMs } = await proctor.client.done(readTimeline, { params: { sid: session.id }, query: {} })
  const own = (text: string, values: unknown[]) => server.database.owner(text, values)
  await own('update session set authorized_at = $2 where id = $1', [session.id, new Date(zeroMs)])
  await own(
    `insert into hint_run (tenant_id, session_id, run, lag_ms, began_at, heard_at, machine)
     values ($1, $2, 'page0000', $3, $4, $4, '{"camera":null,"microphone":null,"tellsMonitors":true,"detector":"1"}')`,
    [server.id, session.id, zeroMs, new Date()],
  )
  for (const [i, at] of HINTS_AT_S.entries())
    await own(
      `insert into hint (tenant_id, session_id, no, run, own_id, seq, rule, code, from_ms, to_ms, ongoing, strength, made, heard_at)
       values ($1, $2, $3, 'page0000', $4, 1, 'phone', 'gadgets', $5, $6, false, 1, '[]', $7)`,
      [server.id, session.id, i + 1, `hint${i}`, at * 1_000, (at + HINT_S) * 1_000, new Date()],
    )
  await session.examinee.client.done(submitSession, { params: { sid: session.id } })
  // What was sent in a moment ends where it was filmed to end.
  await own('update session set deauthorized_at = $2 where id = $1', [
    session.id,
    new Date(zeroMs + LENGTH_S * 1_000),
  ])
  await server.admin.client.done(askReview, { body: { session: session.id } })
  const { rows } = await proctor.client.done(listReviews, {})
  const row = rows.find((one) => one.session === session.id)
  if (!row) throw new Error('not in the queue')
  return `/reviews/${row.id}`
}

/** From the opening to the word that the review is finished. */
async function judged(page: Page, address: string, skimmed: boolean): Promise<number> {
  await page.goto('/reviews')
  const began = performance.now()
  await page.goto(address)
  await page.locator('ol > li[data-no]').first().waitFor()
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2)
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  if (skimmed) await page.keyboard.press('s')
  for (let presses = 0; presses < 2; presses++) await page.keyboard.press('Equal')
  await page.waitForFunction(
    (asked) => Math.abs((document.querySelector('video')?.playbackRate ?? 0) - asked) < 0.25,
    SPEED,
    { timeout: 15_000 },
  )
  await watchedToTheEnd(page)
  // The end leads to the first hint, and each answer to the next one.
  await page.keyboard.press('n')
  for (const _ of HINTS_AT_S) {
    await page.keyboard.press('x')
    await page.getByRole('radio', { name: 'Машина ошиблась' }).waitFor()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: 'Машина ошиблась' }).waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: 'Завершить проверку' }).click()
  await page.getByText('Проверка завершена').first().waitFor({ timeout: 15_000 })
  return performance.now() - began
}

/** The pictures run; one that stands although it should run is a broken measurement. */
async function watchedToTheEnd(page: Page): Promise<void> {
  const limit = performance.now() + LENGTH_S * 1_500
  let at = 0
  while (at < LENGTH_S - 3) {
    if (performance.now() > limit) throw new Error(`the recording stands at ${at} s`)
    await pause(100)
    at = await page.evaluate(() => document.querySelector('video')?.currentTime ?? 0)
  }
}
