import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { type FullCheck, keptOf } from './kept.ts'

const at = instant('2026-05-17T09:00:00Z')
const full: FullCheck = {
  at,
  device: 'a1b2c3d4e5f6a7b8',
  facts: { toneHeard: true },
  rows: [
    { item: 'ram', verdict: 'declared' },
    { item: 'cpu', verdict: 'declare' },
    { item: 'dress', verdict: 'declared' },
    { item: 'camera', verdict: 'ok' },
  ],
  acknowledgedAt: at,
}
const need = { freshDays: 3 }
const now = instant('2026-05-20T08:59:00Z')

test('R1-4.1a R3-4.1.1a R4-6.2.1a of a fresh full check of the same device only what does not change is taken', () =>
  expect(keptOf(full, full.device, need, now)).toEqual({ toneHeard: true, declared: ['ram'] }))

test('an old check, another device, one that nobody acknowledged and none at all give nothing', () => {
  expect(keptOf(full, full.device, need, now.add({ minutes: 2 }))).toBeNull()
  expect(keptOf(full, 'b1b2c3d4e5f6a7b8', need, now)).toBeNull()
  expect(keptOf({ ...full, device: null }, null, need, now)).toBeNull()
  expect(keptOf({ ...full, acknowledgedAt: null }, full.device, need, now)).toBeNull()
  expect(keptOf(null, full.device, need, now)).toBeNull()
})

test('a tone that was not heard is played again', () =>
  expect(keptOf({ ...full, facts: { toneHeard: false } }, full.device, need, now)).toEqual({
    toneHeard: false,
    declared: ['ram'],
  }))
