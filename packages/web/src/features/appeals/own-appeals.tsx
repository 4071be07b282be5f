import { Anchor, Button } from '@mantine/core'
import {
  type AfterExam,
  listAfterExams,
  type OwnAppeal,
  readAfterExam,
  withdrawAppeal,
} from '@ochno/contract/after-exam'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import classes from './appeals.module.css'
import { OwnCommission } from './own-commission.tsx'
import { toneOf, wordOf } from './standing.ts'
import { VerdictView } from './verdict-view.tsx'

export function OwnAppeals({ view, zone }: { view: AfterExam; zone: string }) {
  return view.appeals.map((appeal) => <One key={appeal.id} view={view} appeal={appeal} zone={zone} />)
}

function One({ view, appeal, zone }: { view: AfterExam; appeal: OwnAppeal; zone: string }) {
  const { t } = useTranslation()
  const withdrawing = useDo(withdrawAppeal, [readAfterExam, listAfterExams])
  const { situation } = appeal
  return (
    <Card title={t('appeals.number', { number: appeal.number })}>
      <Rows>
        <div>
          <StateMark tone={toneOf(appeal)} word={t(wordOf(appeal))} />
        </div>
        <dl className={classes.facts}>
          <dt>{t('appeals.filed')}</dt>
          <dd>
            {appeal.filedBy}, <When at={appeal.filedAt} zone={zone} />
          </dd>
          <dt>{t('appeals.situation')}</dt>
          <dd>
            {situation.subject === 'own' ? situation.words : t(`appeals.subjects.${situation.subject}`)}
          </dd>
          <dt>{t('appeals.body')}</dt>
          <dd>{appeal.body}</dd>
          {appeal.considerUntil && appeal.state !== 'closed' ? (
            <>
              <dt>{t('appeals.considerUntil')}</dt>
              <dd>
                <When at={appeal.considerUntil} zone={zone} />
              </dd>
            </>
          ) : null}
        </dl>
        <p className={classes.text}>{appeal.circumstances}</p>
        {appeal.reason ? (
          <Notice tone="info" title={t('appeals.outcomes.inadmissible')}>
            {appeal.reason}
          </Notice>
        ) : null}
        {appeal.state === 'in_consideration' ? <OwnCommission appeal={appeal} /> : null}
        {appeal.verdict ? <VerdictView verdict={appeal.verdict} marks={view.marks} zone={zone} /> : null}
        {appeal.papers.map((paper) => (
          <Anchor key={paper.id} href={`/api/my/appeals/${appeal.id}/papers/${paper.id}`} download>
            {t('decisions.paper', { name: paper.name, kind: paper.kind.toUpperCase() })}
          </Anchor>
        ))}
        {withdrawing.failure ? <FailureNotice failure={withdrawing.failure} /> : null}
        {appeal.mayWithdraw ? (
          <Bar>
            <Button
              variant="default"
              loading={withdrawing.busy}
              onClick={() => void withdrawing.run({ params: { aid: appeal.id } })}
            >
              {t('appeals.withdraw')}
            </Button>
          </Bar>
        ) : null}
      </Rows>
    </Card>
  )
}
