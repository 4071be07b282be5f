import { describe, expect, test } from 'vitest'
import { instant } from '../time.ts'
import { deniedRows, emptyDraft, type ProtocolDraft, type Situation, wantingOf } from './draft.ts'
import { protocolRows } from './rows.ts'

const sitting = (more: Partial<Situation> = {}): Situation => ({
  act: '004',
  final: false,
  byRows: true,
  stopped: false,
  marks: [],
  hintsOpen: 0,
  reviewOpen: false,
  over: true,
  ...more,
})
const denied = Object.fromEntries(protocolRows('004').map(({ row }) => [row, 'no' as const]))
const whole: ProtocolDraft = { ...emptyDraft, answers: denied, independent: true }
const mark = { key: 'log-3', code: 'outsider_in_frame' }
const why = (draft: ProtocolDraft, now: Situation) => wantingOf(draft, now).map((want) => want.why)

test('TR-73 an empty protocol wants an answer to every row of the form, and none is there before', () => {
  expect(deniedRows(emptyDraft)).toEqual([])
  const open = wantingOf(emptyDraft, sitting()).filter((want) => want.why === 'row_open')
  expect(open.map(({ field }) => field)).toEqual(protocolRows('004').map(({ row }) => `rows.${row}`))
  expect(protocolRows('001')).toHaveLength(18)
  expect(protocolRows('004')).toHaveLength(11)
})

test('a protocol with every row answered wants nothing', () => expect(why(whole, sitting())).toEqual([]))

describe('what keeps it from being signed', () => {
  const counted = { 'log-3': { is: 'counted' as const, reason: '' } }
  test.each<[string, ProtocolDraft, Partial<Situation>, string]>([
    ['an exam that runs', whole, { over: false }, 'not_over'],
    ['a hint nobody judged', whole, { hintsOpen: 1 }, 'hints_open'],
    ['a review that is not finished', whole, { reviewOpen: true }, 'review_open'],
    ['a mark nobody settled', whole, { marks: [mark] }, 'mark_open'],
    [
      'a mark left out without a reason',
      { ...whole, marks: { 'log-3': { is: 'mistaken', reason: ' ' } } },
      { marks: [mark] },
      'mark_no_reason',
    ],
    ['«да» without a counted mark', { ...whole, answers: { ...denied, C3: 'yes' } }, {}, 'yes_without_mark'],
    ['«нет» beside a counted mark', { ...whole, marks: counted }, { marks: [mark] }, 'no_with_mark'],
    ['independence nobody judged', { ...whole, independent: null }, {}, 'independent_open'],
    ['a stop nobody explained', whole, { stopped: true }, 'stop_open'],
    ['no status on App. 4', whole, { final: true }, 'status_open'],
    [
      'no document under 003',
      { ...whole, answers: Object.fromEntries(protocolRows('003').map(({ row }) => [row, 'no'])) },
      { act: '003' },
      'document_open',
    ],
    [
      'a failure that ends before it begins',
      {
        ...whole,
        failure: {
          from: instant('2026-05-25T10:00:00Z'),
          to: instant('2026-05-25T09:00:00Z'),
          side: 'network',
          description: 'обрыв',
          decision: '',
          couldContinue: true,
        },
      },
      {},
      'failure_wrong',
    ],
  ])('%s', (_, draft, now, reason) => expect(why(draft, sitting(now))).toEqual([reason]))
})

test('R4-A4.12 «Без замечаний» is not said of a session with a counted violation', () => {
  const draft: ProtocolDraft = {
    ...whole,
    answers: { ...denied, C3: 'yes' },
    marks: { 'log-3': { is: 'counted', reason: '' } },
    status: 1,
  }
  expect(why(draft, sitting({ final: true, marks: [mark] }))).toEqual(['status_with_marks'])
  expect(why({ ...draft, status: 2 }, sitting({ final: true, marks: [mark] }))).toEqual([])
})
