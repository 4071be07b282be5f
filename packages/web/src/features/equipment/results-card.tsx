import { Button } from '@mantine/core'
import type { CheckView } from '@ochno/contract/equipment'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import shared from '../../machine/machine.module.css'
import classes from './equipment.module.css'
import { toneOfCheck } from './steps.ts'
import type { Equipment } from './use-equipment.ts'
import { useEquipmentWords } from '../../machine/words.ts'

function outcomeWord(check: CheckView) {
  const { outcome, place, riskTaken } = check
  if (riskTaken && outcome === 'fit' && place === 'examinee') return 'equipment.outcome.riskTaken' as const
  return place === 'staff' && (outcome === 'fit' || outcome === 'accept_risk' || outcome === 'blocked')
    ? (`equipment.outcomeStaff.${outcome}` as const)
    : (`equipment.outcome.${outcome}` as const)
}

/** The whole in one sentence, what is left, and that it is saved. */
export function ResultsCard({
  check,
  zone,
  saving,
  failure,
  onSaveAgain,
}: {
  check: CheckView | null
  zone: string
  saving: boolean
  failure: Equipment['failure']
  onSaveAgain: () => void
}) {
  const { t } = useTranslation()
  const words = useEquipmentWords()
  const left = check?.rows.filter(({ verdict }) => verdict === 'unchecked') ?? []
  const mend = check ? words.problems(check) : ''
  return (
    <Card title={t('equipment.results')}>
      <Rows gap="sm">
        {check ? (
          <Notice tone={toneOfCheck(check)} live="status" title={t(outcomeWord(check))}>
            {mend && !check.riskTaken ? (
              <p className={classes.text}>{t('equipment.mend', { names: mend })}</p>
            ) : null}
            {left.length > 0 ? (
              <p className={classes.text}>{t('equipment.left', { names: words.names(left) })}</p>
            ) : null}
          </Notice>
        ) : (
          <p className={shared.quiet}>{t('equipment.nothingYet')}</p>
        )}
        {failure ? (
          <FailureNotice
            failure={failure}
            action={
              <Button size="xs" variant="default" onClick={onSaveAgain}>
                {t('equipment.saveAgain')}
              </Button>
            }
          />
        ) : null}
        {check && !failure ? (
          <p className={classes.source}>
            {saving ? (
              t('equipment.saving')
            ) : (
              <>
                {t(check.acknowledgedAt ? 'equipment.confirm.done' : 'equipment.saved', { at: '' })}
                <When at={check.acknowledgedAt ?? check.at} zone={zone} />
              </>
            )}
          </p>
        ) : null}
      </Rows>
    </Card>
  )
}
