import type { About } from '../incident/observation.ts'
import { numberOf } from '../policy/effective.ts'
import { atLeast, below, cannot, no, rulesOn, type Sight, when, yes } from './rule.ts'
import type { HintSettings } from './settings.ts'
import type { FaceSignal, PictureSignal } from './signal.ts'

const nobody = (face: FaceSignal): Sight => when(face.count === 0)

/** Where no face is, there is no posture and no gaze to judge. */
const ofFace =
  (look: (face: FaceSignal, settings: HintSettings) => Sight) =>
  (face: FaceSignal, settings: HintSettings): Sight =>
    face.count === 0 ? no : look(face, settings)

const turned = ofFace(({ yaw, pitch }, { policy, calibration }) => {
  const slack = calibration.hysteresis.degrees
  const sights = [
    atLeast(yaw === null ? null : Math.abs(yaw), numberOf(policy, 'detect.head_yaw_deg'), slack),
    atLeast(pitch === null ? null : Math.abs(pitch), numberOf(policy, 'detect.head_pitch_deg'), slack),
  ]
  const [aside] = sights
  const found = (['yes', 'still', 'cannot'] as const).map((sees) => sights.find((one) => one.sees === sees))
  const sight = found.find((one) => one !== undefined) ?? no
  if (sight.sees !== 'yes') return sight
  // A head bent down and not aside is at the keyboard or the draft, which an exam may permit.
  return { ...sight, about: aside?.sees !== 'yes' && (pitch ?? 0) > 0 ? 'workplace' : 'elsewhere' }
})

const gazeAway = ofFace(({ gaze }) => {
  if (gaze === null) return cannot
  return gaze === 'screen' ? no : { sees: 'yes', strength: 1, about: gaze }
})

export const faceRules = rulesOn('face')({
  face_absent: { code: 'face_absent', least: { seconds: 'detect.face_absent_s' }, look: nobody },
  left_camera_view: { code: 'left_camera_view', least: { seconds: 'detect.face_absent_s' }, look: nobody },
  absence_from_workplace: {
    code: 'absence_from_workplace',
    least: { seconds: 'detect.face_absent_s' },
    look: nobody,
  },
  absence_long: {
    code: 'absence_over_limit',
    least: { moreThanMinutes: 'session.absence_allowed_min' },
    look: nobody,
  },
  second_face: { code: 'outsider_in_frame', least: 'at_once', look: (face) => when(face.count > 1) },
  face_small: {
    code: 'face_below_min_fraction',
    least: { seconds: 'detect.face_fraction_sustained_s' },
    look: ofFace(({ share }, { policy, calibration }) =>
      below(share, numberOf(policy, 'camera.face_min_fraction'), calibration.hysteresis.share),
    ),
  },
  head_turned: { code: 'head_turned_away', least: { seconds: 'detect.head_turn_s' }, look: turned },
  gaze_away: { code: 'gaze_off_screen', least: 'at_once', asked: 'gaze.only_screen', look: gazeAway },
  eyes_covered: {
    code: 'gaze_direction_obstructed',
    least: 'at_once',
    look: ofFace(({ eyesCovered }) => when(eyesCovered)),
  },
})

const thing = (confidence: number | null, limit: number, slack: number, about?: About): Sight => {
  const sight = atLeast(confidence, limit, slack)
  if (confidence === null || (sight.sees !== 'yes' && sight.sees !== 'still')) return sight
  return { sees: sight.sees, strength: confidence, ...(about && { about }) }
}

export const objectRules = rulesOn('objects')({
  second_person: {
    code: 'outsider_in_frame',
    least: 'at_once',
    look: ({ persons }) => when(persons === null ? null : persons > 1),
  },
  phone: {
    code: 'gadgets',
    least: 'at_once',
    look: ({ phone }, { calibration: { confidence, hysteresis } }) =>
      thing(phone, confidence.phone, hysteresis.confidence, 'other_gadget'),
  },
  book: {
    code: 'reference_materials',
    least: 'at_once',
    look: ({ book }, { calibration: { confidence, hysteresis } }) =>
      thing(book, confidence.book, hysteresis.confidence, 'book'),
  },
  headphones: {
    code: 'headphones',
    least: 'at_once',
    look: ({ headphones }, { calibration: { confidence, hysteresis } }) =>
      thing(headphones, confidence.headphones, hysteresis.confidence),
  },
})

/** A camera that gives no picture says nothing about the picture. */
const ofPicture =
  (look: (picture: PictureSignal) => Sight) =>
  (picture: PictureSignal): Sight =>
    picture.track === 'live' ? look(picture) : cannot

/** A covered lens is dark, but not a dark room. */
const uncovered = (look: (picture: PictureSignal) => boolean) =>
  ofPicture((picture) => (picture.cover === 'whole' ? cannot : when(look(picture))))

export const pictureRules = rulesOn('picture')({
  camera_off: {
    code: 'webcam_signal_missing',
    least: 'at_once',
    look: ({ track }) => when(track !== 'live'),
  },
  view_covered: {
    code: 'camera_view_obstructed',
    least: 'at_once',
    look: ofPicture(({ cover }) => when(cover !== 'none')),
  },
  lens_covered: {
    code: 'camera_deliberately_covered',
    least: { seconds: 'detect.dark_s' },
    look: ofPicture(({ cover }) => when(cover === 'whole')),
  },
  frozen: {
    code: 'static_frozen_image',
    least: { seconds: 'detect.frozen_s' },
    look: ofPicture(({ frozen }) => when(frozen)),
  },
  dark: {
    code: 'insufficient_lighting',
    least: { seconds: 'detect.dark_s' },
    look: uncovered(({ dark }) => dark),
  },
  backlight: { code: 'backlight_glare', least: 'at_once', look: uncovered(({ backlight }) => backlight) },
  uneven: { code: 'uneven_face_lighting', least: 'at_once', look: uncovered(({ uneven }) => uneven) },
  light_moved: {
    code: 'light_source_moved',
    least: 'at_once',
    look: uncovered(({ lightMoved }) => lightMoved),
  },
  poor_picture: {
    code: 'poor_signal_quality',
    least: 'at_once',
    look: ofPicture(({ quality }) => when(quality === 'poor_network')),
  },
  lowered_picture: {
    code: 'video_quality_artificially_reduced',
    least: 'at_once',
    look: ofPicture(({ quality }) => when(quality === 'poor_without_cause')),
  },
  virtual_camera: {
    code: 'video_quality_artificially_reduced',
    least: 'at_once',
    look: ({ virtualCamera }) => (virtualCamera ? yes : no),
  },
})
