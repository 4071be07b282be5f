// Three invented sittings: a quiet one, a noisy one and one broken off by the line.
import { instant } from '../../time.ts'
import { day } from '../dates.ts'
import type { PrintedMark, SessionRecord } from '../session-record.ts'

export const outsider: PrintedMark = {
  code: 'outsider_in_frame',
  times: [
    { from: instant('2026-05-25T07:14:05Z'), to: instant('2026-05-25T07:14:41Z') },
    { from: instant('2026-05-25T07:29:10Z'), to: instant('2026-05-25T07:29:18Z') },
  ],
  comment: 'в дверях появился взрослый, разговаривал с обучающимся',
  evidence: ['cam/00428', 'cam/00443'],
}

export const quiet: SessionRecord = {
  registration: { number: '17-П', on: day('2026-05-25'), template: 'редакция 1' },
  discipline: 'Электробезопасность',
  assessment: 'промежуточная аттестация',
  kind: 'synchronous',
  proctor: 'Лаптева Ирина Олеговна',
  authorised: instant('2026-05-25T07:02:11Z'),
  deauthorised: instant('2026-05-25T07:46:50Z'),
  identity: {
    established: true,
    how: 'паспорт гражданина Российской Федерации',
    by: 'Лаптева И. О.',
    at: instant('2026-05-25T07:03:02Z'),
  },
  independent: true,
  marks: [],
  attention: [
    {
      at: instant('2026-05-25T07:21:37Z'),
      what: 'Взгляд в сторону от экрана, 6 с',
      outcome: 'not_confirmed',
    },
  ],
  outages: [],
  coverage: [
    { track: 'cam', percent: 100, gaps: [] },
    { track: 'screen', percent: 100, gaps: [] },
  ],
  permissions: ['allow_drafts', 'allow_calculator'],
  accommodations: [],
  trust: null,
  confirmation: { at: instant('2026-05-25T07:58:00Z') },
}

export const noisy: SessionRecord = {
  ...quiet,
  registration: { number: '18-П', on: day('2026-05-25'), template: 'редакция 1' },
  independent: false,
  marks: [
    outsider,
    {
      code: 'microphone_disabled',
      times: [{ from: instant('2026-05-25T07:31:00Z'), to: instant('2026-05-25T07:32:20Z') }],
      comment: '',
      evidence: ['cam/00446'],
    },
    {
      code: 'account_credentials_transfer',
      times: [{ from: instant('2026-05-25T07:33:45Z'), to: null }],
      comment: 'второй вход под той же учётной записью',
      evidence: ['events/00061'],
    },
  ],
  coverage: [
    {
      track: 'cam',
      percent: 97.04,
      gaps: [{ from: instant('2026-05-25T07:40:00Z'), to: instant('2026-05-25T07:41:19Z') }],
    },
    { track: 'screen', percent: 100, gaps: [] },
  ],
  review: {
    by: 'Орлова Елена Сергеевна',
    lengthMs: 2_700_000,
    playedMs: 760_000,
    fastMs: 540_000,
    skippedMs: 1_940_000,
    owed: [{ from: instant('2026-05-25T07:40:00Z'), to: instant('2026-05-25T07:41:19Z'), why: 'blind' }],
    passedOver: [
      { from: instant('2026-05-25T07:05:20Z'), to: instant('2026-05-25T07:14:55Z'), why: 'quiet' },
      { from: instant('2026-05-25T07:42:00Z'), to: instant('2026-05-25T07:44:30Z'), why: 'quiet' },
    ],
    hints: 4,
    hintsResolved: 4,
  },
  accommodations: ['Увеличение времени на 15 минут по рекомендации ПМПК'],
}

export const brokenOff: SessionRecord = {
  ...quiet,
  registration: { number: '19-П', on: day('2026-05-25'), template: 'редакция 1' },
  outages: [
    {
      from: instant('2026-05-25T07:20:00Z'),
      to: instant('2026-05-25T07:38:30Z'),
      side: 'network',
      description: 'обрыв канала связи у обучающегося',
      decision: 'перенос на 28 мая 2026 г.',
    },
  ],
  coverage: [
    {
      track: 'cam',
      percent: 58.6,
      gaps: [{ from: instant('2026-05-25T07:20:00Z'), to: instant('2026-05-25T07:38:30Z') }],
    },
  ],
}
