import { Button } from '@mantine/core'
import { closeTask, listTasks, readTask, readWorkFile, type TaskView } from '@ochno/contract/assignments'
import type { Id } from '@ochno/domain/ids'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import classes from './assignments.module.css'
import { DeadlineLine, Version } from './parts.tsx'
import { RecordSheet } from './record-sheet.tsx'
import { TaskSheet } from './task-sheet.tsx'

/** /assignments/…: what everybody of the group handed in. */
export function TaskPage() {
  const { task } = useParams({ strict: false }) as { task: Id<'tsk'> }
  const me = useMe()
  const load = useLoad(readTask, { params: { tsk: task } }, { everyMs: 60_000 })
  if (me.is !== 'ready') return null
  return (
    <LoadView load={load} rows={5}>
      {(view) => <Given view={view} zone={me.value.institution.zone} />}
    </LoadView>
  )
}

function Given({ view, zone }: { view: TaskView; zone: string }) {
  const { t } = useTranslation()
  const closing = useDo(closeTask, [readTask, listTasks])
  const [sheet, setSheet] = useState<'change' | 'close' | null>(null)
  return (
    <Page
      title={view.title}
      lead={`${view.group} · ${view.teacher}`}
      width="narrow"
      actions={
        view.closedAt ? null : (
          <>
            <Button variant="default" onClick={() => setSheet('change')}>
              {t('assignments.change')}
            </Button>
            <Button variant="default" onClick={() => setSheet('close')}>
              {t('assignments.close')}
            </Button>
          </>
        )
      }
    >
      {sheet === 'change' ? (
        <TaskSheet task={view} term={null} zone={zone} onClose={() => setSheet(null)} />
      ) : null}
      <Dialog
        opened={sheet === 'close'}
        title={t('assignments.closeTitle')}
        confirm={t('assignments.close')}
        busy={closing.busy}
        onClose={() => setSheet(null)}
        onConfirm={() => void closing.run({ params: { tsk: view.id } }).then(() => setSheet(null))}
      >
        {t('assignments.closeText')}
      </Dialog>
      <Rows gap="lg">
        {closing.failure ? <FailureNotice failure={closing.failure} /> : null}
        <Link to="/assignments">{t('assignments.back')}</Link>
        <Card title={t('assignments.task')}>
          <DeadlineLine task={view} zone={zone} />
          {view.body ? <p className={classes.words}>{view.body}</p> : null}
        </Card>
        {view.people.map((person) => (
          <Person key={person.id} view={view} person={person} zone={zone} />
        ))}
      </Rows>
    </Page>
  )
}

function Person({
  view,
  person,
  zone,
}: {
  view: TaskView
  person: TaskView['people'][number]
  zone: string
}) {
  const { t } = useTranslation()
  const reading = useDo(readWorkFile)
  const [recording, setRecording] = useState(false)
  const open = async (csc: Id<'csc'>, name: string) => {
    const answer = await reading.run({ params: { tsk: view.id, csc } })
    if (answer.ok) saveFile(name, answer.body)
  }
  return (
    <Card
      title={person.name}
      actions={
        person.member ? (
          <Button
            variant="default"
            size="xs"
            aria-label={t('assignments.record.openOf', { name: person.name })}
            onClick={() => setRecording(true)}
          >
            {t('assignments.record.open')}
          </Button>
        ) : null
      }
    >
      {recording ? (
        <RecordSheet view={view} person={person} zone={zone} onClose={() => setRecording(false)} />
      ) : null}
      {reading.failure ? <FailureNotice failure={reading.failure} /> : null}
      {person.member ? null : <p className={classes.quiet}>{t('assignments.left')}</p>}
      {person.versions.length === 0 ? (
        <p className={classes.quiet}>{t('assignments.nothing')}</p>
      ) : (
        <ul className={classes.list}>
          {person.versions.map((version) => (
            <Version
              key={version.version}
              version={version}
              zone={zone}
              onFile={(id, name) => void open(id, name)}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}
