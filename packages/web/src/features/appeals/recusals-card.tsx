import { Button, Radio, Textarea } from '@mantine/core'
import { answerRecusal, leaveCommission } from '@ochno/contract/appeal-verdict'
import { type AppealView, readAppeal } from '@ochno/contract/appeals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import classes from './appeals.module.css'

type Recusal = AppealView['recusals'][number]

export const toneOfRecusal = { asked: 'warn', granted: 'idle', declined: 'idle' } as const

/** T-19: who was asked to leave or left, what was answered, and the reader's own leaving. */
export function RecusalsCard({ view, zone }: { view: AppealView; zone: string }) {
  const { t } = useTranslation()
  const [answering, setAnswering] = useState<Recusal | null>(null)
  const [leaving, setLeaving] = useState(false)
  return (
    <Card title={t('appeals.recusals.title')} lead={t('appeals.recusals.lead')}>
      <Rows>
        {view.recusals.length > 0 ? (
          <ul className={classes.list}>
            {view.recusals.map((one) => (
              <li key={`${one.person} ${one.at}`} className={classes.item}>
                <Rows gap="sm">
                  <div className={classes.voter}>
                    <div>
                      {one.name}
                      <p className={classes.quiet}>
                        {t(`appeals.recusals.by.${one.by}`)}, <When at={one.at} zone={zone} />
                      </p>
                    </div>
                    <StateMark
                      tone={toneOfRecusal[one.state]}
                      word={t(
                        one.by === 'member'
                          ? 'appeals.recusals.left'
                          : `appeals.recusals.states.${one.state}`,
                      )}
                    />
                  </div>
                  <p className={classes.text}>{one.reason}</p>
                  {one.answer ? (
                    <p className={classes.quiet}>
                      {t('appeals.recusals.answered', { name: one.answeredBy, text: one.answer })}
                    </p>
                  ) : null}
                  {one.mayAnswer ? (
                    <Bar>
                      <Button onClick={() => setAnswering(one)}>{t('appeals.recusals.answer')}</Button>
                    </Bar>
                  ) : null}
                </Rows>
              </li>
            ))}
          </ul>
        ) : null}
        {view.mine.sits ? (
          <Bar>
            <Button variant="default" onClick={() => setLeaving(true)}>
              {t('appeals.recusals.leave')}
            </Button>
          </Bar>
        ) : null}
        {answering ? <AnswerSheet view={view} asked={answering} onClose={() => setAnswering(null)} /> : null}
        {leaving ? <LeaveSheet view={view} onClose={() => setLeaving(false)} /> : null}
      </Rows>
    </Card>
  )
}

function AnswerSheet({ view, asked, onClose }: { view: AppealView; asked: Recusal; onClose: () => void }) {
  const { t } = useTranslation()
  const answering = useDo(answerRecusal, [readAppeal])
  const [grant, setGrant] = useState<boolean | null>(null)
  const [answer, setAnswer] = useState('')
  const send = async () => {
    if (grant === null) return
    const params = { aid: view.id, member: asked.person }
    if ((await answering.run({ params, body: { grant, answer } })).ok) onClose()
  }
  return (
    <FormSheet
      title={t('appeals.recusals.answerTitle', { name: asked.name })}
      failure={answering.failure}
      submit={t('appeals.recusals.answerDo')}
      busy={answering.busy}
      disabled={grant === null || !answer.trim()}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p className={classes.text}>{asked.reason}</p>
      <Radio.Group
        label={t('appeals.recusals.decision')}
        value={grant === null ? null : grant ? 'yes' : 'no'}
        onChange={(said) => setGrant(said === 'yes')}
      >
        <Rows gap="sm">
          <Radio value="yes" label={t('appeals.recusals.grant')} />
          <Radio value="no" label={t('appeals.recusals.decline')} />
        </Rows>
      </Radio.Group>
      <Textarea
        label={t('appeals.recusals.why')}
        description={t('appeals.recusals.whyHint')}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
        maxLength={4000}
        rows={3}
      />
    </FormSheet>
  )
}

function LeaveSheet({ view, onClose }: { view: AppealView; onClose: () => void }) {
  const { t } = useTranslation()
  const leaving = useDo(leaveCommission, [readAppeal])
  const [reason, setReason] = useState('')
  const send = async () => {
    if ((await leaving.run({ params: { aid: view.id }, body: { reason } })).ok) onClose()
  }
  return (
    <FormSheet
      title={t('appeals.recusals.leave')}
      failure={leaving.failure}
      submit={t('appeals.recusals.leaveDo')}
      busy={leaving.busy}
      disabled={!reason.trim()}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p className={classes.text}>{t('appeals.recusals.leaveText')}</p>
      <Textarea
        label={t('appeals.recusals.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={4000}
        rows={3}
      />
    </FormSheet>
  )
}
