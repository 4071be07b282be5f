import { IconDeviceDesktop, IconEyeOff, IconListDetails, IconVideo } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import classes from './recorded-facts.module.css'

/** What will be recorded, what will not, and who sees it, in plain words and before anything starts. */
export function RecordedFacts() {
  const { t } = useTranslation()
  return (
    <Card title={t('exam.check.recordedTitle')}>
      <ul className={classes.facts}>
        <li>
          <IconVideo aria-hidden size={22} stroke={1.8} />
          {t('exam.check.recorded.camera')}
        </li>
        <li>
          <IconDeviceDesktop aria-hidden size={22} stroke={1.8} />
          {t('exam.check.recorded.screen')}
        </li>
        <li>
          <IconListDetails aria-hidden size={22} stroke={1.8} />
          {t('exam.check.recorded.events')}
        </li>
      </ul>
      <h3 className={classes.subtitle}>{t('exam.check.notRecordedTitle')}</h3>
      <ul className={classes.facts}>
        {(['before', 'files', 'face'] as const).map((fact) => (
          <li key={fact}>
            <IconEyeOff aria-hidden size={22} stroke={1.8} />
            {t(`exam.check.notRecorded.${fact}`)}
          </li>
        ))}
      </ul>
      <p className={classes.who}>{t('exam.check.who')}</p>
      <p className={classes.who}>{t('exam.check.lossless')}</p>
    </Card>
  )
}
