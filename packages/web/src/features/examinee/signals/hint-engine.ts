// Signals of this page and of its eyes -> what the server is told, and only what is new of it.
import type { BlindReport, HintReport } from '@ochno/contract/hints'
import type { Blindness, Hint } from '@ochno/domain/hint/hint'
import type { HintSettings } from '@ochno/domain/hint/settings'
import type { BlindSignal, Measured, Signal } from '@ochno/domain/hint/signal'
import { blindness, nothingWatched, type Watch, watcher } from '@ochno/domain/hint/watch'

/** A hint that goes on is told again this often. */
const AGAIN_MS = 5_000
/** The signals a hint was made of; the newest are enough to find them. */
const MADE = 200

export type News = { readonly hints: readonly HintReport[]; readonly blind: readonly BlindReport[] }

export type HintEngine = {
  /** One measurement of this page, at the page's own clock. */
  readonly see: (measured: Measured | BlindSignal, at: number) => void
  /** Signals that bring their own numbers. */
  readonly feed: (signals: readonly Signal[]) => void
  /** What changed since it was asked the last time. */
  readonly news: () => News
}

/** In a call the microphone hears the talk: the sensor says that it does not listen, and nothing is made of what it heard. */
const inTalk = (signal: Measured | BlindSignal, talking: boolean): Measured | BlindSignal =>
  talking && signal.on === 'sound' ? { on: 'blind', sensor: 'sound', why: 'switched_off' } : signal

export function hintEngine(settings: HintSettings, talking: () => boolean = () => false): HintEngine {
  const { feed, hints } = watcher(settings)
  let watch: Watch = nothingWatched
  let no = 0
  const told = new Map<
    string,
    { readonly to: number; readonly ongoing: boolean; readonly strength: number }
  >()
  const toldBlind = new Map<string, { readonly to: number; readonly ongoing: boolean }>()

  const isNews = (key: string, { to, ongoing, strength }: Hint): boolean => {
    const before = told.get(key)
    if (!before || before.ongoing !== ongoing || strength > before.strength) return true
    return to - before.to >= (ongoing ? AGAIN_MS : 1)
  }
  const isBlindNews = (key: string, { to, ongoing }: Blindness): boolean => {
    const before = toldBlind.get(key)
    return !before || before.ongoing !== ongoing || to - before.to >= AGAIN_MS
  }
  return {
    see: (measured, at) => {
      watch = feed(watch, [{ ...inTalk(measured, talking()), no: ++no, at: Math.round(at) }])
    },
    feed: (signals) => {
      watch = feed(
        watch,
        signals.map((signal) => ({
          ...inTalk(signal, talking()),
          no: signal.no,
          at: Math.round(signal.at),
        })),
      )
    },
    news: () => {
      const fresh = hints(watch).filter((hint) => isNews(hint.id, hint))
      for (const { id, to, ongoing, strength } of fresh) told.set(id, { to, ongoing, strength })
      const dark = blindness(watch).filter((one) => isBlindNews(`${one.sensor}@${one.from}`, one))
      for (const one of dark) toldBlind.set(`${one.sensor}@${one.from}`, one)
      return { hints: fresh.map(reportOf), blind: dark.map(blindOf) }
    },
  }
}

const reportOf = ({ id, rule, code, from, to, ongoing, strength, about, name, made }: Hint): HintReport => ({
  id,
  // Later words of one hint have a later end; its last word has the same end and goes on no more.
  seq: 2 * to + (ongoing ? 0 : 1),
  rule,
  code,
  fromMs: from,
  toMs: to,
  ongoing,
  strength,
  ...(about !== undefined && { about }),
  ...(name !== undefined && { name }),
  made: made.slice(-MADE).map((one) => ({ ...one })),
})

const blindOf = ({ sensor, from, to, why, ongoing }: Blindness): BlindReport => ({
  sensor,
  fromMs: from,
  toMs: to,
  why,
  ongoing,
})
