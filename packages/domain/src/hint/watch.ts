// Signals -> hints, one signal at a time: fed whole or in a thousand pieces the result is the same.
import type { Blindness, Hint } from './hint.ts'
import type { Sight } from './rule.ts'
import { type ActiveRule, activeRules } from './rules.ts'
import type { HintSettings } from './settings.ts'
import { type BlindReason, type Moment, type Sensor, sensorOf, type Signal } from './signal.ts'

type Seen = Extract<Sight, { sees: 'yes' | 'still' }>
type Open = Pick<Hint, 'from' | 'to' | 'strength' | 'about' | 'name'> & {
  readonly first: number
  readonly last: number
  /** Time nobody saw lies between it and the hint before it. */
  readonly apart: boolean
}
type Track = {
  readonly open: Open | null
  readonly hints: readonly Hint[]
  readonly apart: boolean
  /** What nobody saw ended here: nothing began before it. */
  readonly unseenTo: Moment
}
type Heard = { readonly no: number; readonly at: Moment; readonly blind: BlindReason | null }

export type Watch = {
  readonly heard: Readonly<Partial<Record<Sensor, Heard>>>
  readonly tracks: Readonly<Record<string, Track>>
  readonly blind: readonly Blindness[]
}

export const nothingWatched: Watch = { heard: {}, tracks: {}, blind: [] }
const empty: Track = { open: null, hints: [], apart: false, unseenTo: 0 }

export function watcher(settings: HintSettings) {
  const rules = activeRules(settings)
  const feed = (watch: Watch, signals: readonly Signal[]): Watch =>
    signals.reduce((before, signal) => step(before, signal, rules, settings), watch)
  const hints = (watch: Watch): readonly Hint[] =>
    rules
      .flatMap((rule) => allOf(watch.tracks[rule.rule] ?? empty, rule, settings))
      .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
  return { feed, hints }
}

/** When which sensor saw nothing, the last of it still going on. */
export const blindness = (watch: Watch): readonly Blindness[] => watch.blind

function step(watch: Watch, signal: Signal, rules: readonly ActiveRule[], settings: HintSettings): Watch {
  const sensor = sensorOf(signal)
  const before = watch.heard[sensor]
  // Delivered twice, or overtaken: the sensor's own order decides.
  if (before && (signal.no <= before.no || signal.at < before.at)) return watch
  const silent = before !== undefined && signal.at - before.at > settings.calibration.silentMs[sensor]
  const tracks = { ...watch.tracks }
  for (const rule of rules.filter((one) => one.on === sensor)) {
    const track = tracks[rule.rule] ?? empty
    const known = silent ? unseen(track, signal.at, rule, settings) : track
    const sight: Sight = signal.on === 'blind' ? { sees: 'cannot' } : rule.look(signal)
    tracks[rule.rule] = next(known, sight, signal, rule, settings)
  }
  const why = signal.on === 'blind' ? signal.why : null
  return {
    heard: { ...watch.heard, [sensor]: { no: signal.no, at: signal.at, blind: why } },
    tracks,
    blind: blindAfter(watch.blind, sensor, before, signal.at, why, silent),
  }
}

function next(
  track: Track,
  sight: Sight,
  { no, at }: Signal,
  rule: ActiveRule,
  settings: HintSettings,
): Track {
  const { open } = track
  if (sight.sees === 'cannot') return unseen(track, at, rule, settings)
  if (sight.sees === 'no') return open ? closed(track, { ...open, to: at }, rule, settings) : track
  if (!open) return sight.sees === 'yes' ? opened(track, sight, no, at) : track
  // Eyes that move from the keyboard to the wall begin another hint: a permission may cover one and not the other.
  if (sight.sees === 'yes' && (sight.about !== open.about || sight.name !== open.name))
    return opened(closed(track, { ...open, to: at }, rule, settings), sight, no, at)
  return { ...track, open: { ...open, to: at, last: no, strength: Math.max(open.strength, sight.strength) } }
}

/** What was open ends where it was last seen. */
const unseen = (track: Track, at: Moment, rule: ActiveRule, settings: HintSettings): Track => ({
  ...(track.open ? closed(track, track.open, rule, settings) : track),
  apart: true,
  unseenTo: at,
})

const opened = (track: Track, { strength, about, name, forMs = 0 }: Seen, no: number, at: Moment): Track => ({
  ...track,
  open: {
    // Not before what ended before it, nor into a time that nobody saw.
    from: Math.min(at, Math.max(at - forMs, track.unseenTo, track.hints.at(-1)?.to ?? 0)),
    to: at,
    strength,
    first: no,
    last: no,
    apart: track.apart,
    ...(about !== undefined && { about }),
    ...(name !== undefined && { name }),
  },
})

function closed(track: Track, open: Open, rule: ActiveRule, settings: HintSettings): Track {
  const hints = withHint(track.hints, open, rule, settings, false)
  return { ...track, open: null, hints, apart: track.apart && hints === track.hints }
}

const allOf = ({ open, hints }: Track, rule: ActiveRule, settings: HintSettings): readonly Hint[] =>
  open ? withHint(hints, open, rule, settings, true) : hints

/** Long enough by itself, then one with its neighbour where the pause between them was seen and short. */
function withHint(
  hints: readonly Hint[],
  { first, last, apart, ...open }: Open,
  { rule, code, on, leastMs }: ActiveRule,
  { calibration }: HintSettings,
  ongoing: boolean,
): readonly Hint[] {
  if (open.to - open.from < leastMs) return hints
  const made = { sensor: on, first, last }
  const before = hints.at(-1)
  const isNeighbour =
    before !== undefined &&
    !apart &&
    open.from - before.to < calibration.mergeMs &&
    before.about === open.about &&
    before.name === open.name
  if (!isNeighbour)
    return [...hints, { id: `${rule}@${open.from}`, rule, code, ...open, ongoing, made: [made] }]
  const strength = Math.max(before.strength, open.strength)
  return [...hints.slice(0, -1), { ...before, to: open.to, ongoing, strength, made: [...before.made, made] }]
}

function blindAfter(
  list: readonly Blindness[],
  sensor: Sensor,
  before: Heard | undefined,
  at: Moment,
  why: BlindReason | null,
  silent: boolean,
): readonly Blindness[] {
  const open = list.find((one) => one.sensor === sensor && one.ongoing)
  const others = list.filter((one) => one !== open)
  if (open && open.why === why && !silent) return [...others, { ...open, to: at }]
  const past = open ? [...others, { ...open, to: silent && before ? before.at : at, ongoing: false }] : others
  const gap: readonly Blindness[] =
    silent && before ? [{ sensor, from: before.at, to: at, why: 'silent', ongoing: false }] : []
  const now: readonly Blindness[] = why === null ? [] : [{ sensor, from: at, to: at, why, ongoing: true }]
  return [...past, ...gap, ...now]
}
