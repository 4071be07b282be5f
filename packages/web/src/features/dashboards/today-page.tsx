import { Switch } from '@mantine/core'
import { readToday, todayFile } from '@ochno/contract/dashboards'
import { IconCalendarEvent } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAddressState } from '../../api/address-state.ts'
import type { ReplyOf } from '../../api/client.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { clockAt } from '../../ui/clock-at.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { useBranchChoice } from './branch-choice.tsx'
import classes from './dashboards.module.css'
import { FileButtons } from './file-buttons.tsx'
import { Figures } from './figures.tsx'
import { PartsNav } from './parts-nav.tsx'
import { ProctorsCard } from './proctors-card.tsx'
import { TodayExams } from './today-exams.tsx'
import { UrgentCard } from './urgent-card.tsx'

/** How often an organiser's page asks again: a minute of an exam is long, and the answer is small. */
const AGAIN_MS = 5_000

export function TodayPage() {
  const { t } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const narrowed = useBranchChoice()
  // P-28: in the address, so that a screen others look at too keeps it.
  const [names, setNames] = useAddressState('names')
  const hidden = names === 'hidden'
  const query = { ...narrowed.query, ...(hidden ? { names: 'hidden' as const } : {}) }
  const today = useLoad(readToday, { query }, { everyMs: AGAIN_MS })
  const file = useDo(todayFile)
  return (
    <Page
      title={t('dashboards.today.title')}
      lead={t('dashboards.today.lead')}
      actions={
        <FileButtons
          name={narrowed.named(t('dashboards.today.title'))}
          take={(as) => file.run({ query: { as, ...narrowed.query } })}
          busy={file.busy}
          failure={file.failure}
        />
      }
    >
      <PartsNav />
      {narrowed.filter}
      <Switch
        className={classes.noPrint ?? ''}
        label={t('dashboards.today.nameless')}
        description={t('dashboards.today.namelessWhy')}
        checked={hidden}
        onChange={(event) => setNames(event.currentTarget.checked ? 'hidden' : '')}
      />
      <LoadView load={today} rows={8}>
        {(day) =>
          day.people === 0 && day.urgentCount === 0 ? (
            <Card>
              <Empty icon={IconCalendarEvent} title={t('dashboards.today.empty')}>
                {t('dashboards.today.emptyText')}
              </Empty>
            </Card>
          ) : (
            <Day day={day} zone={zone} />
          )
        }
      </LoadView>
    </Page>
  )
}

function Day({ day, zone }: { day: ReplyOf<typeof readToday>; zone: string }) {
  const { t } = useTranslation()
  const { stages } = day
  return (
    <Rows gap="lg">
      <UrgentCard urgent={day.urgent} count={day.urgentCount} now={day.now} zone={zone} />
      <Card>
        <Figures
          all={[
            { name: t('dashboards.today.people'), value: day.people },
            { name: t('dashboards.stages.expected'), value: stages.expected },
            { name: t('dashboards.stages.at_door'), value: stages.at_door },
            { name: t('dashboards.stages.admitted'), value: stages.admitted },
            { name: t('dashboards.stages.in_session'), value: stages.in_session },
            {
              name: t('dashboards.stages.interrupted'),
              value: stages.interrupted,
              ...(stages.interrupted > 0 ? { tone: 'bad' as const } : {}),
            },
            { name: t('dashboards.stages.finished'), value: stages.finished },
            { name: t('dashboards.stages.refused'), value: stages.refused },
            { name: t('dashboards.stages.not_come'), value: stages.not_come },
          ]}
        />
      </Card>
      <TodayExams exams={day.exams} zone={zone} />
      <ProctorsCard proctors={day.proctors} />
      <p className={classes.quiet}>
        {t('dashboards.today.ticketsOpen')}: {day.ticketsOpen}.{' '}
        {t('dashboards.today.at', { time: clockAt(day.now, zone) })}
      </p>
    </Rows>
  )
}
