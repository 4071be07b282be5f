import type { DoorRow } from '@ochno/contract/door'
import { useTranslation } from 'react-i18next'
import { clock } from '../../ui/clock.ts'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import classes from './door.module.css'

const tones = {
  preparing: 'idle',
  waiting: 'warn',
  asked_again: 'info',
  admitted: 'ok',
  refused: 'bad',
  to_review: 'warn',
  place_shown: 'warn',
} as const satisfies Record<DoorRow['state'], Tone>

/** Who came first is first; those who are still getting ready come after those who wait. */
export function DoorQueue({
  rows,
  nowMs,
  chosen,
  onChoose,
}: {
  rows: readonly DoorRow[]
  nowMs: number
  chosen: string | null
  onChoose: (session: DoorRow['session']) => void
}) {
  const { t } = useTranslation()
  return (
    <Card title={t('door.proctor.list')}>
      <ul className={classes.queue}>
        {rows.map((row) => (
          <li key={row.session}>
            <button
              type="button"
              className={classes.person}
              aria-pressed={row.session === chosen}
              onClick={() => onChoose(row.session)}
            >
              <span className={classes.name}>{row.examinee.name}</span>
              <span className={classes.quiet}>{row.exam.title}</span>
              <span className={classes.line}>
                <StateMark quiet tone={tones[row.state]} word={t(`door.proctor.states.${row.state}`)} />
                <span className={classes.quiet}>
                  {row.state === 'waiting' && row.cameAt
                    ? clock(Math.max(0, nowMs - Date.parse(row.cameAt)))
                    : t('door.proctor.shown', { shown: row.shown, of: row.steps })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
