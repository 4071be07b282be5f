// Sound nobody recorded, labelled twice a second: a throat of pulses and resonators, fans, keys, beeps, and rooms of several loudnesses.
// Beside it goes the mouth as the mesh would have measured it: its unrest is what was measured on the clips with and without a talking one.
export const RATE = 16_000

export type SoundLabel = {
  readonly speech: boolean
  readonly noise: boolean
  /** 'zeros': a microphone that is switched off by its own key. */
  readonly level: 'usual' | 'low' | 'zeros'
  readonly gain: boolean
}
export type Lips = 'moving' | 'still' | 'unseen'
export type SoundClip = {
  readonly name: string
  readonly samples: Float32Array
  readonly labels: readonly SoundLabel[]
  readonly lips: Lips
}

/** A small generator of even numbers from -0.5 to 0.5, the same on every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff - 0.5
  }
}

type Voice = { readonly pitch: number; readonly loud: number; readonly seed: number }

const vowels = [
  [730, 1090],
  [270, 2290],
  [570, 840],
  [300, 870],
] as const

function spoken(seconds: number, { pitch, loud, seed }: Voice): Float32Array {
  const out = new Float32Array(RATE * seconds)
  const chance = seeded(seed)
  const memory = [0, 0, 0, 0]
  const fade = Math.exp((-Math.PI * 90) / RATE)
  let [phase, most] = [0, 0]
  for (let i = 0; i < out.length; i++) {
    const t = i / RATE
    phase += (pitch * (1 + 0.15 * Math.sin(t * 3) - 0.08 * (t % 2))) / RATE
    const pulse = (phase % 1 < 0.1 ? 1 : -0.1) + chance() * 0.05
    const formants = vowels[Math.floor(t * 4) % vowels.length] as readonly [number, number]
    let value = 0
    formants.forEach((hz, k) => {
      const [a, b] = [memory[k * 2] as number, memory[k * 2 + 1] as number]
      const next = pulse * (1 - fade) + 2 * fade * Math.cos((2 * Math.PI * hz) / RATE) * a - fade * fade * b
      memory[k * 2 + 1] = a
      memory[k * 2] = next
      value += next
    })
    out[i] = value * Math.sin(Math.PI * ((t * 4) % 1)) ** 0.5
    most = Math.max(most, Math.abs(out[i] as number))
  }
  return out.map((value) => (value / most) * loud)
}

const fan = (seconds: number, loud: number, seed: number): Float32Array => {
  const chance = seeded(seed)
  let low = 0
  return Float32Array.from({ length: RATE * seconds }, (_, i) => {
    low += (chance() - low) * 0.4
    return (low * 1.6 + 0.15 * Math.sin((2 * Math.PI * 100 * i) / RATE)) * loud
  })
}

const typing = (seconds: number, seed: number): Float32Array => {
  const chance = seeded(seed)
  return Float32Array.from({ length: RATE * seconds }, (_, i) =>
    i % 2_900 < 160 ? chance() * 0.8 * Math.exp(-(i % 2_900) / 40) : 0,
  )
}
const beeps = (seconds: number): Float32Array =>
  Float32Array.from({ length: RATE * seconds }, (_, i) =>
    i % RATE < RATE / 5 ? 0.2 * Math.sin((2 * Math.PI * 880 * i) / RATE) : 0,
  )
const chords = (seconds: number): Float32Array =>
  Float32Array.from({ length: RATE * seconds }, (_, i) =>
    [262, 330, 392].reduce((sum, hz) => sum + 0.06 * Math.sin((2 * Math.PI * hz * i) / RATE), 0),
  )
/** Short bursts: coughs, a chair, a door. */
const bursts = (seconds: number, seed: number): Float32Array => {
  const chance = seeded(seed)
  return Float32Array.from({ length: RATE * seconds }, (_, i) => {
    const within = i % (RATE * 3)
    return within < RATE * 0.35 ? chance() * 0.7 * Math.exp(-within / (RATE * 0.08)) : 0
  })
}

const ROOM = 0.004
const room = (seconds: number, loud: number, seed: number): Float32Array => {
  const chance = seeded(seed)
  return Float32Array.from({ length: RATE * seconds }, () => chance() * 2 * loud)
}

const mixed = (...all: readonly Float32Array[]): Float32Array =>
  (all[0] as Float32Array).map((_, i) => all.reduce((sum, one) => sum + (one[i] ?? 0), 0))
