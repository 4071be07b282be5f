import type { CheckView } from '@ochno/contract/equipment'

type Camera = NonNullable<CheckView['facts']['cameras']>[number]
/** What the specimens' machines differ in. */
type Measured = { readonly camera: Omit<Camera, 'virtual'>; readonly lost: number }

export const aCheck = (
  outcome: CheckView['outcome'],
  rows: CheckView['rows'],
  { camera, lost }: Measured,
): CheckView => ({
  id: 'chk_aaaaaaaaaaaaaaaaaaaaaaaaaa' as CheckView['id'],
  place: 'examinee',
  session: null,
  at: '2026-11-21T09:00:00Z',
  act: 'Положение',
  outcome,
  rows,
  facts: {
    cameras: [{ ...camera, virtual: false }],
    network: { downMbps: 18.4, upMbps: 3.1, rttMs: 42, jitterMs: 7, lost },
  },
  acknowledgedAt: null,
  riskTaken: false,
  taken: null,
})
