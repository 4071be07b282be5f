// What the detectors see and miss on labelled clips, what false hints they give, and what looking costs beside recording.
import { lookStand } from '../../packages/detect/tests/support/look.ts'
import { labelledClips, mediaFolder } from '../detection/clips.ts'
import { cost } from '../detection/cost.ts'
import { detectors } from '../detection/detectors.ts'
import { curveOf, eventsOf, falseSeconds, hintsOf, type SeenClip, settings, sum } from '../detection/judge.ts'
import { type Row, type Stratum, writeReport } from '../detection/report.ts'
import { type LabelledClip, synthetic } from '../detection/synthetic.ts'
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
  false_hints_10min: 1,
  delay_median_s: 3,
  stratum_worse_pts: 2,
  cpu_usual_pct: 10,
  cpu_low_pct: 5,
  frames_lost_pct: 2,
}

/** Clips in which somebody sits an exam and does nothing a detector is there for. */
const honest = ['normal', 'talk', 'handmouth', 'mask']

async function seenOf(clips: readonly LabelledClip[], say: Say): Promise<readonly SeenClip[]> {
  const stand = await lookStand()
  try {
    const seen: SeenClip[] = []
    for (const clip of clips) {
      const pictures = clip.pictures.map((picture, i) => ({ at: i * 500, image: picture() }))
      seen.push({ clip, glances: await stand.look(pictures) })
    }
    say(`${seen.length} clips, ${sum(seen.map(({ clip }) => clip.labels.length)) / 2} seconds`)
    return seen
  } finally {
    await stand.close()
  }
}

function strataOf(seen: readonly SeenClip[]): readonly Stratum[] {
  const rules = settings()
  const stratum = (name: string, of: readonly SeenClip[]): Stratum => ({
    name,
    seconds: sum(of.map(({ clip }) => clip.labels.length)) / 2,
    falsePct: falseSeconds(of, rules),
  })
  const persons = [...new Set(seen.map(({ clip }) => clip.subject))].filter((one) => one !== 'room').sort()
  const poor = ({ clip: { event } }: SeenClip) => event === 'dark' || event === 'backlight'
  return [
    stratum('all', seen),
    ...persons.map((one) =>
      stratum(
        `subject ${one}`,
        seen.filter(({ clip }) => clip.subject === one),
      ),
    ),
    stratum('poor light', seen.filter(poor)),
    stratum(
      'good light',
      seen.filter((one) => !poor(one)),
    ),
  ].filter(({ seconds }) => seconds > 0)
}

export async function run(say: Say): Promise<Figures> {
  const media = labelledClips()
  if (media.length === 0)
    say(
      `SKIPPED: no labelled clips at ${mediaFolder}; only the clips this project makes are judged, no face among them`,
    )
  const seen = await seenOf([...synthetic(), ...media], say)
  const rules = settings()
  const rows: readonly Row[] = detectors
    .map((detector) => ({
      name: detector.name,
      curve: curveOf(detector, seen),
      events: eventsOf(detector, seen, rules),
    }))
    .filter(({ events }) => events.events > 0)
  const strata = strataOf(seen)
  const [all, ...parts] = strata.map(({ falsePct }) => falsePct) as [number, ...number[]]
  const calm = seen.filter(({ clip }) => honest.includes(clip.event))
  const calmMinutes = sum(calm.map(({ clip }) => clip.labels.length)) / 120
  const calmHints = sum(calm.map((one) => hintsOf(one, rules).length))
  const delays = rows
    .filter(({ name }) => name !== 'frozen_or_replayed')
    .flatMap(({ events }) => events.delays)
  const figures: Figures = {
    clips: seen.length,
    ...Object.fromEntries(
      rows.map(({ name, events }) => [
        `missed_${name}_pct`,
        round((1 - events.found / events.events) * 100, 1),
      ]),
    ),
    ...Object.fromEntries(rows.map(({ name, events }) => [`false_${name}`, events.falseHints])),
    ...(calmMinutes > 0 ? { false_hints_10min: round((calmHints / calmMinutes) * 10, 2) } : {}),
    delay_median_s: round(median(delays) / 1_000),
    false_seconds_pct: round(all, 3),
    stratum_worse_pts: round(Math.max(0, ...parts.map((part) => part - all)), 3),
    ...(await cost(
      media.filter(({ event }) => event === 'normal' || event === 'talk'),
      say,
    )),
  }
  if (media.length > 0)
    writeReport(
      rows,
      strata,
      `${seen.length} clips, ${(sum(seen.map(({ clip }) => clip.labels.length)) / 120).toFixed(1)} minutes. On the machine measured the looks took ${figures.cpu_usual_pct} % of one core and ${figures.cpu_low_pct} % in the low mode; with opening frames, compiling and cleaning up the whole browser took ${figures.browser_added_usual_pct} and ${figures.browser_added_low_pct} points more than for recording alone. Recording and watching together took ${figures.cpu_with_vs_without} times the processor of recording alone, and the recording lost ${figures.frames_lost_pct} % of its frames by it.`,
    )
  return figures
}
