import { IconClockX, IconDeviceLaptop, IconGauge, IconReportOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/page.tsx'
import classes from '../recorded-facts.module.css'

/** What a trial does with what it records, in the place where an exam tells the same. */
export function TrialFacts({ keepHours }: { keepHours: number }) {
  const { t } = useTranslation()
  return (
    <Card title={t('trial.facts.title')}>
      <ul className={classes.facts}>
        <li>
          <IconDeviceLaptop aria-hidden size={22} stroke={1.8} />
          {t('trial.facts.here')}
        </li>
        <li>
          <IconGauge aria-hidden size={22} stroke={1.8} />
          {t('trial.facts.measured')}
        </li>
        <li>
          <IconReportOff aria-hidden size={22} stroke={1.8} />
          {t('trial.facts.reports')}
        </li>
        <li>
          <IconClockX aria-hidden size={22} stroke={1.8} />
          {t('trial.facts.kept', { count: keepHours })}
        </li>
      </ul>
    </Card>
  )
}