const joined = (...parts: readonly Float32Array[]): Float32Array => {
  const out = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

const calm: SoundLabel = { speech: false, noise: false, level: 'usual', gain: false }
const BEFORE = 8
const DURING = 12
const AFTER = 8

/** A calm room, then what the clip is for, then a calm room. */
function clip(
  name: string,
  lips: Lips,
  label: Partial<SoundLabel>,
  during: Float32Array,
  seed: number,
  roomLoud = ROOM,
): SoundClip {
  const samples = joined(room(BEFORE, roomLoud, seed), during, room(AFTER, roomLoud, seed + 1))
  const [from, to] = [BEFORE * 2, BEFORE * 2 + during.length / (RATE / 2)]
  return {
    name,
    lips,
    samples,
    labels: Array.from({ length: samples.length / (RATE / 2) }, (_, i) =>
      i >= from && i < to ? { ...calm, ...label } : calm,
    ),
  }
}

const voices = [
  { who: 'low voice', pitch: 105 },
  { who: 'middle voice', pitch: 150 },
  { who: 'high voice', pitch: 220 },
  { who: 'a child', pitch: 280 },
] as const
/** How loud, and what else is heard with it. */
const places = [
  { where: 'near', loud: 0.3, fan: 0 },
  { where: 'quiet', loud: 0.03, fan: 0 },
  { where: 'with a fan', loud: 0.2, fan: 0.03 },
] as const

const speechClips = (lips: Lips): readonly SoundClip[] =>
  voices.flatMap(({ who, pitch }, v) =>
    places.map(({ where, loud, fan: fanned }, p) => {
      const seed = 11 + v * 7 + p
      const sound = mixed(
        spoken(DURING, { pitch, loud, seed }),
        room(DURING, ROOM, seed),
        fan(DURING, fanned, seed),
      )
      return clip(`${who}, ${where}, lips ${lips}`, lips, { speech: true }, sound, seed)
    }),
  )

const around = (sound: Float32Array, seed: number) => mixed(sound, room(DURING, ROOM, seed))

/** The room is known after the first half minute: what changes later is a change. */
function gainClip(name: string, times: number, label: boolean, seed: number): SoundClip {
  const samples = joined(room(34, ROOM, seed), room(16, ROOM * times, seed + 1))
  return {
    name,
    lips: 'still',
    samples,
    labels: Array.from({ length: 100 }, (_, i) => (i >= 68 && label ? { ...calm, gain: true } : calm)),
  }
}

export const soundClips = (): readonly SoundClip[] => [
  ...speechClips('still'),
  ...speechClips('moving'),
  ...speechClips('unseen').slice(0, 3),
  clip('typing', 'still', {}, around(typing(DURING, 3), 3), 3),
  clip('typing and moving lips', 'moving', {}, around(typing(DURING, 4), 4), 4),
  clip('beeps', 'still', {}, around(beeps(DURING), 5), 5),
  clip('chords', 'still', {}, around(chords(DURING), 6), 6),
  clip('coughs, a chair, a door', 'still', {}, around(bursts(DURING, 7), 7), 7),
  clip('chewing without a sound', 'moving', {}, room(DURING, ROOM, 8), 8),
  clip('a quiet fan', 'still', {}, around(fan(DURING, 0.05, 9), 9), 9),
  clip('a vacuum cleaner', 'still', { noise: true }, around(fan(DURING, 0.6, 10), 10), 10),
  clip('a drill', 'moving', { noise: true }, around(room(DURING, 0.3, 12), 12), 12),
  clip('a party behind the wall', 'unseen', { noise: true }, around(fan(DURING, 0.5, 14), 14), 14),
  clip('a microphone turned down', 'still', { level: 'low' }, room(DURING + 8, 0.0003, 15), 15),
  clip('a cable half out', 'moving', { level: 'low' }, room(DURING + 8, 0.0005, 16), 16),
  clip('a key of the headset', 'still', { level: 'zeros' }, new Float32Array(RATE * DURING), 17),
  clip('a muted system', 'moving', { level: 'zeros' }, new Float32Array(RATE * DURING), 18),
  clip('a very quiet room', 'still', {}, room(DURING, 0.002, 19), 19, 0.002),
  gainClip('sensitivity up eight times', 8, true, 20),
  gainClip('sensitivity down eight times', 1 / 6, true, 22),
  gainClip('sensitivity up twice', 2, false, 24),
]
