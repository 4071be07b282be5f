import { expect, test } from 'vitest'
import type { Facts } from '../equipment/facts.ts'
import { fitCamera as camera, fitFacts as good } from '../equipment/fit-facts.ts'
import { judge } from '../equipment/judge.ts'
import { minimumsOf } from '../equipment/minimums.ts'
import { preset } from '../policy/presets.ts'
import { machineToMend } from './mend-machine.ts'

const need = minimumsOf(preset('004'))
const mend = (facts: Facts, answered = true) =>
  machineToMend(judge(need, facts, { newest: { chrome: 142 }, tolerance: 1 }), answered)

test('R4-6.2.1b a machine that suits the act leaves nothing to mend, though something is still to be said', () =>
  expect(mend(good)).toEqual([]))

const cases: readonly (readonly [string, Facts, ReturnType<typeof mend>[number]])[] = [
  ['a missing camera must', { ...good, cameras: [] }, { item: 'camera', why: 'none', weight: 'must' }],
  [
    'a picture smaller than the act names should',
    { ...good, cameras: [{ ...camera, width: 320 }] },
    { item: 'camera', why: 'small', weight: 'should' },
  ],
  [
    'a camera that is a program should',
    { ...good, cameras: [{ ...camera, virtual: true }] },
    { item: 'virtual', why: 'camera', weight: 'should' },
  ],
  [
    'a window in the place of the screen must',
    { ...good, share: 'window' },
    { item: 'share', why: 'window', weight: 'must' },
  ],
  [
    'a slow line should',
    { ...good, network: { ...good.network, upMbps: 0.4 } },
    { item: 'link', why: 'slow', weight: 'should' },
  ],
]
for (const [what, facts, row] of cases)
  test(`R4-6.2.1b ${what} be mended`, () => expect(mend(facts)).toContainEqual(row))

test('R4-6.2.1a what was not looked at holds back where the examinee answers for the machine; elsewhere only what nothing is recorded without', () => {
  const { network: _, share: _share, ...rest } = good
  const left = { why: null, weight: 'must' } as const
  expect(mend(rest)).toEqual([
    { item: 'net', ...left },
    { item: 'link', ...left },
    { item: 'share', ...left },
  ])
  expect(mend(rest, false)).toEqual([
    { item: 'share', ...left },
    { item: 'net', why: null, weight: 'should' },
    { item: 'link', why: null, weight: 'should' },
  ])
})
