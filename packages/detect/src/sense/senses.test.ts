import type { FaceSignal, PictureSignal, Signal } from '@ochno/domain/hint/signal'
import { describe, expect, test } from 'vitest'
import type { Glance } from '../see/eye.ts'
import type { Posture } from '../see/posture.ts'
import { Senses } from './senses.ts'

const skin = { luma: 140, blue: 110, red: 150, unrest: 12 }
const eye = { luma: 90, blue: 120, red: 135, unrest: 25 }
const colours = {
  forehead: skin,
  eyeRight: eye,
  eyeLeft: eye,
  cheekRight: skin,
  cheekLeft: skin,
  mouth: skin,
  chin: skin,
}
const straight: Posture = {
  box: { x: 200, y: 100, width: 240, height: 300 },
  yaw: 0,
  pitch: 3,
  roll: 0,
  across: 0,
  down: 0,
  open: 0.3,
  mouth: 0.02,
}
const found = (score: number, x = 200) => ({
  score,
  x,
  y: 100,
  width: 200,
  height: 260,
  eyes: [
    [250, 180],
    [340, 180],
  ] as const,
})
const lit = { mean: 130, spread: 48, edges: 300, face: 140, around: 125, moved: 2, replayed: false }

type Change = {
  readonly posture?: Partial<Posture>
  readonly light?: Partial<NonNullable<Glance['light']>>
  readonly colours?: Partial<typeof colours>
  readonly faces?: Glance['faces']
  readonly nobody?: boolean
  readonly share?: number
  readonly surety?: number
  readonly things?: Glance['things']
  readonly lap?: Glance['lap']
}
const glance = (at: number, change: Change = {}): Glance => ({
  at,
  light: { ...lit, ...(change.nobody && { face: null, around: null }), ...change.light },
  faces: change.nobody ? [] : (change.faces ?? [found(0.9)]),
  face: change.nobody
    ? null
    : {
        posture: { ...straight, ...change.posture },
        share: change.share ?? 0.25,
        surety: change.surety ?? 26,
        colours: { ...colours, ...change.colours },
      },
  followed: !change.nobody,
  things: change.things ?? null,
  lap: change.lap ?? null,
})

/** Looks twice a second: first three seconds as usual, then so for so long. */
function after(seconds: number, change: Change): readonly Signal[] {
  const senses = new Senses()
  const all: Signal[] = []
  for (let at = 0; at < 3_000; at += 500) senses.take(glance(at))
  for (let at = 3_000; at <= 3_000 + seconds * 1_000; at += 500) all.push(...senses.take(glance(at, change)))
  return all
}
const face = (signals: readonly Signal[]) =>
  signals.filter((one): one is Signal & FaceSignal => one.on === 'face').at(-1)
const picture = (signals: readonly Signal[]) =>
  signals.filter((one): one is Signal & PictureSignal => one.on === 'picture').at(-1)

describe('faces', () => {
  test('one face, straight and large, is all well', () => {
    expect(face(after(2, {}))).toMatchObject({ count: 1, share: 0.25, gaze: 'screen', eyesCovered: false })
  })
  test('nobody is counted at once; how long that must last the rules decide', () => {
    expect(face(after(0, { nobody: true }))?.count).toBe(0)
  })
  test('a second face counts from the second look on, a weak one never', () => {
    const two = [found(0.9), found(0.8, 10)]
    expect(face(after(0, { faces: two }))?.count).toBe(1)
    expect(face(after(1, { faces: two }))?.count).toBe(2)
    expect(face(after(5, { faces: [found(0.9), found(0.4, 10)] }))?.count).toBe(1)
  })
  test('where the picture is too dark to see anybody, that is said and not that nobody is there', () => {
    const seen = after(1, { nobody: true, light: { mean: 20, spread: 9, edges: 4 } })
    expect(face(seen)).toBeUndefined()
    expect(seen).toContainEqual(expect.objectContaining({ on: 'blind', sensor: 'face', why: 'poor_picture' }))
  })
  test('the angle of a turned head is that of the room, not the smaller one the mesh sees', () => {
    expect(face(after(1, { posture: { yaw: 25 } }))?.yaw).toBeCloseTo(35, 0)
  })
  test('how a person usually sits makes a deviation smaller and never larger', () => {
    const senses = new Senses()
    for (let at = 0; at < 3_000; at += 500) senses.take(glance(at, { posture: { yaw: 14 } }))
    const yawAt = (yaw: number) => face(senses.take(glance(9_000, { posture: { yaw } })))?.yaw ?? Number.NaN
    expect(Math.abs(yawAt(21))).toBeLessThan(15)
    expect(yawAt(0)).toBe(0)
  })
})

