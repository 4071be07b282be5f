import { Button } from '@mantine/core'
import { listLedWork } from '@ochno/contract/people'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Card } from '../../ui/page.tsx'

/** On the home page of the deputy director alone. */
export function LedWorkCard() {
  const { t } = useTranslation()
  const work = useLoad(listLedWork, {})
  if (work.is !== 'ready' || !work.value.leads) return null
  const waiting = work.value.rows.reduce((sum, { undecided }) => sum + undecided, 0)
  return (
    <Card
      title={t('people.led.title')}
      actions={
        <Button component={Link} to="/led-work" variant="default">
          {t('people.led.open')}
        </Button>
      }
    >
      <p>{waiting ? t('people.led.waiting', { number: waiting }) : t('people.led.lead')}</p>
    </Card>
  )
}
