// The rows of the check at the door: which of the server's verdicts each of them answers for, and what is still missing.
import type { CheckView, JudgedView } from '@ochno/contract/equipment'

export const doorRows = ['browser', 'camera', 'microphone', 'network', 'sound', 'screen'] as const
export type DoorRow = (typeof doorRows)[number]
type Item = JudgedView['item']

const itemsOf: Readonly<Record<DoorRow, readonly Item[]>> = {
  browser: [
    'device',
    'recorder',
    'browser',
    'os',
    'ram',
    'cpu',
    'disk',
    'storage',
    'monitor',
    'virtual',
    'extra',
  ],
  camera: ['camera', 'light', 'wall', 'dress', 'virtual'],
  microphone: ['microphone', 'gain', 'noise'],
  network: ['net', 'link'],
  sound: ['speakers', 'headphones'],
  screen: ['share'],
}

/** What was found for a row; what the person says alone stands in the card below. */
export const foundIn = (check: Pick<CheckView, 'rows'> | null, row: DoorRow): readonly JudgedView[] =>
  check?.rows.filter(
    ({ item, verdict, why }) =>
      itemsOf[row].includes(item) &&
      verdict !== 'unchecked' &&
      verdict !== 'declare' &&
      // A camera that is a program stands beside the camera, everything else of a virtual machine beside the computer.
      (item !== 'virtual' || (why === 'camera') === (row === 'camera')),
  ) ?? []

export const stateOf = (rows: readonly JudgedView[]): 'idle' | 'ok' | 'attention' | 'failed' =>
  rows.some(({ verdict }) => verdict === 'block')
    ? 'failed'
    : rows.some(({ verdict }) => verdict === 'risk')
      ? 'attention'
      : rows.length > 0
        ? 'ok'
        : 'idle'

/** What is still missing before the next step, in the order in which it is done; null: nothing. */
export type Missing = 'checks' | 'blocked' | 'rest' | 'confirm' | null

export function missingAt(
  check: Pick<CheckView, 'outcome' | 'acknowledgedAt'> | null,
  open: boolean,
  answered: boolean,
): Missing {
  if (check?.outcome === 'blocked') return 'blocked'
  if (check === null || !open) return 'checks'
  if (answered && check.outcome === 'unfinished') return 'rest'
  if (check.outcome === 'accept_risk') return 'confirm'
  return answered && (check.acknowledgedAt === null || check.outcome !== 'fit') ? 'confirm' : null
}