describe('gaze', () => {
  test('the farther the eyes are aside the sooner they are elsewhere; at the very edge somebody thinks', () => {
    const away = (across: number) =>
      [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5].find(
        (seconds) => face(after(seconds, { posture: { across } }))?.gaze === 'elsewhere',
      )
    expect([0.36, 0.25, 0.2, 0.14, 0.11].map(away)).toEqual([1.5, 2, 3, 4.5, undefined])
  })
  test('eyes that come back in between begin anew', () => {
    const senses = new Senses()
    const told = Array.from({ length: 40 }, (_, i) =>
      face(senses.take(glance(i * 500, { posture: { across: i > 6 && i % 3 > 0 ? 0.4 : 0 } }))),
    )
    expect(told.every((one) => one?.gaze !== 'elsewhere')).toBe(true)
  })
  test('a head turned far aside is elsewhere after a second and a half', () => {
    expect(face(after(1, { posture: { yaw: 24 } }))?.gaze).toBe('screen')
    expect(face(after(1.5, { posture: { yaw: -24 } }))?.gaze).toBe('elsewhere')
  })
  test('a raised head is not at the keyboard', () => {
    expect(face(after(4, { posture: { pitch: -14 } }))?.gaze).toBe('screen')
    expect(face(after(4.5, { posture: { pitch: -14 } }))?.gaze).toBe('elsewhere')
  })
  test('a bent head shows less of its face and is no smaller for it; a head that moved away is', () => {
    expect(face(after(2, { posture: { pitch: 20 }, share: 0.15 }))?.share).toBe(0.25)
    expect(face(after(2, { share: 0.15 }))?.share).toBe(0.15)
  })
  test('a bent head looks at the workplace: what the exam permits there, the rules know', () => {
    expect(face(after(2, { posture: { pitch: 20 } }))?.gaze).toBe('workplace')
  })
  test('shut eyes look nowhere', () => {
    expect(face(after(4, { posture: { across: 0.3, open: 0.05 } }))?.gaze).toBe('screen')
  })
  test('behind dark glasses no gaze is guessed', () => {
    const dark = { luma: 30, blue: 128, red: 128, unrest: 3 }
    expect(face(after(2, { colours: { eyeLeft: dark, eyeRight: dark } }))).toMatchObject({
      gaze: null,
      eyesCovered: true,
    })
  })
})

describe('eyes in the shade', () => {
  const dim = { mean: 60, face: 40, around: 65 }
  const shade = { luma: 40, blue: 112, red: 145, unrest: 8 }
  const own = { luma: 36, blue: 120, red: 135, unrest: 20 }
  const face40 = { forehead: shade, cheekLeft: shade, cheekRight: shade, eyeLeft: own, eyeRight: own }
  const evening = (eyes: typeof own): readonly Signal[] => {
    const senses = new Senses()
    const glances = Array.from({ length: 12 }, (_, i) =>
      glance(i * 500, {
        light: dim,
        colours: i < 6 ? face40 : { ...face40, eyeLeft: eyes, eyeRight: eyes },
      }),
    )
    return glances.flatMap((one) => senses.take(one))
  }
  test('R3-6.7.4 R4-8.6.4 dark glasses on a dark face in the evening are told by how its own eyes were', () => {
    expect(face(evening({ luma: 10, blue: 128, red: 128, unrest: 2 }))).toMatchObject({ eyesCovered: true })
  })
  test('own dark eyes, shut eyes and a hand of the skin’s colour are not', () => {
    expect(face(evening(own))).toMatchObject({ eyesCovered: false })
    expect(face(evening({ ...own, unrest: 4 }))).toMatchObject({ eyesCovered: false })
    expect(face(evening({ ...own, luma: 16 }))).toMatchObject({ eyesCovered: false })
  })
})

