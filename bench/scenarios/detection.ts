// What the detectors see and miss on labelled clips, what false hints they give, and what looking costs beside recording.
import { labelledClips, mediaFolder } from '../detection/clips.ts'
import { cost } from '../detection/cost.ts'
import { sounds, type Sounds } from '../detection/sounds.ts'
import { detectors } from '../detection/detectors.ts'
import { drawnEvents } from '../detection/drawn-events.ts'
import { falseHints, type HonestSeen, honestSeen, strictHints, variants } from '../detection/honest.ts'
import { curveOf, eventsOf, falseSeconds, hintsOf, type SeenClip, settings, sum } from '../detection/judge.ts'
import { kept, standOnDemand } from '../detection/kept.ts'
import { type HonestRow, type Row, writeReport } from '../detection/report.ts'
import { signals } from '../detection/signals/run.ts'
import { writeSignals } from '../detection/signals/write-report.ts'
import { slowed } from '../detection/slowed.ts'
import { eventStrata, honestStrata, recallStrata, worstOf } from '../detection/strata.ts'
import { measuredTones } from '../detection/tones.ts'
import { type LabelledClip, synthetic } from '../detection/synthetic.ts'
import type { Mode } from '../../packages/detect/src/schedule.ts'
import { lastAccepted } from '../results.ts'
import { type Figures, median, round, type Say } from '../scenario.ts'

/** Detectors whose every event must be found where the labelled clips lie: what was measured before this product was written. */
const wholly = [
  'face_absent',
  'second_face',
  'face_small',
  'head_turned',
  'eyes_covered',
  'dark',
  'backlight',
  'camera_covered',
  'frozen_or_replayed',
] as const

export const targets: Figures = {
  ...Object.fromEntries(wholly.map((name) => [`missed_${name}_pct`, 0])),
  missed_phone_or_laptop_pct: 22,
  missed_book_pct: 0,
  missed_gaze_away_pct: 0,
  false_hints_10min: 1,
  honest_hints_10min: 1,
  slowed_cpu_pct: 15,
  slowed_frames_lost_pct: 2,
  slowed_longest_pause_ms: 1_000,
  delay_median_s: 3,
  delay_longest_s: 3,
  stratum_worse_pts: 2,
  signal_missed_pct: 0,
  signal_delay_longest_s: 3,
  sound_delay_longest_s: 3,
  sound_missed_others_pct: 0,
  sound_missed_aloud_pct: 0,
  sound_missed_level_pct: 0,
  browser_added_usual_pct: 10,
  cpu_usual_pct: 10,
  cpu_low_pct: 5,
  frames_lost_pct: 2,
}

const asRow = (one: HonestSeen): HonestRow => ({
  name: one.variant.name,
  tone: one.variant.tone,
  hints: falseHints(one).map(({ rule, atS, doing }) => `${rule} at ${Math.round(atS)} s (${doing})`),
  strict: strictHints(one).length,
})

/** Clips in which somebody sits an exam and does nothing a detector is there for. */
const calmEvents = ['normal', 'talk', 'handmouth', 'mask']

async function seenOf(clips: readonly LabelledClip[], mode: Mode, say: Say): Promise<readonly SeenClip[]> {
  const { stand, close } = standOnDemand()
  try {
    const seen: SeenClip[] = []
    for (const clip of clips) {
      const pictures = clip.pictures.map((picture, i) => ({ at: i * 500, image: picture() }))
      const scenes = clip.scenes?.map((scene, i) => ({ at: i * 500, scene }))
      seen.push({
        clip,
        glances: await kept(mode === 'usual' ? clip.name : `${clip.name} ${mode}`, async () =>
          scenes ? (await stand()).lookAtScenes(scenes, [], mode) : (await stand()).look(pictures, mode),
        ),
      })
    }
    say(
      `${seen.length} clips in the ${mode} mode, ${sum(seen.map(({ clip }) => clip.labels.length)) / 2} seconds`,
    )
    return seen
  } finally {
    await close()
  }
}

/** All parts, or those of OCHNO_BENCH_ONLY beside what was accepted of the others. */
const parts = process.env.OCHNO_BENCH_ONLY?.split(',') ?? [
  ...['clips', 'honest', 'sounds', 'signals'],
  ...['cost', 'slowed'],
]

export async function run(say: Say): Promise<Figures> {
  let figures = process.env.OCHNO_BENCH_ONLY ? lastAccepted('detection') : {}
  const media = labelledClips()
  if (parts.includes('cost')) figures = { ...figures, ...(await cost(media.filter(isCalm), say)) }
  if (parts.includes('slowed')) figures = { ...figures, ...(await slowed(say)) }
  if (parts.includes('signals')) {
    const played = await signals(say)
    figures = { ...figures, ...played.figures }
    say(`tables of the signals: ${writeSignals(played)}`)
  }
  const listened = parts.includes('sounds') ? sounds(say) : null
  if (listened) figures = { ...figures, ...listened.figures }
  return parts.includes('clips') ? { ...figures, ...(await judged(media, figures, listened, say)) } : figures
}

const isEvening = ({ clip }: SeenClip) => clip.light === 'evening light'
type Count = { readonly found: number; readonly events: number }
const together = (all: readonly Count[]): Count => ({
  found: sum(all.map(({ found }) => found)),
  events: sum(all.map(({ events }) => events)),
})
/** Per cent; nothing is missed where nothing happened. */
const missed = ({ found, events }: Count): number =>
  round((1 - found / Math.max(events, 1)) * 100, 1) * Math.sign(events)

