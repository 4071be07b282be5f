import { expect, test } from 'vitest'
import { effectivePolicy } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import type { ActNumber } from '../regulation/acts.ts'
import { actionsUnder, type Medium } from './actions.ts'
import { type Intervention, refuseIntervention } from './refuse.ts'

function under(act: ActNumber) {
  const effective = effectivePolicy(preset(act))
  if (!effective.ok) throw new Error('refused')
  return actionsUnder(effective.policy)
}
const why = (act: ActNumber, wanted: Intervention) => refuseIntervention(wanted, under(act))
const reason = 'Посторонний в кадре'
const stop = (confirmed: number) => ({ do: 'stop', by: 'proctor', reason, confirmed }) as const
const warn = (...via: readonly Medium[]) => ({ do: 'warn', by: 'proctor', reason, via }) as const
const comment = { do: 'comment', by: 'proctor', reason } as const
const scan = (by: 'proctor' | 'system', given = reason) => ({ do: 'room_scan', by, reason: given }) as const

test('TR-46 under 000 a comment goes to the chat and a stop needs no counting', () => {
  expect(why('000', comment)).toBeNull()
  expect(why('000', stop(0))).toBeNull()
})

test('P-21 an act that says nothing asks for no look around; each that does names the clause that says so', () => {
  const silent = effectivePolicy({ act: 'own', stated: {}, decisions: {} })
  if (!silent.ok) throw new Error('refused')
  expect(actionsUnder(silent.policy)).toMatchObject({ scanAtRandom: false, scanOnDemand: false })
  for (const act of ['000', '001', '002', '003', '004'] as const) {
    const effective = effectivePolicy(preset(act))
    if (!effective.ok) continue
    const { scanAtRandom, scanOnDemand } = actionsUnder(effective.policy)
    for (const [on, key] of [
      [scanAtRandom, 'room_scan.random'],
      [scanOnDemand, 'room_scan.on_demand'],
    ] as const) {
      const { origin } = effective.policy[key]
      expect([act, key, on, on && origin.from === 'act' && origin.clauses.length > 0]).toEqual([
        act,
        key,
        on,
        on,
      ])
    }
  }
})

test('TR-46 under 004 a warning is text and audio together, a stop waits for repeated violations', () => {
  expect(why('004', warn('text', 'audio'))).toBeNull()
  expect(why('004', warn('text'))).toBe('medium_missing')
  expect(why('004', warn('audio', 'chat'))).toBe('medium_missing')
  expect(why('004', stop(1))).toBe('too_few_violations')
  expect(why('004', stop(2))).toBeNull()
  expect(why('004', comment)).toBe('not_under_this_act')
})

test('TR-46 under 003 a warning is an order on the screen, and its act gives no right to stop', () => {
  expect(why('003', warn('instruction'))).toBeNull()
  expect(why('003', stop(9))).toBe('not_under_this_act')
})

test('TR-47 a proctor does nothing without a reason; only the look around of the system needs none', () => {
  for (const wanted of [
    { ...stop(2), reason: ' ' },
    { ...warn('text', 'audio'), reason: '' },
    scan('proctor', ''),
  ])
    expect(why('004', wanted), wanted.do).toBe('no_reason')
  expect(why('000', { ...comment, reason: '' })).toBe('no_reason')
  expect(why('004', scan('system', ''))).toBeNull()
})

test('TR-47 TR-65 what an act does not give is not offered', () => {
  expect(why('002', stop(5))).toBe('not_under_this_act')
  expect(why('002', scan('system', ''))).toBe('not_under_this_act')
  expect(why('002', scan('proctor'))).toBe('not_under_this_act')
  expect(why('002', warn('text', 'audio'))).toBe('not_under_this_act')
})
