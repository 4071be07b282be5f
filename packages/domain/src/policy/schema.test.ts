import { expect, test } from 'vitest'
import { fits } from './act-policy.ts'
import { isPolicyKey, parameters, policyKeys } from './schema.ts'

/** Requirements 2.1, every row of the merged table. */
const merged = `
  institution.name
  institution.kind
  institution.branches
  institution.head_title
  lna.kind
  lna.order_no_date
  lna.approval_steps
  lna.effective_from
  lna.supersede_rule
  lna.document_code
  lna.esignature_metadata
  scope.proctoring_regulated
  scope.communications_regulated
  scope.levels
  scope.study_form
  scope.assessment_kinds
  scope.proctored_lessons
  scope.programme_parts
  proctoring.optional
  proctoring.modes
  proctoring.offline_mode
  proctoring.launch_only_from_lms
  proctoring.external_resource_allowed
  async.fully_automatic_allowed
  application.required
  application.author
  application.addressee
  application.lead_days
  application.lead_base
  schedule.publish_to_examinee
  schedule.start_window
  admission.conditions_check
  briefing.by_teacher
  precheck.materials_in_lms
  precheck.examinee_list
  rules.acknowledgement
  consent.required
  consent.voluntary
  consent.form
  consent.biometric
  consent.third_party_transfer
  consent.upload_scan_to_account
  consent.original_lead_days
  consent.once
  consent.valid_until
  consent.recording_disputes_prior
  consent.account_owner_binding
  biometrics.photo_video_is_biometric
  biometrics.gost_19794_5
  biometrics.auto_face_matching
  identity.methods
  identity.unique_id_from_lms
  identity.documents
  identity.original_required
  identity.visible_fields
  identity.say_name_aloud
  identity.features_compared
  identity.performed_by
  identity.recorded
  identity.ebs_option
  identity.failure_is_violation
  capacity.max_simultaneous
  staffing.sync_examinees_per_proctor
  staffing.async_rule
  review.deadline
  proctor.kinds
  proctor.appointment_document
  proctor.training
  proctor.qualification_regular
  proctor.qualification_period
  proctor.nda
  proctor.objectivity_guarantee
  proctor.workplace
  control.window
  recording.media
  recording.mandatory
  recording.purposes
  retention.video_months
  retention.place
  session.duration_min
  session.countdown
  session.absence_allowed_min
  session.absence_violation_if
  room_scan.random
  room_scan.on_demand
  room_scan.refusal
  env.view_to_wall
  env.no_dark_room
  env.light_rules
  env.no_noise
  env.mic_always_on
  env.mic_sensitivity_fixed
  env.dress_code
  camera.face_min_fraction
  camera.both_hands_visible
  camera.workplace_visible
  camera.multiple_allowed
  gaze.only_screen
  gaze.keyboard_exception
  gaze.systematic_has_threshold
  gaze.away_threshold_s
  materials.reference
  materials.drafts
  materials.own_brief_notes
  materials.gadgets
  materials.by_subject
  materials.calculator
  permissions.switches
  devices.headphones
  devices.second_monitor_keyboard_mouse
  devices.virtual_machine
  devices.browser_builtin_translator
  tasks.fixation_forbidden
  special.primary_technical_help
  special.grade1_parent_reads
  special.pmpk_assistant
  special.pmpk_technical_means
  special.disability_acts
  special.others_in_room_by_organiser
  exam.override_violations
  equipment.device_class
  equipment.mobile_allowed
  equipment.os_min
  equipment.ram_min
  equipment.cpu_min
  equipment.browsers
  equipment.browser_version
  equipment.net_min_mbps
  equipment.webcam_min
  equipment.microphone
  equipment.speakers
  equipment.disk_free_min_mb
  equipment.applies_to_staff
  equipment.responsibility
  equipment.institution_may_provide
  equipment.below_min_consequence
  tech_failure.min_minutes
  tech_failure.postpone_by
  tech_failure.retake
  tech_failure.in_protocol
  tech_failure.notice_channels
  live.proctor_chat_comment
  live.warning_media
  live.stop_right
  live.stop_result
  decision.default_for_listed_violation
  decision.starred_rows
  decision.starred_threshold
  decision.impersonation_result
  decision.no_sound_result
  decision.no_recording_result
  decision.status_advisory
  decision.maker
  decision.grade_scales
  protocol.forms
  protocol.signatures
  review.statuses
  trust_score
  appeal.right
  appeal.body
  appeal.filing_days
  appeal.consideration_days
  appeal.uses_recording
  instruction.published
  support.unit
  org.unit
  responsibles.order_period
  responsibles.second_list
  responsibles.public_contacts
  comms.messengers
  comms.vcs
  comms.vcs_event_kinds
  comms.vcs_no_install
  comms.vcs_mobile
  comms.vcs_duration_capacity
  comms.lms
  comms.edu_resources
  comms.reference_services
  comms.state_systems
  comms.journal
  comms.async_channels
  comms.sync_channels
  comms.discipline_channels
  comms.exchange_channels
  comms.parent_channels
  comms.group_creators
  comms.group_deadline_days
  comms.access_hours
  comms.rules_information
  assignment.check_working_days
  assignment.result_same_channel
  erequest.deadlines
  service.contract_before_use
  service.activation_order
  service.mandatory_after_order
  service.russian_registry
  service.prohibited_list_check
  service.pd_compliance
  service.sso
  service.access_after_login
  survey.period
  survey.e_form
  extra_requirements_right
  result_review_order_own
`

/** Requirements 2.6: what the code needs and no act says. */
const silent = `
  appeal.filing_days
  appeal.consideration_days
  room_scan.random_count_per_session
  room_scan.response_timeout_s
  detect.face_absent_s
  detect.head_turn_s
  detect.noise_s
  detect.low_audio_s
  detect.frozen_s
  detect.dark_s
  detect.focus_lost_s
  detect.head_yaw_deg
  detect.head_pitch_deg
  detect.face_fraction_sustained_s
  recording.min_coverage_percent
  session.disconnect_auto_deauth_s
  review_factor
  equipment.browser_version_tolerance
  equipment.check_fresh_days
  equipment.door_check_minutes
  proctor.qualification_period
  consent.reask_on_change
  consent.minor_age_rule
  trust_score.weights
  decision.values
  calendar.working_days
  academic_year.start
  assignment.reminder_working_days
  files.max_size
  files.allowed_types
`

const keysIn = (table: string) => table.trim().split(/\s+/)

test('every parameter of the merged table and every one the acts are silent about exists', () => {
  expect(keysIn(merged)).toHaveLength(204)
  expect([...keysIn(merged), ...keysIn(silent)].filter((key) => !isPolicyKey(key))).toEqual([])
})

test('what a parameter depends on is a parameter, and the value it waits for can be given', () => {
  const wrong = policyKeys.filter((key) => {
    const { needed } = parameters[key]
    if (needed === undefined || needed === true) return false
    return !isPolicyKey(needed.when) || !(fits(needed.when, needed.is) || fits(needed.when, [needed.is]))
  })
  expect(wrong).toEqual([])
})

test('a number outside what its unit can mean is no value', () => {
  expect(fits('camera.face_min_fraction', 0.2)).toBe(true)
  expect(fits('camera.face_min_fraction', 20)).toBe(false)
  expect(fits('recording.min_coverage_percent', 101)).toBe(false)
  expect(fits('capacity.max_simultaneous', -1)).toBe(false)
  expect(fits('capacity.max_simultaneous', Number.NaN)).toBe(false)
})
