import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { listDecisions, readDecision, reportImpersonation } from '@ochno/contract/decisions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Card } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import type { Part } from './part.ts'
import classes from './decisions.module.css'

type As = 'teacher' | 'director'
const mayReport = (post: string): post is As => post === 'teacher' || post === 'director'

/** Everything people said on the way; and the one thing that opens a finished result again (TR-41). */
export function HistoryCard({ view, zone }: Part) {
  const { t } = useTranslation()
  const [reporting, setReporting] = useState(false)
  const reporters = view.myPosts.filter(mayReport)
  const [as] = reporters
  return (
    <Card
      title={t('decisions.history.title')}
      lead={view.history.length ? null : t('decisions.history.none')}
      actions={
        as ? (
          <Button variant="default" onClick={() => setReporting(true)}>
            {t('decisions.impersonation.open')}
          </Button>
        ) : null
      }
    >
      <ol className={classes.list}>
        {view.history.map((step) => (
          <li key={`${step.at} ${step.kind}`}>
            <strong>{t(`decisions.history.kinds.${step.kind}`)}</strong>. {step.text}
            <p className={classes.quiet}>
              {step.by}, <When at={step.at} zone={zone} />
            </p>
          </li>
        ))}
      </ol>
      {reporting && as ? (
        <ReportSheet session={view.session} posts={reporters} onClose={() => setReporting(false)} />
      ) : null}
    </Card>
  )
}

function ReportSheet({
  session,
  posts,
  onClose,
}: {
  session: Part['view']['session']
  posts: readonly As[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const reporting = useDo(reportImpersonation, [readDecision, listDecisions])
  const [as, setAs] = useState<As>(posts[0] ?? 'teacher')
  const [document, setDocument] = useState('')
  const [on, setOn] = useState('')
  const [what, setWhat] = useState('')
  const send = async () => {
    const answer = await reporting.run({ params: { sid: session }, body: { as, document, on, what } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('decisions.impersonation.title')}
      failure={reporting.failure}
      submit={t('decisions.impersonation.send')}
      busy={reporting.busy}
      disabled={!document.trim() || !on || !what.trim()}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{t('decisions.impersonation.text')}</p>
      <Select
        label={t('decisions.as')}
        value={as}
        allowDeselect={false}
        onChange={(post) => post && mayReport(post) && setAs(post)}
        data={posts.map((post) => ({ value: post, label: t(`decisions.posts.${post}`) }))}
      />
      <TextInput
        label={t('decisions.impersonation.document')}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
        maxLength={300}
      />
      <TextInput
        type="date"
        label={t('decisions.impersonation.on')}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <Textarea
        label={t('decisions.impersonation.what')}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
        maxLength={2000}
        rows={3}
      />
    </FormSheet>
  )
}
