import { expect, test } from 'vitest'
import { effectivePolicy } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import { instant } from '../time.ts'
import type { Facts } from './facts.ts'
import { fitCamera, fitFacts } from './fit-facts.ts'
import { checkHold, equipmentHold, type EquipmentHold } from './hold.ts'
import { judge, outcomeOf } from './judge.ts'
import { type Minimums, minimumsUnder } from './minimums.ts'

const good: Facts = fitFacts
const { machine } = fitFacts
const camera = fitCamera
const at = instant('2026-05-20T09:00:00Z')
const soon = at.add({ minutes: 10 })
const table = { newest: { chrome: 142 }, tolerance: 1 }

const needs = new Map(
  (['000', '001', '002', '003', '004'] as const).map((act) => {
    const found = effectivePolicy(preset(act))
    if (!found.ok) throw new Error(act)
    return [act, minimumsUnder(act, found.policy)] as const
  }),
)
const need = (act: '000' | '001' | '002' | '003' | '004'): Minimums => needs.get(act) as Minimums

const everything = (of: Minimums, facts: Facts) =>
  judge(of, facts, table).flatMap(({ item, verdict }) => (verdict === 'declare' ? [item] : []))
function checkOf(of: Minimums, facts: Facts, taken = { risk: true, acknowledged: true }) {
  const declared = taken.acknowledged ? everything(of, facts) : []
  const { rows, outcome } = outcomeOf(judge(of, facts, table), { declared, risk: taken.risk })
  return { at, rows, outcome, acknowledgedAt: taken.acknowledged ? at : null }
}

const missing: readonly (readonly [string, Facts, EquipmentHold])[] = [
  ['no camera', { ...good, cameras: [] }, 'equipment_no_camera'],
  ['no microphone', { ...good, microphone: null }, 'equipment_no_microphone'],
  [
    'a browser that can not record',
    { ...good, machine: { ...machine, cannotRecord: 'old' } },
    'equipment_refused',
  ],
]
for (const [what, facts, why] of missing)
  test(`R1-7.3a R4-5.5a R4-6.1a ${what} holds the start back under all five acts, whatever risk is taken`, () => {
    for (const of of needs.values()) {
      expect(equipmentHold(checkOf(of, facts))).toBe(why)
      expect(checkHold(checkOf(of, facts), of, soon)).toBe(why)
    }
  })

test('R1-4.1f R3-4.2.1.1 R4-6.3.1a a blurred background holds back where the act wants to see to the wall, and nowhere else', () => {
  const blurred = { ...good, cameras: [{ ...camera, blurred: true }] }
  const said = [...needs].map(([act, of]) => [act, equipmentHold(checkOf(of, blurred))])
  expect(said).toEqual([
    ['000', null],
    ['001', 'equipment_blurred'],
    ['002', null],
    ['003', 'equipment_blurred'],
    ['004', 'equipment_blurred'],
  ])
})

test('R4-5.5b a telephone is refused by 004, which says so', () =>
  expect(equipmentHold(checkOf(need('004'), { ...good, machine: { ...machine, mobile: true } }))).toBe(
    'equipment_refused',
  ))

for (const act of ['001', '003', '004'] as const)
  test(`R1-4.1e R3-4.1.1e R4-6.2.1e under ${act} the check of the door is made, ended, acknowledged and not old before the start`, () => {
    const of = need(act)
    const slow: Facts = { ...good, network: { downMbps: 1, upMbps: 0.5, rttMs: 30, jitterMs: 5, lost: 0 } }
    expect(checkHold(null, of, soon)).toBe('equipment_unchecked')
    expect(checkHold(checkOf(of, { machine, cameras: [camera] }), of, soon)).toBe('equipment_unfinished')
    expect(checkHold(checkOf(of, good, { risk: true, acknowledged: false }), of, soon)).toBe(
      'equipment_not_confirmed',
    )
    expect(checkHold(checkOf(of, slow, { risk: false, acknowledged: true }), of, soon)).toBe(
      'risk_not_accepted',
    )
    expect(checkHold(checkOf(of, slow), of, soon)).toBeNull()
    expect(checkHold(checkOf(of, good), of, at.add({ minutes: of.doorMinutes }))).toBeNull()
    expect(checkHold(checkOf(of, good), of, at.add({ minutes: of.doorMinutes + 1 }))).toBe(
      'equipment_unchecked',
    )
  })

test('where no act makes the examinee answer for the machine a check may be passed over, never what it found', () => {
  for (const of of [need('000'), need('002')]) {
    expect(checkHold(null, of, soon)).toBeNull()
    expect(checkHold(checkOf(of, { machine }), of, soon)).toBeNull()
    const dark = { ...good, microphone: { speech: 0, silence: 0, autoGain: false } }
    expect(checkHold(checkOf(of, dark, { risk: false, acknowledged: false }), of, soon)).toBe(
      'risk_not_accepted',
    )
  }
})
