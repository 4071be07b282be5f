import { Button, FileButton, Textarea } from '@mantine/core'
import {
  handIn,
  listMyTasks,
  MOST_FILES,
  type OwnTask,
  readMyTask,
  readMyWorkFile,
  removeWorkFile,
  sendWorkFile,
} from '@ochno/contract/assignments'
import type { Id } from '@ochno/domain/ids'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useSize } from '../../ui/size.ts'
import classes from './assignments.module.css'
import { DeadlineLine, Version } from './parts.tsx'

/** /my-assignments/…: one task, handing it in, and what was handed in. */
export function HandInPage() {
  const { task } = useParams({ strict: false }) as { task: Id<'tsk'> }
  const me = useMe()
  const load = useLoad(readMyTask, { params: { tsk: task } })
  if (me.is !== 'ready') return null
  return (
    <LoadView load={load} rows={4}>
      {(own) => <Own own={own} zone={me.value.institution.zone} />}
    </LoadView>
  )
}

function Own({ own, zone }: { own: OwnTask; zone: string }) {
  const { t } = useTranslation()
  const reading = useDo(readMyWorkFile)
  const open = async (csc: Id<'csc'>, name: string) => {
    const answer = await reading.run({ params: { tsk: own.id, csc } })
    if (answer.ok) saveFile(name, answer.body)
  }
  return (
    <Page title={own.title} lead={`${own.group} · ${own.teacher}`} width="narrow">
      <Rows gap="lg">
        <Link to="/my-assignments">{t('assignments.back')}</Link>
        <Card title={t('assignments.task')}>
          <DeadlineLine task={own} zone={zone} />
          {own.body ? <p className={classes.words}>{own.body}</p> : null}
        </Card>
        {reading.failure ? <FailureNotice failure={reading.failure} /> : null}
        {own.versions.length > 0 ? (
          <Card title={t('assignments.mine.handed')}>
            <ul className={classes.list}>
              {own.versions.map((version) => (
                <Version
                  key={version.version}
                  version={version}
                  zone={zone}
                  onFile={(id, name) => void open(id, name)}
                />
              ))}
            </ul>
          </Card>
        ) : null}
        {own.open ? <HandInCard own={own} /> : <Notice tone="info" title={t('assignments.mine.shut')} />}
      </Rows>
    </Page>
  )
}

function HandInCard({ own }: { own: OwnTask }) {
  const { t } = useTranslation()
  const size = useSize()
  const [text, setText] = useState('')
  const [done, setDone] = useState(false)
  const sending = useDo(sendWorkFile, [readMyTask])
  const removing = useDo(removeWorkFile, [readMyTask])
  const handing = useDo(handIn, [readMyTask, listMyTasks])
  const failure = handing.failure ?? sending.failure ?? removing.failure
  const params = { tsk: own.id }
  const send = async (file: File | null) => {
    if (!file) return
    const body = new Uint8Array(await file.arrayBuffer())
    await sending.run({ params, query: { name: file.name.slice(0, 200) }, body })
  }
  const submit = async () => {
    const answer = await handing.run({ params, body: { text } })
    if (!answer.ok) return
    setText('')
    setDone(true)
  }
  return (
    <Card
      title={t(own.versions.length > 0 ? 'assignments.mine.again' : 'assignments.mine.handIn')}
      lead={own.versions.length > 0 ? t('assignments.mine.againText') : undefined}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Rows>
          {failure ? <FailureNotice failure={failure} /> : null}
          {done ? <Notice tone="ok" live="status" title={t('assignments.mine.done')} /> : null}
          {own.over && !done ? <Notice tone="warn" title={t('assignments.mine.over')} /> : null}
          <Textarea
            label={t('assignments.mine.text')}
            value={text}
            maxLength={20_000}
            autosize
            minRows={4}
            maxRows={16}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {own.waiting.length > 0 ? (
            <ul className={classes.list} aria-label={t('assignments.mine.files')}>
              {own.waiting.map(({ id, name, bytes }) => (
                <li key={id} className={classes.row}>
                  <span className={classes.text}>
                    {name} ({size(bytes)})
                  </span>
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={t('assignments.mine.removeOf', { name })}
                    onClick={() => void removing.run({ params: { tsk: own.id, csc: id } })}
                  >
                    {t('assignments.mine.remove')}
                  </Button>
                </li>
              ))}
            </ul>
          ) : null}
          <p className={classes.quiet}>{t('assignments.mine.filesHint', { count: MOST_FILES })}</p>
          <Bar>
            <Button
              type="submit"
              loading={handing.busy}
              disabled={sending.busy || (!text.trim() && own.waiting.length === 0)}
            >
              {t('assignments.mine.submit')}
            </Button>
            <FileButton accept="application/pdf,image/jpeg,image/png" onChange={(file) => void send(file)}>
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  loading={sending.busy}
                  disabled={own.waiting.length >= MOST_FILES}
                >
                  {t('assignments.mine.addFile')}
                </Button>
              )}
            </FileButton>
          </Bar>
        </Rows>
      </form>
    </Card>
  )
}
