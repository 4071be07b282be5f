// Glances and labels -> figures. Everything here is arithmetic on what the browser saw.
import { proposalOf, decide } from '@ochno/domain/policy/act-policy'
import { effectivePolicy } from '@ochno/domain/policy/effective'
import { preset } from '@ochno/domain/policy/presets'
import type { PolicyKey } from '@ochno/domain/policy/schema'
import { policyKeys } from '@ochno/domain/policy/schema'
import type { Hint } from '@ochno/domain/hint/hint'
import { calibration1, type HintSettings } from '@ochno/domain/hint/settings'
import { nothingWatched, watcher } from '@ochno/domain/hint/watch'
import type { Glance } from '../../packages/detect/src/see/eye.ts'
import { Senses } from '../../packages/detect/src/sense/senses.ts'
import { type Detector, detectors } from './detectors.ts'
import type { LabelledClip } from './synthetic.ts'

export type SeenClip = { readonly clip: LabelledClip; readonly glances: readonly Glance[] }

/** What an institution may set so that events of a few seconds are noticed; the clips are too short for the usual pauses. */
const quick: Partial<Record<PolicyKey, number>> = {
  'detect.face_absent_s': 2,
  'detect.head_turn_s': 1,
  'detect.frozen_s': 1,
  'detect.dark_s': 1,
  'detect.face_fraction_sustained_s': 2,
  'detect.head_yaw_deg': 28,
  'detect.head_pitch_deg': 17,
}

export function settings(values: Partial<Record<PolicyKey, number>> = quick): HintSettings {
  const policy = policyKeys
    .filter((key) => key.startsWith('detect.'))
    .reduce((before, key) => {
      const made = decide(before, key, {
        value: values[key] ?? proposalOf(before, key) ?? 0,
        ground: 'Приказ',
      })
      if (!made.ok) throw new Error(`${key}: ${made.why}`)
      return made.policy
    }, preset('004'))
  const effective = effectivePolicy(policy)
  if (!effective.ok) throw new Error('the settings of the benchmark are refused')
  return { act: '004', policy: effective.policy, calibration: calibration1 }
}

/** Every rule there is, with the durations proposed to institutions: the strictest an exam can be. */
export function strict(): HintSettings {
  const usual = settings({})
  const policy = { ...usual.policy, 'gaze.only_screen': { value: true, origin: { from: 'nobody' } as const } }
  return { ...usual, act: null, policy }
}

/** `known`: when a proctor could first have read it. */
type Told = { readonly hint: Hint; readonly known: number }

/** The hints of a clip, fed glance by glance as in an exam. */
export function hintsOf({ glances }: SeenClip, rules: HintSettings): readonly Told[] {
  const { feed, hints } = watcher(rules)
  const senses = new Senses()
  const known = new Map<string, number>()
  let watch = nothingWatched
  for (const glance of glances) {
    watch = feed(watch, senses.take(glance))
    for (const { id } of hints(watch)) if (!known.has(id)) known.set(id, glance.at)
  }
  return hints(watch).map((hint) => ({ hint, known: known.get(hint.id) ?? 0 }))
}

type Span = { readonly from: number; readonly to: number }
/** Runs of the answer; what nobody can say lengthens what is. */
function spans(
  clip: LabelledClip,
  label: Detector['label'],
  wanted: readonly (boolean | null)[],
): readonly Span[] {
  const found: Span[] = []
  let open: { from: number; sure: boolean } | null = null
  clip.labels.forEach((row, i) => {
    const said = label(row)
    if (wanted.includes(said)) open ??= { from: i * 500, sure: false }
    if (open && said === true) open.sure = true
    if (open && (!wanted.includes(said) || i === clip.labels.length - 1)) {
      if (open.sure || !wanted.includes(true) || wanted.length > 1)
        found.push({ from: open.from, to: i * 500 })
      open = null
    }
  })
  return found
}
const SLACK_MS = 1_000
const meets = (a: Span, b: Span, slack: number) => a.from <= b.to + slack && b.from <= a.to + slack

export type Events = {
  readonly events: number
  readonly found: number
  readonly hints: number
  readonly falseHints: number
  /** Milliseconds from the event's beginning to the hint, of those found. */
  readonly delays: readonly number[]
}

