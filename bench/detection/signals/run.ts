// Events and honest behaviours, played into real browsers, several at a time; what came of each, rule by rule.
import type { Browser } from 'puppeteer-core'
import { calibration1 } from '@ochno/domain/hint/settings'
import { type Figures, median, round, type Say } from '../../scenario.ts'
import { bounds, type EventTrial, eventTrials, type Level, pause } from './events.ts'
import { type HonestTrial, honestTrials } from './honest.ts'
import { type Stand, type Surface, signalStand } from './stand.ts'

export type SignalRow = {
  readonly kind: string
  readonly rule: string
  readonly code: string
  readonly level: Level
  readonly how: string
  readonly events: number
  readonly found: number
  readonly delays: readonly number[]
}
export type FalseRow = {
  readonly rule: string
  readonly code: string
  readonly trials: number
  readonly hints: number
  readonly doing: readonly string[]
}
export type Signals = {
  readonly rows: readonly SignalRow[]
  readonly falseRows: readonly FalseRow[]
  readonly honest: number
  readonly behaviours: number
  readonly figures: Figures
}

const AT_ONCE = 4
const WAIT_MS = 6_000
const AFTERWARDS_MS = 3_000

type Answer = { readonly trial: EventTrial; readonly code: string; readonly delay: number | null }
type HonestAnswer = {
  readonly trial: HonestTrial
  readonly hints: readonly { readonly rule: string; readonly code: string }[]
}

/** Somebody who shares something else than what the page asked for. */
const choosesFreely = `{
  const devices = navigator.mediaDevices
  const ask = devices.getDisplayMedia.bind(devices)
  devices.getDisplayMedia = (wish) => ask({ ...wish, video: { ...wish.video, displaySurface: undefined } })
}`

async function playEvent(stand: Stand, browser: Browser, trial: EventTrial): Promise<Answer> {
  const opened = Date.now()
  const tab = await stand.open(browser, trial.before ?? (trial.surface ? choosesFreely : undefined))
  try {
    if (trial.filled) {
      await tab.page.evaluate(() => document.documentElement.requestFullscreen())
      await bounds(tab, { width: 1_000, height: 700 }).catch(() => {})
      await tab.page.evaluate(() => document.documentElement.requestFullscreen())
      // What is told of the small window has ended, and is too long ago to be one hint with what follows.
      await pause(calibration1.mergeMs + 1_500)
    }
    const before = new Set(tab.told().map(({ hint }) => hint.id))
    // What is known of the machine is known from the beginning.
    const began = trial.before ? opened : Date.now()
    if (trial.before) before.clear()
    await trial.play(tab).catch((cause: unknown) => {
      console.error(`  ${trial.kind} could not be played: ${String(cause)}`)
    })
    const until = Date.now() + (trial.waitMs ?? WAIT_MS)
    const found = () => tab.told().find(({ hint }) => hint.rule === trial.rule && !before.has(hint.id))
    while (!found() && Date.now() < until) await pause(50)
    const answer = found()
    return { trial, code: answer?.hint.code ?? '', delay: answer ? answer.at - began : null }
  } finally {
    await trial.after?.(tab).catch((cause: unknown) => console.error(`  ${trial.kind}: ${String(cause)}`))
    for (const page of await browser.pages()) if (page !== tab.page) await page.close().catch(() => {})
    await tab.close()
  }
}

async function playHonest(stand: Stand, browser: Browser, trial: HonestTrial): Promise<HonestAnswer> {
  const tab = await stand.open(browser, trial.before)
  try {
    const before = new Set(trial.before ? [] : tab.told().map(({ hint }) => hint.id))
    await trial.play(tab)
    await pause(AFTERWARDS_MS)
    const fresh = tab.told().filter(({ hint }) => !before.has(hint.id))
    const once = new Map(fresh.map(({ hint }) => [hint.rule, { rule: hint.rule, code: hint.code }]))
    return { trial, hints: [...once.values()] }
  } finally {
    await trial.after?.(tab).catch((cause: unknown) => console.error(`  ${trial.name}: ${String(cause)}`))
    await tab.close()
  }
}

