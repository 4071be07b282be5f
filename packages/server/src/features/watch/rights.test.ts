import { instant } from '@ochno/domain/time'
import { describe, expect, test } from 'vitest'
import type { Assignment, WatchedSession } from '../../ports/watching.ts'
import type { Viewer } from './deps.ts'
import { archiveRight, liveRight, provedLately } from './rights.ts'

const session = {
  opensAt: instant('2026-06-01T09:00:00Z'),
  closesAt: instant('2026-06-01T10:00:00Z'),
  lengthMinutes: 60,
  deadline: instant('2026-06-01T10:30:00Z'),
  deauthorizedAt: null,
} as WatchedSession

const viewer = (...roles: Viewer['roles'][number][]) =>
  ({ roles, provedAt: instant('2026-06-01T09:00:00Z') }) as unknown as Viewer
const found = (assignment: Assignment, more: Partial<WatchedSession> = {}) => ({
  session: { ...session, ...more },
  assignment,
})
const said = (right: { ok: boolean; why?: string; role?: string }) => (right.ok ? right.role : right.why)

describe('T-10 live', () => {
  for (const [at, want] of [
    ['2026-06-01T08:44:59Z', 'outside_window'],
    ['2026-06-01T08:45:00Z', 'proctor'],
    ['2026-06-01T10:44:59Z', 'proctor'],
    ['2026-06-01T10:45:00Z', 'outside_window'],
  ] as const)
    test(`at ${at}: ${want}`, () =>
      expect(said(liveRight(found('active'), viewer('proctor'), instant(at)))).toBe(want))

  for (const [who, assignment, want] of [
    ['proctor', 'none', 'not_found'],
    ['proctor', 'removed', 'not_assigned'],
    ['commission', 'active', 'not_found'],
    ['admin', 'active', 'not_found'],
  ] as const)
    test(`${who}, assignment ${assignment}: ${want}`, () =>
      expect(said(liveRight(found(assignment), viewer(who), instant('2026-06-01T09:10:00Z')))).toBe(want))

  test('a foreign institution is not found', () =>
    expect(said(liveRight(null, viewer('proctor'), instant('2026-06-01T09:10:00Z')))).toBe('not_found'))

  test('the end is when the examinee was deauthorised', () => {
    const over = found('active', { deauthorizedAt: instant('2026-06-01T09:20:00Z') })
    expect(said(liveRight(over, viewer('proctor'), instant('2026-06-01T09:34:59Z')))).toBe('proctor')
    expect(said(liveRight(over, viewer('proctor'), instant('2026-06-01T09:35:00Z')))).toBe('outside_window')
  })
})

describe('T-10 archive', () => {
  for (const [at, who, assignment, want] of [
    ['2026-06-02T10:29:59Z', 'proctor', 'active', 'proctor'],
    ['2026-06-02T10:30:00Z', 'proctor', 'active', 'outside_window'],
    ['2026-06-01T11:00:00Z', 'proctor', 'removed', 'not_assigned'],
    ['2026-06-01T11:00:00Z', 'proctor', 'none', 'not_found'],
    ['2026-06-01T11:00:00Z', 'commission', 'none', 'commission'],
    ['2026-09-01T11:00:00Z', 'commission', 'none', 'commission'],
    ['2026-06-01T11:00:00Z', 'admin', 'none', 'not_found'],
    ['2026-06-01T11:00:00Z', 'teacher', 'none', 'not_found'],
  ] as const)
    test(`${who}, ${assignment}, ${at}: ${want}`, () =>
      expect(said(archiveRight(found(assignment), viewer(who), instant(at)))).toBe(want))
})

test('B-08 a password counts for five minutes', () => {
  expect(provedLately(viewer('commission'), instant('2026-06-01T09:05:00Z'))).toBe(true)
  expect(provedLately(viewer('commission'), instant('2026-06-01T09:05:01Z'))).toBe(false)
})

test('T-10 a reviewer keeps what he reviews past the day of the proctor; the role alone opens nothing', () => {
  const later = instant('2026-06-08T09:00:00Z')
  const reviewing = { ...found('none'), reviewing: true }
  expect(said(archiveRight(reviewing, viewer('proctor'), later))).toBe('proctor')
  expect(said(archiveRight({ ...reviewing, reviewing: false }, viewer('proctor'), later))).toBe('not_found')
  expect(said(archiveRight(reviewing, viewer('teacher'), later))).toBe('not_found')
})

describe('R4-7.2.2 R3-5.1.2 R1-5.1a before the requirements of the exam are known', () => {
  const at = instant('2026-06-01T09:10:00Z')
  const of = (act: string, read: readonly number[]) =>
    found('active', { requirements: { exam: 'exm_1', act, edition: 2, read } })
  for (const [act, read, want] of [
    ['001', [], 'requirements_unread'],
    ['003', [], 'requirements_unread'],
    ['004', [], 'requirements_unread'],
    ['004', [1], 'requirements_unread'],
    ['004', [1, 2], 'proctor'],
    ['000', [], 'proctor'],
    ['own', [], 'proctor'],
  ] as const)
    test(`${act}, read ${read.join(' ') || 'nothing'}: ${want}`, () => {
      expect(said(liveRight(of(act, read), viewer('proctor'), at))).toBe(want)
      expect(said(archiveRight(of(act, read), viewer('proctor'), at))).toBe(want)
    })

  test('the commission and whoever reviews the recording are not held up by it', () => {
    expect(said(archiveRight(of('004', []), viewer('proctor', 'commission'), at))).toBe('commission')
    expect(said(archiveRight({ ...of('004', []), reviewing: true }, viewer('proctor'), at))).toBe('proctor')
  })
})