export function eventsOf(detector: Detector, clips: readonly SeenClip[], rules: HintSettings): Events {
  const all = clips.map((seen) => {
    const told = hintsOf(seen, rules).filter(({ hint }) => detector.rules.includes(hint.rule))
    const events = spans(seen.clip, detector.label, [true])
    const excused = spans(seen.clip, detector.label, [true, null])
    const answers = events.map((event) => told.filter(({ hint }) => meets(hint, event, SLACK_MS)))
    return {
      events: events.length,
      found: answers.filter((answer) => answer.length > 0).length,
      hints: told.length,
      falseHints: told.filter(({ hint }) => !excused.some((span) => meets(hint, span, SLACK_MS))).length,
      delays: answers.flatMap((answer, i) =>
        answer.length > 0
          ? [Math.max(0, Math.min(...answer.map(({ known }) => known)) - (events[i] as Span).from)]
          : [],
      ),
    }
  })
  return {
    events: sum(all.map(({ events }) => events)),
    found: sum(all.map(({ found }) => found)),
    hints: sum(all.map(({ hints }) => hints)),
    falseHints: sum(all.map(({ falseHints }) => falseHints)),
    delays: all.flatMap(({ delays }) => delays),
  }
}
export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

type Sample = { readonly so: boolean; readonly score: number; readonly plain: boolean | null }
const OLD_MS = 4_500

/** One sample for each labelled half second: the last measurement that is not too old. */
function samplesOf(detector: Detector, { clip, glances }: SeenClip): readonly Sample[] {
  let score: { at: number; value: number } | null = null
  let plain: { at: number; value: boolean } | null = null
  return clip.labels.flatMap((row, i): Sample[] => {
    const glance = glances[i]
    if (glance) {
      const value = detector.score(glance)
      if (value !== null) score = { at: glance.at, value }
      const said = detector.plain?.(glance) ?? null
      if (said !== null) plain = { at: glance.at, value: said }
    }
    const so = detector.label(row)
    const fresh = score !== null && i * 500 - (score as { at: number }).at <= OLD_MS
    if (so === null || !fresh || score === null) return []
    return [
      {
        so,
        score: (score as { value: number }).value,
        plain: (plain as { value: boolean } | null)?.value ?? null,
      },
    ]
  })
}

export type Curve = {
  readonly seconds: number
  readonly positives: number
  /** Recall of positive half seconds where this part of the others is a false alarm. */
  readonly recallAt: (falseAlarms: number) => number
  readonly points: readonly (readonly [falseAlarms: number, recall: number])[]
  readonly plain: { readonly recall: number; readonly falseAlarms: number } | null
}

export function curveOf(detector: Detector, clips: readonly SeenClip[]): Curve {
  const samples = clips.flatMap((seen) => samplesOf(detector, seen))
  const yes = samples.filter(({ so }) => so)
  const no = samples.filter(({ so }) => !so)
  const limits = [...new Set(samples.map(({ score }) => score))].sort((a, b) => b - a)
  const part = (of: readonly Sample[], limit: number) =>
    of.length === 0 ? 0 : of.filter(({ score }) => score >= limit).length / of.length
  const points = limits.map((limit) => [part(no, limit), part(yes, limit)] as const)
  const plainOf = (of: readonly Sample[]) => of.filter(({ plain }) => plain !== null)
  const share = (of: readonly Sample[]) =>
    of.length === 0 ? 0 : of.filter(({ plain }) => plain).length / of.length
  return {
    seconds: samples.length / 2,
    positives: yes.length / 2,
    points,
    recallAt: (most) =>
      Math.max(0, ...points.filter(([alarms]) => alarms <= most).map(([, recall]) => recall)),
    plain:
      detector.plain && plainOf(yes).length > 0
        ? { recall: share(plainOf(yes)), falseAlarms: share(plainOf(no)) }
        : null,
  }
}

/** Seconds of false hints in a hundred seconds that are none of the event. */
export function falseSeconds(clips: readonly SeenClip[], rules: HintSettings): number {
  let [wrong, all] = [0, 0]
  for (const seen of clips) {
    const told = hintsOf(seen, rules)
    for (const detector of detectors) {
      const own = told.filter(({ hint }) => detector.rules.includes(hint.rule))
      const excused = spans(seen.clip, detector.label, [true, null])
      seen.clip.labels.forEach((row, i) => {
        if (detector.label(row) !== false) return
        const span = { from: i * 500, to: i * 500 }
        all++
        if (excused.some((event) => meets(event, span, SLACK_MS))) return
        if (own.some(({ hint }) => meets(hint, span, 0))) wrong++
      })
    }
  }
  return all === 0 ? 0 : (wrong / all) * 100
}
