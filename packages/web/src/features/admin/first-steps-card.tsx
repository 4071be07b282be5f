import { Button } from '@mantine/core'
import { listExams } from '@ochno/contract/exams'
import { readMachine } from '@ochno/contract/machine'
import { listPeople } from '@ochno/contract/people'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './first-steps-card.module.css'

/** The administrator's home: what is still missing before the first exam, in order. */
export function FirstStepsCard() {
  const { t } = useTranslation()
  const people = useLoad(listPeople, { query: { role: 'examinee', size: 1 } })
  const proctors = useLoad(listPeople, { query: { role: 'proctor', size: 1 } })
  const exams = useLoad(listExams, {})
  const machine = useLoad(readMachine, {})
  const some = (one: typeof people): boolean => one.is === 'ready' && one.value.total > 0
  const steps = [
    { key: 'people', to: '/people', done: some(people) && some(proctors) },
    {
      key: 'exam',
      to: '/exams',
      done: exams.is === 'ready' && exams.value.rows.some((exam) => exam.sessions > 0),
    },
    {
      key: 'machine',
      to: '/machine',
      done: machine.is === 'ready' && machine.value.ready && machine.value.disk.state === 'ok',
    },
  ] as const
  // Once the way is gone, the card steps aside.
  if (steps.every((step) => step.done)) return null
  return (
    <Card title={t('admin.first.title')} lead={t('admin.first.lead')}>
      <LoadView load={people} rows={2}>
        {() => (
          <ol className={classes.steps}>
            {steps.map((step) => (
              <li key={step.key}>
                <span className={classes.what}>{t(`admin.first.${step.key}`)}</span>
                <StateMark
                  tone={step.done ? 'ok' : 'info'}
                  word={step.done ? t('admin.first.done') : t('admin.first.todo')}
                />
                <Button component={Link} to={step.to} variant={step.done ? 'default' : 'filled'} size="xs">
                  {t('admin.first.open')}
                </Button>
              </li>
            ))}
          </ol>
        )}
      </LoadView>
    </Card>
  )
}
