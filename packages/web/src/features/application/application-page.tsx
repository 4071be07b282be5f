import { Button, Textarea, TextInput } from '@mantine/core'
import {
  type ApplicationView,
  listApplications,
  permitLate,
  printApplication,
  readApplication,
  resolveApplication,
  type resolutions,
} from '@ochno/contract/application'
import { readExam } from '@ochno/contract/exams'
import type { ExamId } from '@ochno/domain/ids'
import { IconFileText } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { ContentForm, ContentFacts } from './content-form.tsx'
import classes from './application.module.css'
import { saveFile } from './save-file.ts'
import { dayWords, stateTone } from './words.ts'

/** SM-16: the teacher writes and files, the head of the office resolves; every step is seen by both. */
export function ApplicationPage() {
  const { t } = useTranslation()
  const { exam: eid } = useParams({ strict: false }) as { exam: ExamId }
  const exam = useLoad(readExam, { params: { eid } })
  const load = useLoad(readApplication, { params: { eid } })
  return (
    <Page
      title={t('application.one.title')}
      {...(exam.is === 'ready' ? { lead: exam.value.title } : {})}
      actions={
        <>
          <Button component={Link} to={`/exams/${eid}`} variant="default">
            {t('application.one.toExam')}
          </Button>
          <Button component={Link} to="/applications" variant="default">
            {t('application.one.toList')}
          </Button>
        </>
      }
    >
      <LoadView load={load} rows={8}>
        {(view) => <Application exam={eid} view={view} />}
      </LoadView>
    </Page>
  )
}

function Application({ exam, view }: { exam: ExamId; view: ApplicationView }) {
  const { t } = useTranslation()
  const { application, may, head } = view
  const writes = may.includes('save')
  const resolves = may.includes('approve')
  return (
    <Rows>
      {view.required ? null : (
        <Notice tone="info" title={t('application.notAsked')}>
          {t('application.notAskedText')}
        </Notice>
      )}
      {view.required && head === null ? <Notice tone="warn" title={t('application.head.none')} /> : null}
      {application ? <Standing exam={exam} view={view} /> : null}
      {resolves ? <Resolution exam={exam} /> : null}
      {may.includes('permit_late') ? <LatePermit exam={exam} /> : null}
      {writes ? (
        <ContentForm exam={exam} view={view} />
      ) : application ? (
        <Card title={t('application.one.content')}>
          <ContentFacts content={application.content} />
        </Card>
      ) : view.required ? (
        <Card>
          <Empty icon={IconFileText} title={t('application.one.none')}>
            {t('application.one.noneText')}
          </Empty>
        </Card>
      ) : null}
      {application && application.steps.length > 0 ? <Steps steps={application.steps} /> : null}
    </Rows>
  )
}

function Standing({ exam, view: { application, head } }: { exam: ExamId; view: ApplicationView }) {
  const { t, i18n } = useTranslation()
  const printing = useDo(printApplication)
  if (!application) return null
  const { term, latePermit } = application
  const print = async () => {
    const answer = await printing.run({ params: { eid: exam } })
    if (answer.ok) saveFile('F-003-1.pdf', answer.body)
  }
  return (
    <Card>
      <Rows gap="sm">
        <div>
          <StateMark
            tone={stateTone[application.state]}
            word={t(`application.states.${application.state}`)}
          />
        </div>
        <div className={classes.told}>
          {head ? <p>{t('application.one.to', { name: head.name })}</p> : null}
          <p>{t('application.one.from', { name: application.author })}</p>
        </div>
        {term.known ? (
          <Notice
            tone={term.inTime ? 'ok' : 'warn'}
            title={
              term.inTime ? t('application.one.inTime') : t('application.one.late', { count: term.daysLate })
            }
          >
            <p>
              {t('application.one.lastDay', {
                from: dayWords(term.from, i18n.language),
                to: dayWords(term.to, i18n.language),
                day: dayWords(term.lastDay, i18n.language),
              })}
            </p>
            {latePermit ? (
              <p>{t('application.one.permitted', { name: latePermit.by, reason: latePermit.reason })}</p>
            ) : term.inTime ? null : (
              <p>{t('application.one.lateText')}</p>
            )}
          </Notice>
        ) : (
          <Notice tone="warn" title={t('application.one.unknown')}>
            {t('application.one.unknownText')}
          </Notice>
        )}
        {printing.failure ? <FailureNotice failure={printing.failure} /> : null}
        {head && term.known ? (
          <Bar>
            <Button variant="default" loading={printing.busy} onClick={() => void print()}>
              {t('application.one.paper')}
            </Button>
          </Bar>
        ) : null}
      </Rows>
    </Card>
  )
}

function Resolution({ exam }: { exam: ExamId }) {
  const { t } = useTranslation()
  const resolving = useDo(resolveApplication, [readApplication, listApplications])
  const [words, setWords] = useState('')
  const resolve = (command: (typeof resolutions)[number]) =>
    void resolving.run({ params: { eid: exam }, body: { command, words } })
  return (
    <Card title={t('application.one.decide')}>
      <Rows gap="sm">
        {resolving.failure ? <FailureNotice failure={resolving.failure} /> : null}
        <Textarea
          label={t('application.one.words')}
          description={t('application.one.wordsHint')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          maxLength={1000}
          autosize
          minRows={2}
        />
        <Bar>
          <Button loading={resolving.busy} onClick={() => resolve('approve')}>
            {t('application.one.approve')}
          </Button>
          <Button variant="default" disabled={resolving.busy} onClick={() => resolve('return')}>
            {t('application.one.return')}
          </Button>
          <Button variant="default" disabled={resolving.busy} onClick={() => resolve('reject')}>
            {t('application.one.reject')}
          </Button>
        </Bar>
      </Rows>
    </Card>
  )
}

function LatePermit({ exam }: { exam: ExamId }) {
  const { t } = useTranslation()
  const permitting = useDo(permitLate, [readApplication, listApplications])
  const [reason, setReason] = useState('')
  return (
    <Card title={t('application.one.permit')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void permitting.run({ params: { eid: exam }, body: { reason } })
        }}
      >
        <Rows gap="sm">
          {permitting.failure ? <FailureNotice failure={permitting.failure} /> : null}
          <TextInput
            label={t('application.one.permitReason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
          />
          <Bar>
            <Button type="submit" variant="default" loading={permitting.busy} disabled={reason.trim() === ''}>
              {t('application.one.permit')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Card>
  )
}

function Steps({ steps }: { steps: NonNullable<ApplicationView['application']>['steps'] }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <Card title={t('application.one.steps')}>
      <div className={classes.told}>
        <ol>
          {steps.map(({ command, by, at, words }) => (
            <li key={`${command} ${at}`}>
              <strong>{t(`application.one.step.${command}`)}</strong>
              {'. '}
              {t('application.one.by', { name: by, at: moment(at, zone, i18n.language) })}
              {words ? <p>{words}</p> : null}
            </li>
          ))}
        </ol>
      </div>
    </Card>
  )
}
