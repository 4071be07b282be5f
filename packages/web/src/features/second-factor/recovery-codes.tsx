import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyLine } from '../../ui/copy-line.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import classes from './factor.module.css'

export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation()
  return (
    <Card title={t('secondFactor.recovery.title')} lead={t('secondFactor.recovery.lead')}>
      <Rows>
        <ol className={classes.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <CopyLine label={t('secondFactor.recovery.title')} value={codes.join(' ')} />
        <div>
          <Button size="md" onClick={onKept}>
            {t('secondFactor.recovery.saved')}
          </Button>
        </div>
      </Rows>
    </Card>
  )
}
