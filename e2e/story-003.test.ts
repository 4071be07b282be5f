// From an empty installation to an examinee who was let in and is recorded.
import { expect, test } from 'vitest'
import { examDay, withOffice } from './stories/begun.ts'
import { asksAndIsGranted } from './stories/conditions.ts'
import { selfAgrees } from './stories/consent.ts'
import { acknowledged, begins, proctorLetsIn, throughSteps } from './stories/door.ts'
import { trouble } from './stories/stand.ts'

test('R3-4.1.2 003, an institute: an application a week before, conditions, a document once, no start before the rules are accepted', async () => {
  const begun = await withOffice('003')
  await selfAgrees(begun.stand, begun.family)
  await asksAndIsGranted(begun.stand, begun.family.examinee, begun.office)
  const own = await examDay(begun)
  const steps = await throughSteps(begun.stand, own)
  expect(steps).toContain('Документ')
  expect(steps).toContain('Правила')
  const rules = (await acknowledged(begun.stand, own)).find(({ step }) => step === 'rules')
  expect(rules?.edition).toBe(1)
  expect(Math.abs((rules?.at.getTime() ?? 0) - begun.stand.clock.ms())).toBeLessThan(10 * 60_000)
  await proctorLetsIn(begun.stand, own)
  await begins(begun.stand, own)
  expect(trouble(begun.stand)).toEqual([])
})