/** Each lane its own browser: windows of one would take the focus from each other. */
async function inLanes<T, R>(
  stand: Stand,
  all: readonly T[],
  surfaceOf: (one: T) => Surface,
  play: (browser: Browser, one: T) => Promise<R>,
): Promise<readonly R[]> {
  const waiting = [...all]
  const done: R[] = []
  const lane = async () => {
    let opened = null as { readonly surface: Surface; readonly browser: Browser } | null
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const surface = surfaceOf(next)
      if (opened?.surface !== surface) {
        await opened?.browser.close()
        opened = { surface, browser: await stand.browser(surface) }
        // Without a page of its own a browser would go with the first that is closed.
        await opened.browser.newPage()
      }
      done.push(await play(opened.browser, next))
    }
    await opened?.browser.close()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return done
}

export async function signals(say: Say): Promise<Signals> {
  const stand = await signalStand()
  try {
    const events = eventTrials().toSorted((a, b) => (b.waitMs ?? 0) - (a.waitMs ?? 0))
    const answers = await inLanes(
      stand,
      events,
      ({ surface }) => surface ?? 'monitor',
      (browser, trial) => playEvent(stand, browser, trial),
    )
    const honest = await inLanes(
      stand,
      honestTrials(),
      () => 'monitor',
      (browser, trial) => playHonest(stand, browser, trial),
    )
    const order = [...new Set(eventTrials().map(({ kind }) => kind))]
    const rows = order.map((kind): SignalRow => {
      const own = answers.filter(({ trial }) => trial.kind === kind)
      const { rule, level, how } = (own[0] as Answer).trial
      const delays = own.flatMap(({ delay }) => (delay === null ? [] : [delay]))
      const code = own.find((one) => one.code)?.code ?? ''
      return { kind, rule, level, how, code, events: own.length, found: delays.length, delays }
    })
    const rules = new Map(rows.map(({ rule, code }) => [rule, code]))
    for (const { hints } of honest) for (const { rule, code } of hints) rules.set(rule, code)
    const falseRows = [...rules].map(([rule, code]): FalseRow => {
      const own = honest.filter(({ hints }) => hints.some((one) => one.rule === rule))
      const doing = [...new Set(own.map(({ trial }) => trial.name))]
      return { rule, code, trials: honest.length, hints: own.length, doing }
    })
    for (const row of rows)
      say(`${row.kind}: ${row.found} of ${row.events}, ${delayOf(row.delays)} s (${row.rule})`)
    for (const { rule, hints, doing } of falseRows)
      if (hints > 0) say(`false: ${rule} ${hints} times, ${doing.join(', ')}`)
    const all = rows.flatMap(({ delays }) => delays)
    const missed = answers.filter(({ delay }) => delay === null).length
    const prompt = rows.filter(({ kind }) => !late.includes(kind)).flatMap(({ delays }) => delays)
    return {
      rows,
      falseRows,
      honest: honest.length,
      behaviours: new Set(honest.map(({ trial }) => trial.name)).size,
      figures: {
        signal_events: answers.length,
        signal_missed_pct: round((missed / answers.length) * 100, 1),
        signal_honest_trials: honest.length,
        signal_false_trials: honest.filter(({ hints }) => hints.length > 0).length,
        signal_delay_median_s: round(median(all) / 1_000),
        signal_delay_longest_s: round(Math.max(...prompt) / 1_000),
      },
    }
  } finally {
    await stand.close()
  }
}

/** By their own rules these wait: looks that have to agree, and a link that has to be back before anything can be told. */
const late = ['the shared screen is black', 'the shared screen stands still', 'no link']

export const delayOf = (delays: readonly number[]): string =>
  delays.length === 0
    ? '–'
    : `${(median(delays) / 1_000).toFixed(1)} (${(Math.max(...delays) / 1_000).toFixed(1)})`
