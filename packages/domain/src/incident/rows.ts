import type { ViolationCode } from './catalogue.ts'

/** The 18 rows of 001 App. 1 and the codes each asks about (R1-3.3a, requirements 3.7). */
export const rows001: Readonly<Record<number, readonly ViolationCode[]>> = {
  1: ['third_party_help'],
  2: ['third_party_conversation'],
  3: ['outsider_in_frame'],
  4: ['other_people_in_room'],
  5: ['remote_control_software'],
  6: ['unauthorized_sites_apps', 'focus_switch'],
  7: ['equipment_below_minimum'],
  8: ['reference_materials', 'gadgets'],
  9: ['additional_monitor', 'additional_keyboard', 'additional_pointing_device'],
  10: ['headphones', 'micro_earpiece_hidden_headset'],
  11: ['webcam_signal_missing', 'camera_view_obstructed', 'left_camera_view'],
  12: ['camera_view_reduced', 'face_below_min_fraction', 'hands_not_visible', 'workplace_not_visible'],
  13: ['gaze_direction_obstructed'],
  14: ['video_recording_disabled', 'video_recording_not_provided', 'face_fully_absent_recording_void'],
  15: ['insufficient_lighting', 'backlight_glare', 'uneven_face_lighting', 'light_source_moved'],
  16: ['room_scan_refused', 'room_view_obstructed'],
  17: ['gaze_off_screen', 'gaze_off_screen_systematic'],
  18: ['absence_over_limit'],
}

/** What 001 knows but its form has no row for: the electronic annex carries it (TR-35). */
export const annex001: readonly ViolationCode[] = [
  'account_credentials_transfer',
  'impersonation_confirmed',
  'microphone_disabled',
  'microphone_sensitivity_changed',
  'video_quality_artificially_reduced',
  'background_voices_noise',
  'poor_signal_quality',
]

export type Row004 = 'S1' | 'S2' | 'S3' | 'S4' | 'C1' | 'C2' | 'C3' | 'C4' | 'C5' | 'C6' | 'C7'

/** The 11 rows of 004 App. 3: S = screen (4.5.1), C = camera (4.5.2); a star is printed «да*» (TR-03, TR-36). */
export const rows004: Readonly<
  Record<Row004, { readonly starred: boolean; readonly codes: readonly ViolationCode[] }>
> = {
  S1: { starred: false, codes: ['focus_switch', 'unauthorized_sites_apps'] },
  S2: { starred: false, codes: ['browser_not_fullscreen'] },
  S3: { starred: false, codes: ['additional_monitor'] },
  S4: { starred: false, codes: ['screen_video_missing'] },
  C1: { starred: true, codes: ['webcam_signal_missing'] },
  C2: {
    starred: false,
    codes: [
      'face_absent',
      'left_camera_view',
      'head_turned_away',
      'gaze_off_screen',
      'gaze_off_screen_systematic',
      'gaze_away_over_threshold_repeated',
    ],
  },
  C3: { starred: true, codes: ['outsider_in_frame', 'other_people_in_room'] },
  C4: { starred: true, codes: ['unidentified_person_on_camera'] },
  C5: { starred: false, codes: ['audio_absent_or_low', 'microphone_disabled'] },
  C6: { starred: false, codes: ['background_voices_noise', 'third_party_conversation'] },
  C7: { starred: true, codes: ['examinee_absent_from_session'] },
}
