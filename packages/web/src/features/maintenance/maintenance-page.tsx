import { Button, TextInput } from '@mantine/core'
import { announceMaintenance, cancelMaintenance, listMaintenance } from '@ochno/contract/maintenance'
import { IconTool } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { zoneName } from '../../ui/zone.ts'
import { fromZoned, toZoned } from '../../api/zoned.ts'
import classes from './maintenance.module.css'

/** /maintenance: works are announced beforehand, and everybody is told at once. */
export function MaintenancePage() {
  const { t } = useTranslation()
  const me = useMe()
  if (me.is !== 'ready') return null
  const { zone } = me.value.institution
  return (
    <Page title={t('maintenance.title')} lead={t('maintenance.lead')} width="narrow">
      <Rows gap="lg">
        <Announce zone={zone} />
        <Announced zone={zone} />
      </Rows>
    </Page>
  )
}

const DAY_MS = 24 * 3_600_000

function Announce({ zone }: { zone: string }) {
  const { t, i18n } = useTranslation()
  const announcing = useDo(announceMaintenance, [listMaintenance])
  const [what, setWhat] = useState('')
  const [times, setTimes] = useState(() => {
    const from = Math.ceil((Date.now() + DAY_MS) / 3_600_000) * 3_600_000
    return {
      from: toZoned(new Date(from).toISOString(), zone),
      until: toZoned(new Date(from + 3_600_000).toISOString(), zone),
    }
  })
  const [done, setDone] = useState<{ told: number; sessions: number } | null>(null)
  const submit = async () => {
    setDone(null)
    const answer = await announcing.run({
      body: { what, from: fromZoned(times.from, zone), until: fromZoned(times.until, zone) },
    })
    if (!answer.ok) return
    setDone(answer.body)
    setWhat('')
  }
  const time = (name: 'from' | 'until', label: string) => (
    <TextInput
      type="datetime-local"
      label={label}
      value={times[name]}
      onChange={(event) => setTimes({ ...times, [name]: event.currentTarget.value })}
      required
      withAsterisk={false}
    />
  )
  return (
    <Card title={t('maintenance.announce')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Rows>
          {announcing.failure ? <FailureNotice failure={announcing.failure} /> : null}
          <TextInput
            label={t('maintenance.what')}
            description={t('maintenance.whatHint')}
            value={what}
            maxLength={500}
            onChange={(event) => setWhat(event.currentTarget.value)}
            required
            withAsterisk={false}
          />
          <div className={classes.fields}>
            {time('from', t('maintenance.begin'))}
            {time('until', t('maintenance.end'))}
          </div>
          <p>{t('exams.create.zone', { zone: zoneName(zone, i18n.language, new Date()) })}</p>
          {done ? (
            <Notice tone="ok" live="status" title={t('maintenance.told', { count: done.told })} />
          ) : null}
          {done && done.sessions > 0 ? (
            <Notice tone="warn" live="status" title={t('maintenance.touches', { count: done.sessions })} />
          ) : null}
          <Bar>
            <Button type="submit" loading={announcing.busy} disabled={times.until <= times.from}>
              {t('maintenance.submit')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Card>
  )
}

function Announced({ zone }: { zone: string }) {
  const { t } = useTranslation()
  const load = useLoad(listMaintenance, {})
  const cancelling = useDo(cancelMaintenance, [listMaintenance])
  return (
    <Card title={t('maintenance.list')}>
      <Rows>
        {cancelling.failure ? <FailureNotice failure={cancelling.failure} /> : null}
        <LoadView load={load} rows={2}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty icon={IconTool} title={t('maintenance.none')} />
            ) : (
              <Table
                label={t('maintenance.list')}
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  { name: t('maintenance.what'), cell: ({ what }) => what },
                  { name: t('maintenance.begin'), cell: ({ from }) => <When at={from} zone={zone} /> },
                  { name: t('maintenance.end'), cell: ({ until }) => <When at={until} zone={zone} /> },
                  {
                    name: t('maintenance.cancel'),
                    quiet: true,
                    cell: ({ id, what }) => (
                      <Button
                        variant="default"
                        loading={cancelling.busy}
                        aria-label={t('maintenance.cancelThis', { what })}
                        onClick={() => void cancelling.run({ params: { mid: id } })}
                      >
                        {t('maintenance.cancel')}
                      </Button>
                    ),
                  },
                ]}
              />
            )
          }
        </LoadView>
      </Rows>
    </Card>
  )
}
