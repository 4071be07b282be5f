import type { ViolationCode } from '../incident/catalogue.ts'

/** Hundredths of a point. `cap`: the most one code may cost in a session, so that one wrong detector can not sink a person (I-11). */
export type Weight = { readonly once: number; readonly perSecond: number; readonly cap: number }

/** A table is never edited after a session was scored with it: a change is a new version. */
export type Weights = {
  readonly version: string
  readonly confirmedTimes: number
  readonly byCode: Partial<Record<ViolationCode, Weight>>
}

const w = (once: number, perSecond: number, cap: number): Weight => ({ once, perSecond, cap })

/** Proposal of the first version (requirements 2.6 trust_score.weights); an institution may keep its own. */
export const weights1: Weights = {
  version: 'v1',
  confirmedTimes: 2,
  byCode: {
    outsider_in_frame: w(8_00, 20, 40_00),
    unidentified_person_on_camera: w(10_00, 20, 40_00),
    third_party_conversation: w(4_00, 10, 25_00),
    background_voices_noise: w(1_00, 2, 10_00),
    focus_switch: w(1_50, 5, 20_00),
    unauthorized_sites_apps: w(3_00, 5, 25_00),
    browser_not_fullscreen: w(50, 1, 8_00),
    screen_video_missing: w(5_00, 10, 30_00),
    additional_monitor: w(6_00, 0, 12_00),
    browser_builtin_tools: w(2_00, 0, 8_00),
    virtual_machine: w(4_00, 0, 8_00),
    internet_or_mobile_use: w(5_00, 10, 25_00),
    gadgets: w(5_00, 10, 25_00),
    headphones: w(2_00, 0, 6_00),
    reading_questions_aloud: w(1_00, 5, 10_00),
    microphone_disabled: w(5_00, 10, 25_00),
    audio_absent_or_low: w(50, 1, 8_00),
    webcam_signal_missing: w(6_00, 10, 35_00),
    camera_view_obstructed: w(4_00, 10, 25_00),
    left_camera_view: w(2_00, 10, 25_00),
    face_absent: w(1_50, 8, 25_00),
    head_turned_away: w(50, 4, 12_00),
    gaze_off_screen: w(25, 2, 10_00),
    gaze_away_over_threshold_repeated: w(3_00, 0, 12_00),
    face_below_min_fraction: w(25, 1, 6_00),
    insufficient_lighting: w(25, 0, 3_00),
    backlight_glare: w(25, 0, 3_00),
    static_frozen_image: w(3_00, 5, 20_00),
    video_recording_disabled: w(6_00, 10, 35_00),
    absence_over_limit: w(5_00, 0, 20_00),
    examinee_absent_from_session: w(5_00, 5, 35_00),
  },
}

/**
 * Everything a rule can hint at has its weight, and what costs nothing is written as nothing: a slow line, a cut of the link and a long
 * failure are the network's and nobody's fault until a person says whose, so a machine takes no points for them.
 */
export const weights2: Weights = {
  version: 'v2',
  confirmedTimes: weights1.confirmedTimes,
  byCode: {
    ...weights1.byCode,
    account_credentials_transfer: w(8_00, 0, 16_00),
    reference_materials: w(4_00, 10, 20_00),
    task_screenshot: w(2_00, 0, 12_00),
    camera_deliberately_covered: w(6_00, 10, 35_00),
    gaze_direction_obstructed: w(50, 2, 8_00),
    gaze_off_screen_systematic: w(2_00, 0, 8_00),
    absence_from_workplace: w(1_50, 8, 25_00),
    video_quality_artificially_reduced: w(4_00, 0, 12_00),
    microphone_sensitivity_changed: w(50, 0, 4_00),
    uneven_face_lighting: w(25, 0, 3_00),
    light_source_moved: w(25, 0, 3_00),
    poor_signal_quality: w(0, 0, 0),
    video_signal_interrupted: w(0, 0, 0),
    technical_failure_long: w(0, 0, 0),
  },
}

/** Every version a session may have been scored with; the name is what the policy calls it (trust_score.weights). */
const versions = [weights1, weights2] as const

/** What a session begins with where its exam has no table of its own. */
export const newestWeights: Weights = versions[1]

/** Null: no such version, so there is no score rather than one by other weights. */
export const weightsOf = (version: string): Weights | null =>
  versions.find((weights) => weights.version === version) ?? null
