import { Button, Checkbox } from '@mantine/core'
import { acknowledgeRequirements, listRequirements, type RequirementsView } from '@ochno/contract/briefing'
import { readWall } from '@ochno/contract/watch'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { moment } from '../../ui/moment.ts'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './requirements.module.css'

/** Each exam with what its act demands, and one tick that is never there beforehand. */
export function RequirementsList({ rows }: { rows: readonly RequirementsView[] }) {
  return (
    <Rows gap="lg">
      {rows.map((row) => (
        <Requirements key={row.exam.id} row={row} />
      ))}
    </Rows>
  )
}

function Requirements({ row }: { row: RequirementsView }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const at = (when: string) => moment(when, zone, i18n.language)
  return (
    <Card
      title={row.exam.title}
      actions={
        <StateMark
          quiet
          tone={row.readAt === null ? 'warn' : 'ok'}
          word={
            row.readAt === null
              ? t('briefing.proctor.unread')
              : t('briefing.proctor.read', { at: at(row.readAt) })
          }
        />
      }
    >
      <Rows>
        <p className={classes.quiet}>
          {t('briefing.proctor.when', {
            from: at(row.opensAt),
            to: at(row.closesAt),
            minutes: t('common.duration.minutes', { count: row.lengthMinutes }),
          })}
          {'. '}
          {t('briefing.proctor.people', { count: row.people })}
        </p>
        <p className={classes.quiet}>{row.quote}</p>
        <Part title={t('briefing.proctor.rules')} lines={row.rules} />
        <Part title={t('briefing.proctor.materials')} lines={row.materials} />
        <Part title={t('briefing.proctor.own')} lines={row.requirements} />
        {row.readAt === null ? <Acknowledge row={row} /> : null}
      </Rows>
    </Card>
  )
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h3 className={classes.part}>{title}</h3>
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function Acknowledge({ row: { exam, edition } }: { row: RequirementsView }) {
  const { t } = useTranslation()
  const [ticked, setTicked] = useState(false)
  const confirming = useDo(acknowledgeRequirements, [listRequirements, readWall])
  return (
    <Rows>
      {confirming.failure ? <FailureNotice failure={confirming.failure} /> : null}
      <Checkbox
        size="md"
        label={t('briefing.proctor.promise')}
        checked={ticked}
        onChange={(event) => setTicked(event.currentTarget.checked)}
      />
      <Bar>
        <Button
          color="accent.7"
          leftSection={<IconCheck size={18} aria-hidden />}
          disabled={!ticked}
          loading={confirming.busy}
          aria-label={t('briefing.proctor.confirmFor', { exam: exam.title })}
          onClick={() => void confirming.run({ params: { eid: exam.id }, body: { edition } })}
        >
          {t('briefing.proctor.confirm')}
        </Button>
      </Bar>
    </Rows>
  )
}
