import { expect, test } from 'vitest'
import { unfairAttempts } from '../accommodation/standing.ts'
import { instant } from '../time.ts'
import { type Evidence, refuseEvidence } from './evidence.ts'

const sound: Evidence = {
  from: instant('2026-06-01T08:10:00Z'),
  to: instant('2026-06-01T08:10:30Z'),
  media: ['cam/17'],
  note: '',
}

test('R0-2.2.3a a mark needs its time and either the record of it or a person’s words', () => {
  expect(refuseEvidence(sound)).toBeNull()
  expect(refuseEvidence({ ...sound, media: [], note: 'Слышен второй голос' })).toBeNull()
  expect(refuseEvidence({ ...sound, media: [], note: ' ' })).toBe('neither_media_nor_note')
  expect(refuseEvidence({ ...sound, to: null })).toBe('no_time_range')
  expect(refuseEvidence({ ...sound, from: sound.to, to: sound.from })).toBe('time_runs_backwards')
})

test('R0-2.2.3a TR-62 one policy for everyone of an exam; another one only with a recorded ground', () => {
  const attempts = [
    { examinee: 'acc_a', policy: 'p1', grounds: [] },
    { examinee: 'acc_b', policy: 'p2', grounds: ['Заключение ПМПК № 12'] },
    { examinee: 'acc_c', policy: 'p2', grounds: [] },
    { examinee: 'acc_d', policy: 'p2', grounds: [' '] },
  ]
  expect(unfairAttempts('p1', attempts)).toEqual(['acc_c', 'acc_d'])
})
