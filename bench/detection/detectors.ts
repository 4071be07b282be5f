// What is judged: for each detector the label, a number that grows with its certainty, and what its networks would say alone.
import type { Glance } from '../../packages/detect/src/see/eye.ts'
import { limits } from '../../packages/detect/src/sense/limits.ts'
import type { Labels } from './synthetic.ts'

export type Detector = {
  readonly name: string
  /** Rules of domain/hint whose hints are its alarms. */
  readonly rules: readonly string[]
  /** Null: neither, or nobody can say. */
  readonly label: (row: Labels) => boolean | null
  /** The surer the higher; null where this glance measured something else. */
  readonly score: (glance: Glance) => number | null
  /** The same networks at their libraries' defaults, one look at a time; null where the library has no such answer. */
  readonly plain?: (glance: Glance) => boolean | null
}

const number = (row: Labels, key: string): number | null =>
  typeof row[key] === 'number' ? (row[key] as number) : null
const faces = (row: Labels) => number(row, 'faces') ?? 1
const present = (row: Labels) => faces(row) > 0
const turn = (row: Labels) => Math.abs(number(row, 'yaw') ?? 0)
const nod = (row: Labels) => Math.abs(number(row, 'pitch') ?? 0)
const between = (value: number | null, no: number, yes: number): boolean | null =>
  value === null ? false : value >= yes ? true : value <= no ? false : null

/** Human 3.3: detector, mesh angles and objects as its configuration has them. */
const LIBRARY = { face: 0.2, thing: 0.2, turn: 28, nod: 17 }

const turned = (row: Labels): boolean | null => {
  if (!present(row)) return faces(row) < 0 ? null : false
  if (turn(row) >= 35 || nod(row) >= 30) return true
  return turn(row) <= 15 && nod(row) <= 10 ? false : null
}
const best = (glance: Glance, name: string): number | null =>
  glance.things?.reduce((most, thing) => (thing.name === name ? Math.max(most, thing.score) : most), 0) ??
  null
const plainThing = (name: string) => (glance: Glance) => {
  const score = best(glance, name)
  return score === null ? null : score >= LIBRARY.thing
}
const isTrue = (row: Labels, key: string) => row[key] === true

export const detectors: readonly Detector[] = [
  {
    name: 'face_absent',
    rules: ['face_absent'],
    label: (row) => (isTrue(row, 'covered') || faces(row) < 0 || 'light' in row ? null : faces(row) === 0),
    score: ({ faces }) => (faces ? 1 - (faces[0]?.score ?? 0) : null),
    plain: ({ faces }) => (faces ? faces.every(({ score }) => score < LIBRARY.face) : null),
  },
  {
    name: 'second_face',
    rules: ['second_face', 'second_person'],
    label: (row) => (faces(row) < 0 ? null : faces(row) > 1),
    score: ({ faces }) => (faces ? (faces[1]?.score ?? 0) : null),
    plain: ({ faces }) => (faces ? faces.filter(({ score }) => score >= LIBRARY.face).length > 1 : null),
  },
  {
    name: 'face_small',
    rules: ['face_small'],
    label: (row) => {
      const share = number(row, 'share') ?? -1
      // A face turned away shows less of its oval: another detector's matter.
      if (share < 0 || !present(row) || turn(row) > 15 || nod(row) > 10) return null
      return share < 0.19 ? true : share > 0.21 ? false : null
    },
    score: ({ face }) => (face ? 1 - face.share : null),
    plain: ({ faces }) =>
      faces?.[0] ? (faces[0].width * faces[0].height) / (640 * 480) < 0.2 : faces ? false : null,
  },
  {
    name: 'head_turned',
    rules: ['head_turned'],
    label: turned,
    score: ({ face }) =>
      face
        ? Math.max(
            Math.abs(face.posture.yaw) / limits.yawSeen / LIBRARY.turn,
            Math.abs(face.posture.pitch) / limits.pitchSeen / LIBRARY.nod,
          )
        : null,
    plain: ({ face }) =>
      face ? Math.abs(face.posture.yaw) >= LIBRARY.turn || Math.abs(face.posture.pitch) >= LIBRARY.nod : null,
  },
  {
    name: 'gaze_away',
    rules: ['gaze_away'],
    label: (row) =>
      isTrue(row, 'gaze') ? true : nod(row) > 0 || row.occ === 'sunglasses' ? null : turned(row),
    score: ({ face }) =>
      face
        ? Math.max(
            Math.abs(face.posture.yaw) / limits.awayYaw,
            Math.abs(face.posture.yaw) < limits.gazeYawMost
              ? Math.abs(face.posture.across) / limits.gazeAcross
              : 0,
          )
        : null,
  },
  {
    name: 'eyes_covered',
    rules: ['eyes_covered'],
    label: (row) => {
      if (row.occ === 'sunglasses' || row.occ === 'hair') return true
      return turn(row) > 15 || nod(row) > 10 || !present(row) || 'light' in row || 'backlight' in row
        ? null
        : false
    },
    score: ({ face }) => {
      if (!face) return null
      const { eyeLeft, eyeRight, cheekLeft, cheekRight } = face.colours
      const cheeks = (cheekLeft.luma + cheekRight.luma) / 2 + 1
      return -Math.min(
        (eyeLeft.luma + eyeRight.luma) / 2 / cheeks / limits.eyesDark,
        (eyeLeft.unrest + eyeRight.unrest) / 2 / limits.eyesUnrest,
      )
    },
  },
  {
    name: 'dark',
    rules: ['dark'],
    label: (row) => {
      const light = number(row, 'light')
      return isTrue(row, 'covered')
        ? null
        : light === null
          ? false
          : light <= 0.2
            ? true
            : light >= 0.7
              ? false
              : null
    },
    score: ({ light }) => (light ? -light.mean : null),
  },
  {
    name: 'backlight',
    rules: ['backlight'],
    label: (row) => between(number(row, 'backlight'), 0, 0.75),
    score: ({ light }) => (light ? (light.around ?? 0) - (light.face ?? 0) : null),
  },
  {
    name: 'camera_covered',
    rules: ['lens_covered', 'view_covered'],
    label: (row) => isTrue(row, 'covered'),
    score: ({ light }) => (light ? -light.spread : null),
  },
  {
    name: 'frozen_or_replayed',
    rules: ['frozen'],
    label: (row) => isTrue(row, 'frozen') || isTrue(row, 'loop'),
    score: ({ light }) => (light ? (light.replayed ? 1 : light.moved === null ? null : -light.moved) : null),
  },
  {
    name: 'phone_or_laptop',
    rules: ['phone'],
    label: (row) => isTrue(row, 'phone') || isTrue(row, 'laptop'),
    score: (glance) => {
      const phone = best(glance, 'phone')
      return phone === null ? null : Math.max(phone, (best(glance, 'laptop') ?? 0) - limits.laptopLess)
    },
    plain: (glance) => plainThing('phone')(glance) || plainThing('laptop')(glance),
  },
  {
    name: 'book',
    rules: ['book'],
    label: (row) => isTrue(row, 'book'),
    // In the whole picture the network knows none.
    score: ({ lap }) =>
      lap?.reduce((most, { name, score }) => (name === 'book' ? Math.max(most, score) : most), 0) ?? null,
    plain: plainThing('book'),
  },
]
