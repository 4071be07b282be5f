// Clauses on what must have a code, who finds it, and what permits it: tried against the rules, the marks and the permissions.
import { expect, test } from 'vitest'
import type { Accommodation } from '../accommodation/accommodation.ts'
import { catalogue, type ViolationCode } from '../incident/catalogue.ts'
import { markSet, mayMark } from '../incident/markable.ts'
import { type ExamPermissions, judge, nothingPermitted } from '../incident/permitted.ts'
import type { ListingAct } from '../incident/violation.ts'
import { during, settingsOf } from './samples.ts'
import { nothingGranted, shownHints } from './shown.ts'
import type { Signal } from './signal.ts'
import { leftToPeople } from './told.ts'
import { nothingWatched, watcher } from './watch.ts'

const minute = 60_000

function shown(
  act: ListingAct,
  signals: readonly Signal[],
  rules: ExamPermissions = nothingPermitted,
  conditions: readonly Accommodation[] = [],
) {
  const settings = settingsOf(act)
  const { feed, hints } = watcher(settings)
  return shownHints(hints(feed(nothingWatched, signals)), rules, { ...nothingGranted, conditions }, settings)
}
const codes = (...all: Parameters<typeof shown>) => [...new Set(shown(...all).map(({ code }) => code))]
const verdict = (code: ViolationCode, ...all: Parameters<typeof shown>) =>
  shown(...all).find((hint) => hint.code === code)?.verdict
const marks = (act: ListingAct, ...what: readonly ViolationCode[]) =>
  what.map((code) => mayMark(markSet(act, nothingPermitted, []), code))
const helped = (name: 'allow_human_help'): ExamPermissions => ({
  ...nothingPermitted,
  switches: { [name]: { limitSeconds: null } },
})

test('R1-6.2a a voice while the lips are still is a hint of a talk with others, marked by a person alone', () => {
  const voice = during('sound', { voice: 'lips_still' }, 0, minute)
  expect(codes('001', voice)).toContain('third_party_conversation')
  expect(codes('001', during('sound', { voice: 'examinee' }, 0, minute))).toEqual([])
  expect(marks('001', 'third_party_conversation')).toEqual([true])
})

test('R1-6.2b help of others is a code for people: no machine claims to see it', () => {
  expect(marks('001', 'third_party_help')).toEqual([true])
  expect(leftToPeople(settingsOf('001'))).toContain('third_party_help')
})

for (const [id, act] of [
  ['R3-6.4.1', '003'],
  ['R4-8.3.1', '004'],
] as const)
  test(`${id} talk and help are two codes; human help permits both, and no school class does`, () => {
    expect(marks(act, 'third_party_conversation', 'third_party_help')).toEqual([true, true])
    const voice = during('sound', { voice: 'lips_still' }, 0, minute)
    expect(verdict('third_party_conversation', act, voice)?.verdict).toBe('counts')
    expect(verdict('third_party_conversation', act, voice, helped('allow_human_help'))).toEqual({
      verdict: 'permitted',
      because: ['allow_human_help'],
    })
    expect(judge({ code: 'third_party_help' }, helped('allow_human_help')).verdict).toBe('permitted')
  })

for (const [id, act] of [
  ['R3-6.4.3', '003'],
  ['R4-8.3.3', '004'],
] as const)
  test(`${id} other people in the room are a person’s to mark, unless the organisers said otherwise`, () => {
    expect(marks(act, 'other_people_in_room')).toEqual([true])
    expect(leftToPeople(settingsOf(act))).toContain('other_people_in_room')
    expect(judge({ code: 'other_people_in_room' }, nothingPermitted).verdict).toBe('counts')
    expect(judge({ code: 'other_people_in_room' }, { ...nothingPermitted, othersInRoom: true })).toEqual({
      verdict: 'permitted',
      because: ['others_in_room'],
    })
  })

for (const [id, act] of [
  ['R1-6.2h', '001'],
  ['R3-6.4.4', '003'],
  ['R4-8.3.4', '004'],
] as const)
  test(`${id} remote control is a code a person marks and nothing permits`, () => {
    expect(marks(act, 'remote_control_software')).toEqual([true])
    const everything: ExamPermissions = {
      ...nothingPermitted,
      allowedSoftware: [{ kind: 'software', name: 'anydesk' }],
      switches: { allow_websites: { limitSeconds: null }, allow_human_help: { limitSeconds: null } },
    }
    expect(judge({ code: 'remote_control_software', name: 'AnyDesk' }, everything).verdict).toBe('counts')
  })

