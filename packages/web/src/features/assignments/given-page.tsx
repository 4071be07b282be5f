import { Button, NumberInput, TextInput } from '@mantine/core'
import { listTasks, saveTaskTerm, type TaskRow } from '@ochno/contract/assignments'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import classes from './assignments.module.css'
import { DeadlineLine } from './parts.tsx'
import { TaskSheet } from './task-sheet.tsx'

/** /assignments: tasks one gave. */
export function GivenPage() {
  const { t } = useTranslation()
  const me = useMe()
  const load = useLoad(listTasks, {}, { everyMs: 60_000 })
  const [sheet, setSheet] = useState<'task' | 'term' | null>(null)
  if (me.is !== 'ready') return null
  const { zone } = me.value.institution
  const keeps = may(me.value, 'institution.manage')
  const term = load.is === 'ready' ? load.value.term : null
  return (
    <Page
      title={t('assignments.title')}
      lead={t('assignments.lead')}
      width="narrow"
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setSheet('task')}>
          {t('assignments.new')}
        </Button>
      }
    >
      {sheet === 'task' ? (
        <TaskSheet task={null} term={term} zone={zone} onClose={() => setSheet(null)} />
      ) : null}
      {sheet === 'term' ? <TermSheet term={term} onClose={() => setSheet(null)} /> : null}
      <LoadView load={load} rows={4}>
        {({ rows }) => (
          <Rows gap="lg">
            <Card title={t('assignments.given')}>
              {rows.length === 0 ? (
                <Empty icon={IconPencil} title={t('assignments.none')}>
                  {t('assignments.noneText')}
                </Empty>
              ) : (
                <ul className={classes.list}>
                  {rows.map((row) => (
                    <GivenRow key={row.id} row={row} zone={zone} />
                  ))}
                </ul>
              )}
            </Card>
            <Card
              title={t('assignments.term.title')}
              lead={
                term ? t('assignments.term.is', { ...term, count: term.days }) : t('assignments.term.none')
              }
              actions={
                keeps ? (
                  <Button variant="default" onClick={() => setSheet('term')}>
                    {t('assignments.term.change')}
                  </Button>
                ) : null
              }
            />
          </Rows>
        )}
      </LoadView>
    </Page>
  )
}

function GivenRow({ row, zone }: { row: TaskRow; zone: string }) {
  const { t } = useTranslation()
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <p className={classes.name}>{row.title}</p>
        <p className={classes.quiet}>
          {row.group} · {row.teacher}
        </p>
        <DeadlineLine task={row} zone={zone} />
        <p className={classes.quiet}>
          {t('assignments.handedInOf', { count: row.handedIn, people: row.people })}
          {row.late ? ` · ${t('assignments.lateOf', { count: row.late })}` : ''}
        </p>
      </div>
      <Button
        variant="default"
        renderRoot={(props) => <Link to={`/assignments/${row.id}`} {...props} />}
        aria-label={t('assignments.openOf', { title: row.title })}
      >
        {t('assignments.open')}
      </Button>
    </li>
  )
}

type Term = NonNullable<Parameters<typeof TaskSheet>[0]['term']>

function TermSheet({ term, onClose }: { term: Term | null; onClose: () => void }) {
  const { t } = useTranslation()
  const saving = useDo(saveTaskTerm, [listTasks])
  const [typed, setTyped] = useState(term ?? { days: 7, document: '', number: '' })
  const set = (more: Partial<Term>) => setTyped({ ...typed, ...more })
  const save = async (given: Term | null) => {
    const answer = await saving.run({ body: { term: given } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('assignments.term.title')}
      onClose={onClose}
      failure={saving.failure}
      submit={t('assignments.save')}
      busy={saving.busy}
      disabled={!typed.document.trim() || !typed.number.trim()}
      onSubmit={() => void save(typed)}
    >
      <NumberInput
        label={t('assignments.term.days')}
        value={typed.days}
        min={1}
        max={365}
        allowDecimal={false}
        onChange={(value) => set({ days: Number(value) || 1 })}
      />
      <TextInput
        label={t('assignments.term.document')}
        value={typed.document}
        maxLength={300}
        onChange={(event) => set({ document: event.currentTarget.value })}
      />
      <TextInput
        label={t('assignments.term.number')}
        value={typed.number}
        maxLength={100}
        onChange={(event) => set({ number: event.currentTarget.value })}
      />
      {term ? (
        <div>
          <Button variant="default" loading={saving.busy} onClick={() => void save(null)}>
            {t('assignments.term.remove')}
          </Button>
        </div>
      ) : null}
    </FormSheet>
  )
}
