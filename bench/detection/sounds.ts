// What is heard of labelled sound, by the product's own ear, lips and rules; and what listening costs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hint } from '@ochno/domain/hint/hint'
import type { Signal, SoundSignal } from '@ochno/domain/hint/signal'
import { floorOf, hear, judgeSound, nothingHeard } from '@ochno/domain/hint/sound'
import { nothingWatched, watcher } from '@ochno/domain/hint/watch'
import { Ear } from '../../packages/detect/src/hear/ear.ts'
import { VoiceSense } from '../../packages/detect/src/sense/voice-sense.ts'
import { type Figures, median, round, type Say } from '../scenario.ts'
import { settings, sum } from './judge.ts'
import { type Lips, RATE, type SoundClip, type SoundLabel, soundClips } from './sound-clips.ts'

export type SoundRow = {
  readonly name: string
  readonly events: number
  readonly found: number
  readonly falseHints: number
  readonly delays: readonly number[]
}

type Kind = {
  readonly name: string
  readonly rule: string
  /** Null: neither way, as where nobody's lips are seen. */
  readonly so: (label: SoundLabel, lips: Lips) => boolean | null
}
const kinds: readonly Kind[] = [
  {
    name: 'somebody speaks, lips still',
    rule: 'second_voice',
    so: ({ speech }, lips) => (lips === 'unseen' ? null : speech && lips === 'still'),
  },
  {
    name: 'speaking or reading aloud',
    rule: 'reading_aloud',
    so: ({ speech }, lips) => (lips === 'unseen' ? null : speech && lips === 'moving'),
  },
  // Voices of others count as noise too.
  { name: 'noise', rule: 'noise', so: ({ noise, speech }) => (noise ? true : speech ? null : false) },
  {
    name: 'no sound to speak of',
    rule: 'low_sound',
    so: ({ level }) => (level === 'zeros' ? null : level === 'low'),
  },
  { name: 'digital silence', rule: 'digital_silence', so: ({ level }) => level === 'zeros' },
  {
    name: 'sensitivity changed',
    rule: 'gain_changed',
    // Whatever is loud or silent for long moves the floor of the room as well.
    so: ({ gain, noise, level, speech }) => gain || (noise || speech || level !== 'usual' ? null : false),
  },
]

const STEP = RATE / 10
/** As the page does it: the room is known after thirty seconds, sound is judged five times a second. */
const ROOM_KNOWN = 300
const SOUND_EVERY = 2
/** Unrest of the mouth: of a calm one as measured on calm clips at most, of a talking one as measured at least. */
const mouths = { still: 0.01, moving: 0.07 } as const

const weights = () => {
  const bytes = readFileSync(join(import.meta.dirname, '../../packages/detect/models/silero-vad-v5.bin'))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}

/** A mouth whose heights have this standard deviation over any few looks. */
const mouthAt = (lips: Lips, look: number): number | null =>
  lips === 'unseen' ? null : 0.15 + (look % 2 === 0 ? 1 : -1) * mouths[lips]

export type Looks = { readonly everyMs: number }
type Told = { readonly hint: Hint; readonly known: number }
type Heard = { readonly clip: SoundClip; readonly hints: readonly Told[]; readonly ms: number }

function heardIn(clip: SoundClip, looks: Looks): Heard {
  const ear = new Ear(weights())
  const voices = new VoiceSense()
  // The durations proposed to institutions would outlast the clips.
  const { feed, hints } = watcher(settings({ 'detect.noise_s': 2, 'detect.low_audio_s': 3 }))
  const known = new Map<string, number>()
  let [watch, sound, began, looked, ms, spoken] = [
    nothingWatched,
    nothingHeard,
    null as number | null,
    0,
    0,
    0,
  ]
  for (let beat = 1; beat * STEP <= clip.samples.length; beat++) {
    const samples = clip.samples.subarray((beat - 1) * STEP, beat * STEP)
    const at = beat * 100
    sound = hear(
      sound,
      samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0),
    )
    if (beat === ROOM_KNOWN) began = floorOf(sound)
    if (at >= looked * looks.everyMs) voices.saw(at, mouthAt(clip.lips, looked++))
    const before = process.cpuUsage()
    const speech = ear.hear({ rate: RATE, samples })
    ms += process.cpuUsage(before).user / 1_000
    spoken += speech
    if (beat % SOUND_EVERY !== 0) continue
    const voice = voices.heard(at, spoken)
    spoken = 0
    const { heldMs, ...judged } = judgeSound(sound, null, began)
    const signal: SoundSignal = {
      on: 'sound',
      track: 'live',
      ...judged,
      heldMs: { ...heldMs, voice: voices.heldMs(at) },
      voice,
      speakers: null,
      questionShown: true,
    }
    watch = feed(watch, [{ ...signal, no: beat, at } satisfies Signal])
    for (const { id } of hints(watch)) if (!known.has(id)) known.set(id, at)
  }
  return { clip, ms, hints: hints(watch).map((hint) => ({ hint, known: known.get(hint.id) ?? 0 })) }
}

