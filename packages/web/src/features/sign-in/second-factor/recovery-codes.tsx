import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyLine } from '../../../ui/copy-line.tsx'
import { Card, Rows } from '../../../ui/page.tsx'
import classes from './factor.module.css'

type Props = {
  readonly codes: readonly string[]
  /** Where the page around it does not already say what these are. */
  readonly named?: boolean
  readonly onKept: () => void
}

export function RecoveryCodes({ codes, named, onKept }: Props) {
  const { t } = useTranslation()
  return (
    <Card
      {...(named ? { title: t('secondFactor.recovery.title') } : {})}
      lead={t('secondFactor.recovery.lead')}
    >
      <Rows>
        <ol className={classes.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <CopyLine label={t('secondFactor.recovery.all')} value={codes.join(' ')} />
        <div>
          <Button size="md" onClick={onKept}>
            {t('secondFactor.recovery.saved')}
          </Button>
        </div>
      </Rows>
    </Card>
  )
}
