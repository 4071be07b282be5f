import type { CheckView } from '@ochno/contract/equipment'
import { checkItems } from '@ochno/domain/equipment/items'
import { expect, test } from 'vitest'
import { doorRows, foundIn, missingAt, stateOf } from './door-check-view.ts'

const row = (item: string, verdict: string) => ({
  item,
  verdict,
  why: null,
  source: { from: 'recording' as const },
})
const checkOf = (outcome: string, rows: readonly object[] = [], acknowledgedAt: string | null = null) =>
  ({ outcome, rows, acknowledgedAt }) as unknown as CheckView

test('R1-4.1b R3-4.1.1b R4-6.2.1f every item of the full list has its row at the door', () => {
  const all = checkOf(
    'fit',
    checkItems.map((item) => row(item, 'ok')),
  )
  expect(
    doorRows
      .flatMap((name) => foundIn(all, name))
      .map(({ item }) => item)
      .toSorted(),
  ).toEqual([...checkItems].toSorted())
})

test('the worst that was found is what a row says', () => {
  const state = (...verdicts: string[]) =>
    stateOf(
      foundIn(
        checkOf(
          'fit',
          verdicts.map((verdict) => row('camera', verdict)),
        ),
        'camera',
      ),
    )
  expect(state()).toBe('idle')
  expect(state('unchecked', 'declare')).toBe('idle')
  expect(state('ok', 'declared')).toBe('ok')
  expect(state('ok', 'risk')).toBe('attention')
  expect(state('risk', 'block')).toBe('failed')
})

test('a camera that is a program stands in the row of the camera, another sign of a virtual machine in that of the computer', () => {
  const said = (why: string) => {
    const check = checkOf('accept_risk', [{ ...row('virtual', 'risk'), why }])
    return doorRows.filter((name) => foundIn(check, name).length > 0)
  }
  expect(said('camera')).toEqual(['camera'])
  expect(said('graphics')).toEqual(['browser'])
})

test('R1-4.1e R3-4.1.1e R4-6.2.1e the page asks for what the server will ask for', () => {
  expect(missingAt(null, false, true)).toBe('checks')
  expect(missingAt(checkOf('blocked'), false, false)).toBe('blocked')
  expect(missingAt(checkOf('fit'), false, true)).toBe('checks')
  expect(missingAt(checkOf('unfinished'), true, true)).toBe('rest')
  expect(missingAt(checkOf('unfinished'), true, false)).toBeNull()
  expect(missingAt(checkOf('accept_risk'), true, false)).toBe('confirm')
  expect(missingAt(checkOf('declare'), true, true)).toBe('confirm')
  expect(missingAt(checkOf('declare'), true, false)).toBeNull()
  expect(missingAt(checkOf('fit'), true, true)).toBe('confirm')
  expect(missingAt(checkOf('fit', [], '2026-05-20T09:00:00Z'), true, true)).toBeNull()
})
