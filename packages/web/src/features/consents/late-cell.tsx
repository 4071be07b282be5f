import { Button } from '@mantine/core'
import type { LateOriginal } from '@ochno/contract/exam-admission'
import { useTranslation } from 'react-i18next'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './consents.module.css'

/** What stands of a late original, and the way to decide. */
export function LateCell({
  name,
  late,
  onOpen,
}: {
  name: string
  late: LateOriginal
  onOpen: (() => void) | null
}) {
  const { t } = useTranslation()
  const { decision } = late
  const is = decision ? (decision.admit ? 'yes' : 'no') : 'open'
  return (
    <div className={classes.late}>
      <StateMark
        quiet
        tone={is === 'open' ? 'warn' : is === 'yes' ? 'ok' : 'info'}
        word={t(`lateOriginal.state.${is}`)}
      />
      {decision ? <div>{t('lateOriginal.by', { name: decision.by, reason: decision.reason })}</div> : null}
      {onOpen ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t(decision ? 'lateOriginal.changeFor' : 'lateOriginal.openFor', { name })}
          onClick={onOpen}
        >
          {t(decision ? 'lateOriginal.change' : 'lateOriginal.open')}
        </Button>
      ) : null}
    </div>
  )
}