describe('light', () => {
  test('a dark room with somebody in it is dark, a hand on the lens is a cover', () => {
    expect(picture(after(1, { light: { mean: 25, spread: 9, edges: 5 } }))).toMatchObject({
      dark: true,
      cover: 'none',
    })
    expect(picture(after(1, { nobody: true, light: { mean: 25, spread: 4, edges: 2 } }))).toMatchObject({
      dark: false,
      cover: 'whole',
    })
  })
  test('R0-2.5a.1 a dark face that was so from the beginning is no backlight; one as good as black is, whoever it is', () => {
    const senses = new Senses()
    const told = (at: number, light: number) =>
      picture(senses.take(glance(at, { light: { face: light, around: 150 } })))?.backlight
    for (let at = 0; at < 20_000; at += 500) expect(told(at, 55)).toBe(false)
    for (let at = 20_000; at < 22_000; at += 500) told(at, 25)
    expect(told(22_000, 25)).toBe(true)
  })
  test('a window behind the person is backlight', () => {
    expect(picture(after(2, { light: { face: 60, around: 180 } }))?.backlight).toBe(true)
    expect(picture(after(2, { light: { face: 120, around: 210 } }))?.backlight).toBe(false)
  })
  test('a picture that stands still, and one that comes again, are no camera’s', () => {
    expect(picture(after(1, { light: { moved: 0.01 } }))?.frozen).toBe(true)
    expect(picture(after(1, { light: { replayed: true } }))?.frozen).toBe(true)
    expect(picture(after(1, { light: { moved: 0.6 } }))?.frozen).toBe(false)
  })
  test('half a face in the shade is uneven after three seconds, and a lamp that moved after five', () => {
    const shaded = { colours: { cheekLeft: { ...skin, luma: 45 } } }
    expect(picture(after(2, shaded))?.uneven).toBe(false)
    expect(picture(after(3, shaded))?.uneven).toBe(true)
    const senses = new Senses()
    for (let at = 0; at < 6_000; at += 500) senses.take(glance(at))
    let last: readonly Signal[] = []
    for (let at = 6_000; at <= 11_000; at += 500) last = senses.take(glance(at, shaded))
    expect(picture(last)?.lightMoved).toBe(true)
  })
  test('a camera that was taken away is told without a picture', () => {
    const senses = new Senses()
    expect(senses.nothing(1_000)).toEqual([])
    senses.camera = { track: 'ended', quality: 'good', virtualCamera: false }
    expect(senses.nothing(2_000)).toMatchObject([{ on: 'picture', track: 'ended', at: 2_000 }])
  })
})

test('a thing is told of when two of three looks agree', () => {
  const phone = [{ name: 'phone' as const, score: 0.6, x: 0, y: 0, width: 0.1, height: 0.2 }]
  const senses = new Senses()
  const told = [phone, [], phone].map((things, i) =>
    senses.take(glance(i * 1_000, { things })).find(({ on }) => on === 'objects'),
  )
  expect(told.map((one) => (one?.on === 'objects' ? one.phone : null))).toEqual([0, 0, 0.6])
})

test('books that stood on the shelf from the beginning are furniture; one that is taken up is seen', () => {
  const senses = new Senses()
  const book = (score: number) => [{ name: 'book' as const, score, x: 0, y: 0, width: 0.1, height: 0.2 }]
  const told = [0.34, 0.3, 0.36, 0.38, 0.55, 0.57].map((score, i) =>
    senses.take(glance(i * 4_000, { things: book(score) })).find(({ on }) => on === 'objects'),
  )
  expect(told.map((one) => (one?.on === 'objects' ? one.book : null))).toEqual([0, 0, 0, 0, 0, 0.55])
})

test('R1-6.4a a book before the examinee is told when two of three looks at the lap agree, also one that lay there from the beginning', () => {
  const senses = new Senses()
  const book = (score: number) => [{ name: 'book' as const, score, x: 0, y: 0, width: 0.9, height: 0.9 }]
  const told = [0.4, 0.1, 0.42, 0.1, 0.1].map((score, i) =>
    senses.take(glance(i * 1_000, { lap: book(score) })).find(({ on }) => on === 'objects'),
  )
  expect(told.map((one) => (one?.on === 'objects' ? one.book : null))).toEqual([0, 0.1, 0.4, 0.1, 0.1])
})

describe('how one sat at the equipment check', () => {
  const gazes = (
    checked: { yaw: number; pitch: number; across: number } | null,
    change: Partial<Posture>,
  ) => {
    const senses = new Senses(checked)
    for (let at = 0; at < 3_000; at += 500) senses.take(glance(at))
    const all: Signal[] = []
    for (let at = 3_000; at <= 8_000; at += 500) all.push(...senses.take(glance(at, { posture: change })))
    return face(all)?.gaze
  }
  test('R0-2.5a.1 it takes a hint away: who sat so then sits so now', () => {
    expect(gazes(null, { across: 0.18 })).toBe('elsewhere')
    expect(gazes({ yaw: 0, pitch: 3, across: 0.1 }, { across: 0.18 })).toBe('screen')
  })
  test('it makes none: what is straight by itself stays straight', () => {
    expect(gazes({ yaw: 9, pitch: 3, across: 0 }, { yaw: -14 })).toBe('screen')
    expect(gazes({ yaw: 0, pitch: 20, across: 0 }, { pitch: 3 })).toBe('screen')
  })
  test('a check that was made looking aside excuses no look aside', () => {
    expect(gazes({ yaw: 30, pitch: 3, across: 0 }, { yaw: 30 })).toBe('elsewhere')
    expect(gazes({ yaw: 0, pitch: 3, across: 0.3 }, { across: 0.3 })).toBe('elsewhere')
  })
})
