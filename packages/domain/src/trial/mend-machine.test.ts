import { expect, test } from 'vitest'
import type { Facts } from '../equipment/facts.ts'
import { judge } from '../equipment/judge.ts'
import { minimumsOf } from '../equipment/minimums.ts'
import { preset } from '../policy/presets.ts'
import { machineToMend } from './mend-machine.ts'

const good = {
  machine: {
    mobile: false,
    os: { windows: true, nt: 10 },
    browser: { brand: 'chrome', major: 142 },
    memoryGb: 8,
    cores: 4,
    extended: false,
    virtualGraphics: false,
    cannotRecord: null,
    storageMb: 5000,
  },
  cameras: [
    {
      width: 640,
      height: 480,
      fps: 15,
      light: { mean: 120, middle: 130, edges: 110, left: 128, right: 132 },
      virtual: false,
    },
  ],
  microphone: { speech: 0.3, silence: 0.01, autoGain: false },
  toneHeard: true,
  network: { downMbps: 40, upMbps: 12, rttMs: 30, jitterMs: 5, lost: 0 },
  share: 'monitor',
} as const satisfies Facts

const need = minimumsOf(preset('004'))
const mend = (facts: Facts, answered = true) =>
  machineToMend(judge(need, facts, { newest: { chrome: 142 }, tolerance: 1 }), answered)

test('R4-6.2.1b a machine that suits the act leaves nothing to mend, though something is still to be said', () =>
  expect(mend(good)).toEqual([]))

const [camera] = good.cameras
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