const devices = ['additional_monitor', 'additional_keyboard', 'additional_pointing_device'] as const

for (const [id, act] of [
  ['R1-6.4e', '001'],
  ['R3-6.6.2', '003'],
  ['R4-8.5.2', '004'],
] as const)
  test(`${id} a second monitor, keyboard and mouse are three codes; the monitor has a hint, and one permission covers all`, () => {
    expect(marks(act, ...devices)).toEqual([true, true, true])
    const two = during('screen', { extended: true }, 0, minute)
    expect(verdict('additional_monitor', act, two)?.verdict).toBe('counts')
    const many = { ...nothingPermitted, multipleDevices: true }
    expect(verdict('additional_monitor', act, two, many)?.verdict).toBe('permitted')
    expect(devices.map((code) => judge({ code }, many).verdict)).toEqual([
      'permitted',
      'permitted',
      'permitted',
    ])
  })

test('R1-6.5c the reduced view has three signs: the face is measured, hands and workplace are seen by people', () => {
  const small = during('face', { share: 0.1 }, 0, minute)
  expect(codes('001', small)).toEqual(['face_below_min_fraction'])
  for (const code of ['face_below_min_fraction', 'hands_not_visible', 'workplace_not_visible'] as const)
    expect(catalogue[code].partOf, code).toBe('camera_view_reduced')
  expect(marks('001', 'camera_view_reduced', 'hands_not_visible', 'workplace_not_visible')).toEqual([
    true,
    true,
    true,
  ])
})

for (const [id, act] of [
  ['R3-6.7.5', '003'],
  ['R4-8.6.5', '004'],
] as const)
  test(`${id} a recorder that stands still on a good line is a hint; a face absent for the whole recording is a person’s word`, () => {
    expect(codes(act, during('link', { recording: false }, 0, minute))).toEqual(['video_recording_disabled'])
    expect(codes(act, during('link', { online: false, recording: false }, 0, 5_000))).not.toContain(
      'video_recording_disabled',
    )
    expect(marks(act, 'video_recording_disabled', 'face_fully_absent_recording_void')).toEqual([true, true])
  })

for (const [id, act] of [
  ['R3-6.9.2', '003'],
  ['R4-8.8.2', '004'],
] as const)
  test(`${id} a picture taken of the task by key is a hint with how it was taken; a camera and a pen are for people`, () => {
    const taken = shown(act, during('browser', { screenshotKey: true, took: 'copy' }, 0, 1_000))
    expect(taken).toMatchObject([{ code: 'task_screenshot', name: 'copy' }])
    expect(marks(act, 'task_photo_video', 'task_screenshot', 'task_transcription')).toEqual([
      true,
      true,
      true,
    ])
    expect(leftToPeople(settingsOf(act))).toEqual(
      expect.arrayContaining(['task_photo_video', 'task_transcription']),
    )
  })

test('R3-6.6.4 a translator is a hint under 003', () =>
  expect(codes('003', during('browser', { translator: true }, 0, 5_000))).toEqual(['browser_builtin_tools']))

test('R3-6.6.5 a virtual machine is a hint under 003, and only a person makes a violation of it', () => {
  expect(codes('003', during('browser', { virtualMachine: true }, 0, 5_000))).toEqual(['virtual_machine'])
  expect(catalogue.virtual_machine.detection).toBe('partial')
  expect(marks('003', 'virtual_machine')).toEqual([true])
})

test('R4-4.5.2d an unidentified person is a starred event a proctor marks: faces are counted and never compared', () => {
  expect(marks('004', 'unidentified_person_on_camera')).toEqual([true])
  expect(catalogue.unidentified_person_on_camera.severity['004']).toEqual(['starred'])
  expect(leftToPeople(settingsOf('004'))).toContain('unidentified_person_on_camera')
})

for (const [id, act] of [
  ['under 001', '001'],
  ['under 003', '003'],
  ['under 004', '004'],
] as const)
  test(`${id} a picture that is poor for the network is told apart from one that was lowered`, () => {
    expect(codes(act, during('picture', { quality: 'poor_network' }, 0, minute))).toEqual([
      'poor_signal_quality',
    ])
    expect(codes(act, during('picture', { quality: 'poor_without_cause' }, 0, minute))).toEqual([
      'video_quality_artificially_reduced',
    ])
  })
