// The steps of the check, and which of the server's verdicts each of them answers for.
import type { CheckFacts, CheckView, JudgedView } from '@ochno/contract/equipment'
import type { Tone } from '../../ui/tone.ts'

export const stepNames = ['machine', 'camera', 'microphone', 'speakers', 'network', 'screen'] as const
export type StepName = (typeof stepNames)[number]
type Item = JudgedView['item']

const itemsOf: Readonly<Record<StepName, readonly Item[]>> = {
  machine: ['device', 'recorder', 'browser', 'os', 'ram', 'cpu', 'disk', 'storage', 'monitor', 'virtual'],
  camera: ['camera', 'light'],
  microphone: ['microphone', 'gain', 'noise'],
  speakers: ['speakers', 'headphones'],
  network: ['net', 'link'],
  screen: ['share'],
}

export const stepOf = (item: Item): StepName | null =>
  stepNames.find((step) => itemsOf[step].includes(item)) ?? null

export const rowsOfStep = (check: CheckView | null, step: StepName): readonly JudgedView[] =>
  check?.rows.filter(({ item, verdict }) => itemsOf[step].includes(item) && verdict !== 'unchecked') ?? []

/** The part of the facts that a step measures. */
export const partOf: Readonly<Record<StepName, keyof CheckFacts>> = {
  machine: 'machine',
  camera: 'cameras',
  microphone: 'microphone',
  speakers: 'toneHeard',
  network: 'network',
  screen: 'share',
}

export const wasMade = (check: CheckView | null, step: StepName): boolean =>
  check !== null && partOf[step] in check.facts

export const toneOf = {
  ok: 'ok',
  risk: 'warn',
  block: 'bad',
  declare: 'info',
  declared: 'ok',
  unchecked: 'idle',
} as const satisfies Record<JudgedView['verdict'], Tone>

const outcomeTone = {
  fit: 'ok',
  accept_risk: 'warn',
  declare: 'info',
  unfinished: 'idle',
  blocked: 'bad',
} as const satisfies Record<CheckView['outcome'], Tone>

/** A risk that was taken is no fault, and no green light either. */
export const toneOfCheck = ({ outcome, riskTaken }: Pick<CheckView, 'outcome' | 'riskTaken'>): Tone =>
  riskTaken && outcome === 'fit' ? 'warn' : outcomeTone[outcome]

const SITTING_MS = 20 * 60_000

/** What was measured a moment ago is not asked for again after a reload; an older check begins anew. */
export const factsToGoOnWith = (check: CheckView | null, nowMs: number): CheckFacts =>
  check && check.acknowledgedAt === null && nowMs - Date.parse(check.at) < SITTING_MS ? check.facts : {}
