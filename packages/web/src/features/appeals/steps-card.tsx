import { Button } from '@mantine/core'
import { type AppealView, doAppealStep, readAppeal } from '@ochno/contract/appeals'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import classes from './appeals.module.css'

export function StepsCard({ view, zone, edits }: { view: AppealView; zone: string; edits: boolean }) {
  const { t } = useTranslation()
  const doing = useDo(doAppealStep, [readAppeal])
  const next = view.steps.find(({ done }) => done === null)?.id
  return (
    <Card title={t('appeals.steps.title')} lead={t('appeals.steps.lead')}>
      {doing.failure ? <FailureNotice failure={doing.failure} /> : null}
      <ol className={classes.list}>
        {view.steps.map(({ id, words, by, done }) => (
          <li key={id} className={classes.item}>
            <Rows gap="sm">
              <div>
                {words}
                <p className={classes.quiet}>{by}</p>
              </div>
              {done ? (
                <div>
                  <StateMark tone="ok" word={t('appeals.steps.done')} />
                  <p className={classes.quiet}>
                    {done.by}, <When at={done.at} zone={zone} />
                  </p>
                </div>
              ) : edits && id === next ? (
                <div>
                  <Button
                    variant="default"
                    loading={doing.busy}
                    onClick={() => void doing.run({ params: { aid: view.id, step: id } })}
                  >
                    {t('appeals.steps.do')}
                  </Button>
                </div>
              ) : (
                <StateMark tone="idle" word={t('appeals.steps.waits')} />
              )}
            </Rows>
          </li>
        ))}
      </ol>
    </Card>
  )
}