const isCalm = ({ event }: LabelledClip) => event === 'normal' || event === 'talk'

async function judged(
  media: readonly LabelledClip[],
  costs: Figures,
  listened: Sounds | null,
  say: Say,
): Promise<Figures> {
  if (media.length === 0)
    say(
      `SKIPPED: no labelled clips at ${mediaFolder}; only the clips this project makes are judged, and no photograph is among them`,
    )
  const clips = [...synthetic(), ...drawnEvents(), ...media]
  const seen = await seenOf(clips, 'usual', say)
  const rarely = await seenOf(clips, 'low', say)
  const rules = settings()
  const rows: readonly Row[] = detectors
    .map((detector) => ({
      name: detector.name,
      curve: curveOf(detector, seen),
      events: eventsOf(detector, seen, rules),
    }))
    .filter(({ events }) => events.events > 0)
  const low: readonly Row[] = detectors
    .map((detector) => ({
      name: detector.name,
      curve: curveOf(detector, rarely),
      events: eventsOf(detector, rarely, rules),
    }))
    .filter(({ events }) => events.events > 0)
  const evening = seen.filter(isEvening)
  const strata = eventStrata(seen)
  const honest = parts.includes('honest') ? await honestSeen(say, variants(measuredTones(seen))) : []
  const minutes = honest.length > 0 ? honestStrata(honest) : []
  const tens = honest.map(asRow)
  const calm = seen.filter(({ clip }) => calmEvents.includes(clip.event))
  const calmMinutes = sum(calm.map(({ clip }) => clip.labels.length)) / 120
  const calmHints = sum(calm.map((one) => hintsOf(one, rules).length))
  const delays = rows.flatMap(({ events }) => events.delays)
  const figures: Figures = {
    clips: seen.length,
    ...Object.fromEntries(
      detectors.map((detector) => [`missed_${detector.name}_pct`, missed(eventsOf(detector, seen, rules))]),
    ),
    missed_evening_pct: missed(together(detectors.map((one) => eventsOf(one, evening, rules)))),
    ...Object.fromEntries(rows.map(({ name, events }) => [`false_${name}`, events.falseHints])),
    low_missed_pct: missed(together(low.map(({ events }) => events))),
    low_false_hints: sum(low.map(({ events }) => events.falseHints)),
    ...(calmMinutes > 0 ? { false_hints_10min: round((calmHints / calmMinutes) * 10, 2) } : {}),
    delay_median_s: round(median(delays) / 1_000),
    delay_longest_s: round(Math.max(...delays) / 1_000),
    false_seconds_pct: round(falseSeconds(seen, rules), 3),
    stratum_worse_pts: round(Math.max(worstOf(strata), worstOf(minutes)), 3),
    ...(tens.length > 0
      ? {
          honest_minutes: (sum(honest.map(({ clip }) => clip.labels.length)) / 120) | 0,
          honest_hints_10min: round(sum(tens.map(({ hints }) => hints.length)) / tens.length),
          honest_worst_clip: Math.max(...tens.map(({ hints }) => hints.length)),
          honest_strict_10min: round(sum(tens.map(({ strict }) => strict)) / tens.length),
        }
      : {}),
  }
  const made = {
    rows,
    low,
    recalls: recallStrata(seen),
    strata: [...strata, ...minutes],
    honest: tens,
    sounds: listened,
    about:
      `${seen.length} clips, ${(sum(seen.map(({ clip }) => clip.labels.length)) / 120).toFixed(1)} minutes${tens.length > 0 ? `, and ${tens.length} times ten honest minutes` : ''}. ${aboutCosts(costs)}`.trim(),
  }
  // Whoever has no photographs gets the same tables and plot of what the project draws, in a folder of the benchmark.
  say(`tables and plot: ${writeReport(made, media.length > 0)}`)
  return figures
}

/** Nothing of what was not measured. */
const aboutCosts = (costs: Figures): string =>
  [
    ...(costs.cpu_usual_pct === undefined ? [] : watchedBeside(costs)),
    ...(costs.slowed_cpu_pct === undefined ? [] : watchedSlowed(costs)),
  ].join(' ')

const watchedBeside = (costs: Figures): readonly string[] => [
  `The looks took ${costs.cpu_usual_pct} % of one core and ${costs.cpu_low_pct} % in the low mode;`,
  `with opening frames, compiling and cleaning up the whole browser took ${costs.browser_added_usual_pct} and ${costs.browser_added_low_pct} points more than for recording alone.`,
  `Recording and watching together took ${costs.cpu_with_vs_without} times the processor of recording alone;`,
  `of its frames the recording lost ${costs.frames_lost_pct} % by it; it dropped ${costs.dropped_with} with and ${costs.dropped_without} without, in one run.`,
]

const watchedSlowed = (costs: Figures): readonly string[] => [
  `On a processor slowed three times the looks took ${costs.slowed_cpu_pct} % of a core; the recording dropped ${costs.slowed_dropped_with} frames with and ${costs.slowed_dropped_without} without,`,
  `took ${costs.slowed_frames_lost_pct} % fewer, and the page never stood still for longer than ${costs.slowed_longest_pause_ms} ms.`,
]
