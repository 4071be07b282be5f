import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { GLASS_LASTS, type Glass, glassStands, refuseGlassAnswer } from './glass.ts'

const asked: Glass = {
  askedBy: 'admin',
  askedAt: instant('2026-11-20T10:00:00Z'),
  answeredAt: null,
  endsAt: null,
}
const answeredAt = instant('2026-11-20T11:00:00Z')
const open = { ...asked, answeredAt, endsAt: answeredAt.add(GLASS_LASTS) }

for (const [rule, glass, now, state] of [
  ['asked it waits', asked, '2026-11-21T10:00:00Z', 'asked'],
  ['for a day', asked, '2026-11-21T10:00:01Z', 'lapsed'],
  ['refused it opens nothing', { ...asked, answeredAt }, '2026-11-20T11:00:01Z', 'refused'],
  ['broken it is open', open, '2026-11-20T11:59:59Z', 'open'],
  ['for sixty minutes', open, '2026-11-20T12:00:00Z', 'over'],
] as const)
  test(`T-20 ${rule}`, () => expect(glassStands(glass, instant(now))).toBe(state))

test('T-20 nobody breaks the glass alone, nor twice', () => {
  const at = instant('2026-11-20T10:30:00Z')
  expect(refuseGlassAnswer(asked, 'admin', 'pupil', at)).toBe('own_glass')
  expect(refuseGlassAnswer(asked, 'pupil', 'pupil', at)).toBe('own_glass')
  expect(refuseGlassAnswer(asked, 'officer', 'pupil', at)).toBeNull()
  expect(refuseGlassAnswer(open, 'officer', 'pupil', at)).toBe('glass_answered')
})
