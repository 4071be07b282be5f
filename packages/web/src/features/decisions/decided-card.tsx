import { Button, Textarea } from '@mantine/core'
import { listDecisions, publishDecision, readDecision } from '@ochno/contract/decisions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import type { Part } from './part.ts'
import classes from './decisions.module.css'
import { Papers } from './papers.tsx'

export function DecidedCard({ view, zone }: Part) {
  const { t } = useTranslation()
  const { decided, published, debt } = view
  if (!decided) return null
  return (
    <Card title={t('decisions.decided.title')}>
      <Rows>
        <p className={classes.big}>{t(`decisions.values.${decided.value}`)}</p>
        <dl className={classes.facts}>
          <dt>{t('decisions.decide.ground')}</dt>
          <dd>{decided.ground}</dd>
          <dt>{t('decisions.decided.by')}</dt>
          <dd>
            {t(`decisions.posts.${decided.by.post}`)}, {decided.by.name},{' '}
            <When at={decided.by.at} zone={zone} />
          </dd>
          {decided.second ? (
            <>
              <dt>{t('decisions.decided.second')}</dt>
              <dd>
                {t(`decisions.posts.${decided.second.post}`)}, {decided.second.name},{' '}
                <When at={decided.second.at} zone={zone} />
              </dd>
            </>
          ) : null}
          {decided.lmsGrade ? (
            <>
              <dt>{t('decisions.decide.lmsGrade')}</dt>
              <dd>{decided.lmsGrade}</dd>
            </>
          ) : null}
        </dl>
        {decided.departs ? <Notice tone="info" title={t('decisions.decided.departs')} /> : null}
        {debt ? <Notice tone="warn" title={t('decisions.decided.debt', { clause: debt.clause })} /> : null}
        <Papers session={view.session} papers={decided.papers} />
        {published ? (
          <Notice tone="ok" title={t('decisions.publish.done', { by: published.by })}>
            {published.explanation}
          </Notice>
        ) : null}
        {view.state === 'decided' || view.state === 'changed' ? <Publish view={view} /> : null}
      </Rows>
    </Card>
  )
}

function Publish({ view }: Pick<Part, 'view'>) {
  const { t } = useTranslation()
  const publishing = useDo(publishDecision, [readDecision, listDecisions])
  const [explanation, setExplanation] = useState('')
  const [as] = view.myPosts
  if (!as || view.proctored) return null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void publishing.run({ params: { sid: view.session }, body: { as, explanation } })
      }}
    >
      <Rows>
        {publishing.failure ? <FailureNotice failure={publishing.failure} /> : null}
        <Textarea
          label={t('decisions.publish.explanation')}
          description={t('decisions.publish.hint')}
          value={explanation}
          onChange={(event) => setExplanation(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={3}
        />
        <Bar>
          <Button type="submit" loading={publishing.busy} disabled={!explanation.trim()}>
            {t('decisions.publish.do')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}
