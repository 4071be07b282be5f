import { Anchor, Button } from '@mantine/core'
import type { AppealId } from '@ochno/contract/appeal-parts'
import { type AppealView, readAppeal } from '@ochno/contract/appeals'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import { AdmissionCard } from './admission-card.tsx'
import classes from './appeals.module.css'
import { CommissionCard } from './commission-card.tsx'
import { DecideCard } from './decide-card.tsx'
import { MarkWords } from './marks-card.tsx'
import { RecusalsCard } from './recusals-card.tsx'
import { toneOf, wordOf } from './standing.ts'
import { ProposedCard } from './proposed-card.tsx'
import { StepsCard } from './steps-card.tsx'
import { recordingFor } from './verdict-draft.ts'
import { VerdictView } from './verdict-view.tsx'
import { VotingCard } from './voting-card.tsx'

/** /appeals/:appeal */
export function AppealPage() {
  const { t } = useTranslation()
  const me = useMe()
  const { appeal = '' } = useParams({ strict: false })
  const load = useLoad(readAppeal, { params: { aid: appeal as AppealId } })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  if (load.is !== 'ready')
    return (
      <Page title={t('appeals.one')}>
        <Card>
          <LoadView load={load} rows={8}>
            {() => null}
          </LoadView>
        </Card>
      </Page>
    )
  const { value: view } = load
  const { manages, chairs, tookPart } = view.mine
  const considered = view.state === 'in_consideration'
  const acts = !tookPart
  const opens =
    me.is === 'ready' &&
    me.value.roles.includes('commission') &&
    acts &&
    (view.recording === 'studied' || view.recording === 'not_asked_for')
  return (
    <Page
      title={t('appeals.numbered', { number: view.number, name: view.examinee })}
      lead={view.exam.title}
      actions={
        opens ? (
          <Button component={Link} {...recordingFor(view)} variant="default">
            {t('appeals.recording')}
          </Button>
        ) : null
      }
    >
      <Rows gap="lg">
        {tookPart ? <Notice tone="info" title={t('appeals.tookPart')} /> : null}
        <FactsCard view={view} zone={zone} opens={opens} />
        {view.state === 'registered' && manages && acts ? <AdmissionCard view={view} /> : null}
        {considered || view.commission.length ? (
          <CommissionCard view={view} edits={considered && manages && acts} />
        ) : null}
        {considered || view.verdict ? (
          <StepsCard view={view} zone={zone} edits={considered && manages && acts} />
        ) : null}
        {considered || view.recusals.length ? <RecusalsCard view={view} zone={zone} /> : null}
        {view.commission.length && (considered || view.voting.said.length) ? (
          <VotingCard view={view} zone={zone} open={considered} />
        ) : null}
        {view.proposed ? <ProposedCard view={view} proposed={view.proposed} zone={zone} /> : null}
        {considered && chairs && acts ? <DecideCard view={view} zone={zone} /> : null}
        {view.verdict ? (
          <Card title={t('appeals.verdict.title')}>
            <Rows>
              <VerdictView verdict={view.verdict} marks={view.marks} zone={zone} />
              {view.papers.map((paper) => (
                <Anchor key={paper.id} href={`/api/sessions/${view.session}/papers/${paper.id}`} download>
                  {t('decisions.paper', { name: paper.name, kind: paper.kind.toUpperCase() })}
                </Anchor>
              ))}
            </Rows>
          </Card>
        ) : null}
        <Card title={t('appeals.history')}>
          <ul className={classes.list}>
            {view.history.map(({ at, what, by, text }) => (
              <li key={`${at} ${what}`}>
                <strong>{t(`appeals.events.${what as 'file'}`)}</strong>
                {text ? `. ${text}` : ''}
                <p className={classes.quiet}>
                  {by}, <When at={at} zone={zone} />
                </p>
              </li>
            ))}
          </ul>
        </Card>
      </Rows>
    </Page>
  )
}

function FactsCard({ view, zone, opens }: { view: AppealView; zone: string; opens: boolean }) {
  const { t } = useTranslation()
  const { situation } = view
  return (
    <Card title={t('appeals.facts')}>
      <Rows>
        <div>
          <StateMark tone={toneOf(view)} word={t(wordOf(view))} />
        </div>
        {view.late ? (
          <Notice tone="warn" title={t('appeals.late')}>
            {view.filingUntil ? (
              <>
                {t('appeals.file.until')} <When at={view.filingUntil} zone={zone} />
              </>
            ) : null}
          </Notice>
        ) : null}
        <dl className={classes.facts}>
          <dt>{t('appeals.filed')}</dt>
          <dd>
            {view.filedBy}
            {view.asRepresentative ? ` (${t('appeals.parent')})` : ''}, <When at={view.filedAt} zone={zone} />
          </dd>
          <dt>{t('appeals.situation')}</dt>
          <dd>
            {situation.subject === 'own' ? situation.words : t(`appeals.subjects.${situation.subject}`)}
          </dd>
          <dt>{t('appeals.body')}</dt>
          <dd>{view.body}</dd>
          {view.considerUntil ? (
            <>
              <dt>{t('appeals.considerUntil')}</dt>
              <dd>
                <When at={view.considerUntil} zone={zone} />
              </dd>
            </>
          ) : null}
          <dt>{t('appeals.result')}</dt>
          <dd>{view.result ? t(`decisions.values.${view.result}`) : '—'}</dd>
          <dt>{t('appeals.hold')}</dt>
          <dd>{t(view.held ? 'appeals.held' : 'appeals.free')}</dd>
          <dt>{t('appeals.recordingUse')}</dt>
          <dd>{t(`appeals.recordings.${view.recording}`)}</dd>
        </dl>
        <p className={classes.text}>{view.circumstances}</p>
        {view.reason ? (
          <Notice tone="info" title={t('appeals.outcomes.inadmissible')}>
            {view.reason}
          </Notice>
        ) : null}
        {view.marks.length ? (
          <ul className={classes.list}>
            {view.marks.map((mark) => (
              <li key={mark.key} className={classes.item}>
                <MarkWords mark={mark} zone={zone} />
                {opens ? (
                  <Anchor component={Link} {...recordingFor(view, Date.parse(mark.from))}>
                    {t('appeals.seeMoment')}
                  </Anchor>
                ) : null}
                {view.contested.includes(mark.key) ? (
                  <StateMark tone="warn" word={t('appeals.contested')} />
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
      </Rows>
    </Card>
  )
}
