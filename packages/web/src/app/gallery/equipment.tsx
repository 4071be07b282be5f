import type { CheckView, JudgedView } from '@ochno/contract/equipment'
import { ResultsCard } from '../../features/equipment/results-card.tsx'
import { StepCard } from '../../features/equipment/step-card.tsx'
import type { StepName } from '../../features/equipment/steps.ts'
import { Page } from '../../ui/page.tsx'
import { aCheck } from './a-check.ts'
import type { Specimens } from './specimens.ts'

const row = (item: JudgedView['item'], verdict: JudgedView['verdict'], why: string | null): JudgedView => ({
  item,
  verdict,
  why,
  source: { from: 'act', clauses: ['6.2.1', 'A1'] },
})

const poor = {
  camera: {
    width: 320,
    height: 240,
    fps: 9.5,
    light: { mean: 60, middle: 40, edges: 150, left: 40, right: 40 },
  },
  lost: 0.083,
}
const check = (outcome: CheckView['outcome'], rows: readonly JudgedView[]) => aCheck(outcome, [...rows], poor)

const slow = [row('net', 'risk', 'slow_up'), row('link', 'risk', 'lost')]
const dark = [row('camera', 'risk', 'small'), row('light', 'risk', 'backlight')]

const results = (shown: CheckView, failed = false) => (
  <Page title="Проверка оборудования" width="narrow">
    <ResultsCard
      check={shown}
      zone="Europe/Moscow"
      saving={false}
      failure={
        failed
          ? { code: 'offline', sentence: null, support: null, status: 0, retryAfterS: null, fields: [] }
          : null
      }
      onSaveAgain={() => {}}
    />
  </Page>
)
const step = (name: StepName, rows: readonly JudgedView[]) => (
  <Page title="Проверка оборудования" width="narrow">
    <StepCard step={name} check={check('accept_risk', rows)} extra={[]}>
      {null}
    </StepCard>
  </Page>
)

/** Verdicts that a stand's own devices do not give. */
export const equipmentSpecimens: Specimens = {
  'equipment-risk': () => results(check('accept_risk', [...slow, ...dark])),
  'equipment-blocked': () => results(check('blocked', [row('camera', 'block', 'none')])),
  'equipment-unsaved': () => results(check('unfinished', [row('camera', 'unchecked', null)]), true),
  'equipment-line': () => step('network', slow),
  'equipment-picture': () => step('camera', dark),
}