type Span = { readonly from: number; readonly to: number }
const SLACK_MS = 1_000
/** The loudest and the quietest of five seconds are kept, so what is over is heard for so long yet. */
const TAIL_MS = 5_000

function spansOf(
  { labels, lips }: SoundClip,
  wanted: (said: boolean | null) => boolean,
  { so }: Kind,
): readonly Span[] {
  const found: Span[] = []
  let from: number | null = null
  for (let i = 0; i <= labels.length; i++) {
    const label = labels[i]
    const is = label !== undefined && wanted(so(label, lips))
    if (is) from ??= i * 500
    else if (from !== null) {
      found.push({ from, to: i * 500 })
      from = null
    }
  }
  return found
}
const meets = (a: Span, b: Span, after: number) => a.from <= b.to + after && b.from <= a.to + SLACK_MS

function rowOf(kind: Kind, all: readonly Heard[]): SoundRow {
  const each = all.map(({ clip, hints }) => {
    const own = hints.filter(({ hint }) => hint.rule === kind.rule)
    const events = spansOf(clip, (said) => said === true, kind)
    const excused = spansOf(clip, (said) => said !== false, kind)
    const answers = events.map((event) => own.filter(({ hint }) => meets(hint, event, SLACK_MS)))
    return {
      events: events.length,
      found: answers.filter(({ length }) => length > 0).length,
      falseHints: own.filter(({ hint }) => !excused.some((span) => meets(hint, span, TAIL_MS))).length,
      delays: answers.flatMap((answer, i) =>
        answer.length > 0
          ? [Math.max(0, Math.min(...answer.map(({ known }) => known)) - (events[i]?.from ?? 0))]
          : [],
      ),
    }
  })
  return {
    name: kind.name,
    events: sum(each.map(({ events }) => events)),
    found: sum(each.map(({ found }) => found)),
    falseHints: sum(each.map(({ falseHints }) => falseHints)),
    delays: each.flatMap(({ delays }) => delays),
  }
}

export type Sounds = { readonly figures: Figures; readonly rows: readonly SoundRow[]; readonly about: string }

export function sounds(say: Say): Sounds {
  const clips = soundClips()
  const heard = clips.map((clip) => heardIn(clip, { everyMs: 500 }))
  const rows = kinds.map((kind) => rowOf(kind, heard))
  const seconds = sum(clips.map(({ samples }) => samples.length)) / RATE
  // All of these are loud enough for the network to listen from end to end.
  const loud = heard.filter(({ clip }) => clip.labels.some(({ speech }) => speech))
  const loudS = sum(loud.map(({ clip }) => clip.samples.length)) / RATE
  const share = sum(loud.map(({ ms }) => ms)) / 1_000 / loudS
  // Looks every one and a half seconds are too few for lips: nobody's voice may be told from another's.
  const low = clips
    .filter(({ lips, labels }) => lips !== 'unseen' && labels.some(({ speech }) => speech))
    .map((clip) => heardIn(clip, { everyMs: 1_500 }))
    .flatMap(({ hints }) => hints)
    .filter(({ hint }) => hint.rule === 'second_voice' || hint.rule === 'reading_aloud').length
  for (const { name, events, found, falseHints } of rows)
    say(`sound, ${name}: ${found} of ${events} found, ${falseHints} false`)
  const missedOf = (of: readonly SoundRow[]) =>
    round((1 - sum(of.map(({ found }) => found)) / Math.max(1, sum(of.map(({ events }) => events)))) * 100, 1)
  return {
    rows,
    about: `${clips.length} sounds, ${(seconds / 60).toFixed(1)} minutes. Listening takes ${round(share * 100, 1)} % of a core while it is louder than −50 dB, and next to nothing in silence. With looks as rare as in the low mode ${low} hints told one's voice from another's.`,
    figures: {
      sound_missed_others_pct: missedOf(rows.slice(0, 1)),
      sound_missed_aloud_pct: missedOf(rows.slice(1, 2)),
      sound_missed_level_pct: missedOf(rows.slice(2)),
      sound_false_hints: sum(rows.map(({ falseHints }) => falseHints)),
      sound_delay_median_s: round(median(rows.flatMap(({ delays }) => delays)) / 1_000),
      sound_delay_longest_s: round(Math.max(...rows.flatMap(({ delays }) => delays)) / 1_000),
      sound_low_mode_voices: low,
      listening_cpu_pct: round(share * 100, 1),
    },
  }
}
