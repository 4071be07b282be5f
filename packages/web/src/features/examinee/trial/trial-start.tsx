import { Button } from '@mantine/core'
import { forgetTrial, readTrial, type TrialPlan } from '@ochno/contract/trial'
import { IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../../api/load.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { Bar, Card, Page, Rows } from '../../../ui/page.tsx'
import { When } from '../../../ui/when.tsx'
import classes from './trial.module.css'
import { MendList } from './mend-list.tsx'
import { TrialFacts } from './trial-facts.tsx'

/** Before anything is turned on: what it is, what becomes of it, and what the last one left. */
export function TrialStart({
  plan,
  title,
  zone,
  onStart,
}: {
  plan: TrialPlan
  title: string
  zone: string
  onStart: () => void
}) {
  const { t } = useTranslation()
  const forgetting = useDo(forgetTrial, [readTrial])
  const { last } = plan
  return (
    <Page title={title} lead={t('trial.lead')} width="narrow">
      <Rows gap="lg">
        <Card
          title={t('trial.what')}
          lead={plan.act ? t('trial.underAct', { title: plan.act }) : t('trial.noAct')}
        >
          <Rows>
            <p className={classes.line}>{t('trial.whatText', { count: plan.minutes })}</p>
            <div>
              <Button size="lg" onClick={onStart} leftSection={<IconPlayerPlay size={20} aria-hidden />}>
                {t('trial.start')}
              </Button>
            </div>
          </Rows>
        </Card>
        <TrialFacts keepHours={plan.keepHours} />
        {last ? (
          <Card title={t('trial.last')}>
            <Rows>
              {forgetting.failure ? <FailureNotice failure={forgetting.failure} /> : null}
              <p className={classes.line}>
                {t('trial.kept')} <When at={last.destroyedAt} zone={zone} />
              </p>
              <MendList {...last} />
              <Bar>
                <Button
                  variant="default"
                  loading={forgetting.busy}
                  leftSection={<IconTrash size={18} aria-hidden />}
                  onClick={() => void forgetting.run({})}
                >
                  {t('trial.forget')}
                </Button>
              </Bar>
            </Rows>
          </Card>
        ) : null}
      </Rows>
    </Page>
  )
}
