import { Button } from '@mantine/core'
import { IconPlayerPlay, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { StepName } from './steps.ts'

/** Named by its step for those who do not see beside what it stands. */
export function RunButton({
  step,
  made,
  busy,
  word,
  onRun,
}: {
  step: StepName
  made: boolean
  busy: boolean
  word?: string
  onRun: () => void
}) {
  const { t } = useTranslation()
  const shown = made ? t('equipment.again') : (word ?? t('equipment.run'))
  return (
    <Button
      variant={made ? 'default' : 'filled'}
      loading={busy}
      onClick={onRun}
      aria-label={`${shown}: ${t(`equipment.steps.${step}.name`)}`}
      leftSection={made ? <IconRefresh size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />}
    >
      {shown}
    </Button>
  )
}
