// Where false hints fall: by light, by skin, by subject. What is drawn is called drawn; three portraits say nothing of a skin.
import { type HonestSeen, lights } from './honest.ts'
import { detectors } from './detectors.ts'
import { curveOf, eventsOf, falseSeconds, type SeenClip, settings, sum } from './judge.ts'
import { falseHints } from './honest.ts'
import type { Recalls, Stratum } from './report.ts'
import { measuredTones } from './tones.ts'

const isPoor = ({ clip: { event } }: SeenClip) => event === 'dark' || event === 'backlight'

/** Of clips with events: parts of seconds that are none of the event and yet of a hint. */
export function eventStrata(seen: readonly SeenClip[]): readonly Stratum[] {
  const rules = settings()
  const stratum = (name: string, of: readonly SeenClip[]): Stratum => ({
    name,
    seconds: sum(of.map(({ clip }) => clip.labels.length)) / 2,
    falsePct: falseSeconds(of, rules),
  })
  const subjects = [...new Set(seen.map(({ clip }) => clip.subject))].filter((one) => one !== 'room').sort()
  const measured = measuredTones(seen)
  const titled = (one: string) => (measured.has(one) ? `portrait ${one}, ${measured.get(one)}` : one)
  return [
    stratum('all clips with events', seen),
    ...subjects.map((one) =>
      stratum(
        titled(one),
        seen.filter(({ clip }) => clip.subject === one),
      ),
    ),
    stratum('poor light', seen.filter(isPoor)),
    stratum(
      'other light',
      seen.filter((one) => !isPoor(one)),
    ),
  ].filter(({ seconds }) => seconds > 0)
}

/** How much of each detector's events is found in one tone and in one light, each by its own false seconds. */
export function recallStrata(seen: readonly SeenClip[]): readonly Recalls[] {
  const measured = measuredTones(seen)
  const tone = ({ clip: { subject } }: SeenClip) => measured.get(subject) ?? subject.replace('drawn, ', '')
  const light = (one: SeenClip) => one.clip.light ?? (isPoor(one) ? 'dark or backlight' : 'room light')
  const people = seen.filter(({ clip }) => clip.subject !== 'room')
  const rules = settings()
  const of = (name: string, part: readonly SeenClip[]): Recalls => ({
    name,
    rows: detectors.map((detector) => ({
      name: detector.name,
      curve: curveOf(detector, part),
      events: eventsOf(detector, part, rules),
    })),
  })
  const tonesSeen = [...new Set(people.map(tone))]
  const lightsSeen = [...new Set(people.map(light))]
  return [
    ...tonesSeen.map((band) =>
      of(
        band,
        people.filter((one) => tone(one) === band),
      ),
    ),
    ...lightsSeen.map((name) =>
      of(
        name,
        people.filter((one) => light(one) === name),
      ),
    ),
  ]
}

/** Of honest minutes: parts of all seconds under a hint that counts. */
export function honestStrata(seen: readonly HonestSeen[]): readonly Stratum[] {
  const stratum = (name: string, of: readonly HonestSeen[]): Stratum => {
    const seconds = sum(of.map(({ clip }) => clip.labels.length)) / 2
    const wrong = sum(of.flatMap((one) => falseHints(one).map(({ lastsS }) => lastsS)))
    return { name, seconds, falsePct: seconds === 0 ? 0 : (wrong / seconds) * 100 }
  }
  const tonesSeen = [...new Set(seen.map(({ variant }) => variant.tone))]
  return [
    stratum('all honest minutes', seen),
    ...tonesSeen.map((tone) =>
      stratum(
        `tone: ${tone}`,
        seen.filter(({ variant }) => variant.tone === tone),
      ),
    ),
    ...lights.map((light) =>
      stratum(
        `light: ${light}`,
        seen.filter(({ variant }) => variant.light === light),
      ),
    ),
    stratum(
      'drawn people',
      seen.filter(({ variant }) => variant.subject === 'drawn'),
    ),
    stratum(
      'portraits with drawn hands and light',
      seen.filter(({ variant }) => variant.subject !== 'drawn'),
    ),
  ].filter(({ seconds }) => seconds > 0)
}

/** How much worse than all together the worst stratum is, in points. */
export function worstOf(strata: readonly Stratum[]): number {
  const [all, ...parts] = strata.map(({ falsePct }) => falsePct)
  return Math.max(0, ...parts.map((part) => part - (all ?? 0)))
}
