import { Button } from '@mantine/core'
import { listWorkplaces, type WorkplaceRequest, type WorkplaceView } from '@ochno/contract/workplaces'
import { IconArmchair, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { DecideSheet } from './decide-sheet.tsx'
import { PlaceSheet } from './place-sheet.tsx'
import classes from './workplaces.module.css'

const tones = { asked: 'warn', booked: 'ok', refused: 'idle' } as const

/** /workplaces: rooms of the institution and who asked for a seat. */
export function WorkplacesPage() {
  const { t } = useTranslation()
  const me = useMe()
  const load = useLoad(listWorkplaces, {}, { everyMs: 30_000 })
  const [deciding, setDeciding] = useState<WorkplaceRequest | null>(null)
  const [place, setPlace] = useState<WorkplaceView | 'new' | null>(null)
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <Page title={t('workplaces.staff.title')} lead={t('workplaces.staff.lead')}>
      <LoadView load={load} rows={6}>
        {({ places, requests }) => (
          <Rows gap="lg">
            <Card title={t('workplaces.staff.requests')}>
              {requests.length === 0 ? (
                <Empty icon={IconArmchair} title={t('workplaces.staff.noRequests')}>
                  {t('workplaces.staff.noRequestsText')}
                </Empty>
              ) : (
                <Table
                  label={t('workplaces.staff.requests')}
                  rows={requests}
                  rowKey={({ session }) => session}
                  columns={[
                    { name: t('workplaces.staff.who'), cell: ({ examinee }) => examinee.name },
                    { name: t('workplaces.staff.exam'), cell: ({ exam }) => exam },
                    { name: t('workplaces.staff.time'), cell: ({ from }) => <When at={from} zone={zone} /> },
                    {
                      name: t('workplaces.staff.wish'),
                      cell: ({ wish }) => <p className={classes.words}>{wish || '–'}</p>,
                    },
                    {
                      name: t('workplaces.staff.state'),
                      cell: ({ state, place: booked }) => (
                        <>
                          <StateMark quiet tone={tones[state]} word={t(`workplaces.staff.states.${state}`)} />
                          {booked ? <span> {booked}</span> : null}
                        </>
                      ),
                    },
                    {
                      name: t('workplaces.staff.act'),
                      quiet: true,
                      cell: (row) => (
                        <Button
                          variant="default"
                          aria-label={t('workplaces.staff.actOn', { name: row.examinee.name })}
                          onClick={() => setDeciding(row)}
                        >
                          {t('workplaces.staff.act')}
                        </Button>
                      ),
                    },
                  ]}
                />
              )}
            </Card>
            <Card
              title={t('workplaces.staff.places')}
              actions={
                <Button
                  variant="default"
                  leftSection={<IconPlus size={18} aria-hidden />}
                  onClick={() => setPlace('new')}
                >
                  {t('workplaces.staff.add')}
                </Button>
              }
            >
              {places.length === 0 ? (
                <Empty icon={IconArmchair} title={t('workplaces.staff.noPlaces')}>
                  {t('workplaces.staff.noPlacesText')}
                </Empty>
              ) : (
                <Table
                  label={t('workplaces.staff.places')}
                  rows={places}
                  rowKey={({ id }) => id}
                  columns={[
                    {
                      name: t('workplaces.staff.name'),
                      cell: ({ name, active }) =>
                        active ? name : `${name} (${t('workplaces.staff.closed')})`,
                    },
                    { name: t('workplaces.staff.address'), cell: ({ address }) => address },
                    {
                      name: t('workplaces.staff.hours'),
                      cell: ({ opens, closes }) =>
                        opens === '00:00' && closes === '24:00'
                          ? t('workplaces.staff.round')
                          : `${opens}–${closes}`,
                    },
                    { name: t('workplaces.staff.seats'), cell: ({ seats }) => seats },
                    { name: t('workplaces.staff.bookedNow'), cell: ({ booked }) => booked },
                    {
                      name: t('workplaces.staff.change'),
                      quiet: true,
                      cell: (row) => (
                        <Button
                          variant="default"
                          aria-label={t('workplaces.staff.changeThis', { name: row.name })}
                          onClick={() => setPlace(row)}
                        >
                          {t('workplaces.staff.change')}
                        </Button>
                      ),
                    },
                  ]}
                />
              )}
            </Card>
            {deciding ? (
              <DecideSheet zone={zone} request={deciding} places={places} onClose={() => setDeciding(null)} />
            ) : null}
            {place ? (
              <PlaceSheet place={place === 'new' ? null : place} onClose={() => setPlace(null)} />
            ) : null}
          </Rows>
        )}
      </LoadView>
    </Page>
  )
}
