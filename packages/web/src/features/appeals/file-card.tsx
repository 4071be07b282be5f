import { Button, Checkbox, Radio, Textarea } from '@mantine/core'
import { type AfterExam, fileAppeal, listAfterExams, readAfterExam } from '@ochno/contract/after-exam'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import classes from './appeals.module.css'

type Props = { readonly view: AfterExam; readonly zone: string }

/** The order as it stands, by clause; the form only where an appeal may be filed now. */
export function FileCard({ view, zone }: Props) {
  const { t } = useTranslation()
  const { order } = view
  const clauses = order.clauses.join(', ')
  if (order.why === 'appeal_open' || order.why === 'already_considered') return null
  if (order.why !== null)
    return (
      <Card title={t('appeals.file.title')}>
        <Rows>
          <Notice tone="info" title={t(`appeals.file.why.${order.why}`)}>
            {order.clauses.length ? t('appeals.file.byClause', { clauses }) : null}
          </Notice>
          {order.why === 'order_incomplete' ? (
            <p className={classes.quiet}>
              {t('appeals.file.missing', {
                list: order.missing.map((one) => t(`appeals.file.lacks.${one}`)).join(', '),
              })}
            </p>
          ) : null}
        </Rows>
      </Card>
    )
  return (
    <Card
      title={t('appeals.file.title')}
      lead={t('appeals.file.lead', {
        body: order.body,
        filing: order.filingDays,
        consideration: order.considerationDays,
      })}
    >
      <Rows>
        <p className={classes.quiet}>
          {order.clauses.length ? t('appeals.file.byClause', { clauses }) : null}{' '}
          {order.until ? (
            <>
              {t('appeals.file.until')} <When at={order.until} zone={zone} />.
            </>
          ) : null}
        </p>
        <Form view={view} zone={zone} />
      </Rows>
    </Card>
  )
}

function Form({ view }: Props) {
  const { t } = useTranslation()
  const filing = useDo(fileAppeal, [readAfterExam, listAfterExams])
  const [situation, setSituation] = useState<string | null>(null)
  const [circumstances, setCircumstances] = useState('')
  const [marks, setMarks] = useState<string[]>([])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (situation)
          void filing.run({ params: { sid: view.session }, body: { situation, circumstances, marks } })
      }}
    >
      <Rows>
        {filing.failure ? <FailureNotice failure={filing.failure} /> : null}
        <Radio.Group label={t('appeals.file.situation')} value={situation} onChange={setSituation}>
          <Rows gap="sm">
            {view.order.situations.map(({ id, subject, words }) => (
              <Radio
                key={id}
                value={id}
                label={subject === 'own' ? words : t(`appeals.subjects.${subject}`)}
              />
            ))}
          </Rows>
        </Radio.Group>
        {view.marks.length ? (
          <Checkbox.Group label={t('appeals.file.marks')} value={marks} onChange={setMarks}>
            <Rows gap="sm">
              {view.marks.map((mark) => (
                <Checkbox key={mark.key} value={mark.key} label={mark.wording} />
              ))}
            </Rows>
          </Checkbox.Group>
        ) : null}
        <Textarea
          label={t('appeals.file.circumstances')}
          description={t('appeals.file.circumstancesHint')}
          value={circumstances}
          onChange={(event) => setCircumstances(event.currentTarget.value)}
          maxLength={4000}
          autosize
          minRows={4}
        />
        <Bar>
          <Button type="submit" loading={filing.busy} disabled={!situation || !circumstances.trim()}>
            {t('appeals.file.send')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}
