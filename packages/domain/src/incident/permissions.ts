import { violationCodes, type ViolationCode } from './catalogue.ts'

/** The ten switches of 004 App. 2, in its order and words, with the codes each makes a permitted thing (requirements 2.3). */
export const permissionSwitches = {
  allow_websites: {
    no: 1,
    wording: 'Разрешить использование веб-сайтов.',
    permits: ['unauthorized_sites_apps', 'focus_switch', 'browser_not_fullscreen'],
  },
  allow_books: {
    no: 2,
    wording: 'Разрешить использование книг.',
    permits: ['reference_materials', 'gaze_off_screen'],
  },
  allow_drafts: {
    no: 3,
    wording: 'Разрешить использование черновиков.',
    permits: ['gaze_off_screen', 'hands_not_visible'],
  },
  allow_messengers: {
    no: 4,
    wording: 'Разрешить использование мессенджеров.',
    permits: ['unauthorized_sites_apps', 'focus_switch'],
  },
  allow_calculator: {
    no: 5,
    wording: 'Разрешить использование калькулятора.',
    permits: ['gadgets', 'gaze_off_screen'],
  },
  allow_excel: {
    no: 6,
    wording: 'Разрешить использование Excel.',
    permits: ['unauthorized_sites_apps', 'focus_switch', 'browser_not_fullscreen'],
  },
  allow_human_help: {
    no: 7,
    wording: 'Разрешить использование помощи людей.',
    permits: [
      'third_party_help',
      'third_party_conversation',
      'outsider_in_frame',
      'other_people_in_room',
      'prompts_from_outsiders_or_voice',
    ],
  },
  allow_leaving_room: {
    no: 8,
    wording: 'Разрешить выход из комнаты.',
    permits: ['left_camera_view', 'face_absent', 'absence_from_workplace'],
  },
  allow_voices: {
    no: 9,
    wording: 'Разрешить голоса.',
    permits: ['background_voices_noise', 'third_party_conversation', 'reading_questions_aloud'],
  },
  allow_gaze_aside: {
    no: 10,
    wording: 'Разрешить взгляд в сторону.',
    permits: [
      'gaze_off_screen',
      'gaze_off_screen_systematic',
      'gaze_away_over_threshold_repeated',
      'head_turned_away',
    ],
  },
} as const satisfies Record<string, { no: number; wording: string; permits: readonly ViolationCode[] }>

export type PermissionSwitch = keyof typeof permissionSwitches

export const permissionNames = Object.keys(permissionSwitches) as PermissionSwitch[]

const never: readonly ViolationCode[] = [
  'impersonation_confirmed',
  'unidentified_person_on_camera',
  'webcam_signal_missing',
  'microphone_disabled',
  'video_recording_disabled',
  'screen_video_missing',
  'remote_control_software',
  'virtual_machine',
  'micro_earpiece_hidden_headset',
  'room_scan_refused',
  'profanity',
  'indecent_gestures',
  'improper_appearance',
]

/** What no switch may ever permit, whatever a preset says. */
export const isNeverPermitted = (code: ViolationCode): boolean =>
  code.startsWith('identity_') || never.includes(code)

/** The codes that are permitted under these switches: their hints are kept and shown as permitted, never counted. */
export function permittedCodes(on: readonly PermissionSwitch[]): ReadonlySet<ViolationCode> {
  const permitted = new Set<ViolationCode>(on.flatMap((name) => permissionSwitches[name].permits))
  return new Set(violationCodes.filter((code) => permitted.has(code) && !isNeverPermitted(code)))
}
