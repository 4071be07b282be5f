import { SegmentedControl } from '@mantine/core'
import { listTickets } from '@ochno/contract/support'
import { IconMoodSmile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAddressState } from '../../api/address-state.ts'
import { useMe } from '../../api/me.ts'
import { usePages } from '../../api/pages.ts'
import { Empty } from '../../ui/empty.tsx'
import { FindInput } from '../../ui/find-input.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { LongList } from '../../ui/long-list.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { AnswerForm } from './answer-form.tsx'
import { TicketItem } from './ticket-item.tsx'

/** SM-19: the queue; exams that run now stand first. */
export function TicketsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const [which, setWhich] = useAddressState('closed', 'no')
  const closed = which === 'yes' ? 'yes' : 'no'
  const [find, setFind] = useAddressState('find')
  const queue = usePages(listTickets, { query: { closed, ...(find ? { find } : {}) } }, ({ id }) => id, {
    everyMs: 5_000,
  })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <Page title={t('support.queue')} lead={t('support.queueLead')}>
      <Card title={t(closed === 'no' ? 'support.waiting' : 'support.done')}>
        <Rows>
          <SegmentedControl
            aria-label={t('support.which')}
            value={closed}
            onChange={setWhich}
            data={[
              { value: 'no', label: t('support.waiting') },
              { value: 'yes', label: t('support.done') },
            ]}
          />
          <FindInput label={t('support.find')} value={find} onFind={setFind} />
          <LoadView load={queue} rows={5}>
            {({ rows, more }) =>
              rows.length ? (
                <LongList
                  label={t(closed === 'no' ? 'support.waiting' : 'support.done')}
                  rows={rows}
                  rowKey={({ id }) => id}
                  more={more}
                >
                  {(ticket, inList) => (
                    <TicketItem ticket={ticket} zone={zone} inList={inList} asker>
                      {closed === 'no' ? <AnswerForm ticket={ticket} /> : null}
                    </TicketItem>
                  )}
                </LongList>
              ) : find ? (
                <Empty icon={IconMoodSmile} title={t('support.notFound')}>
                  {t('support.notFoundText')}
                </Empty>
              ) : (
                <Empty icon={IconMoodSmile} title={t('support.nobody')}>
                  {t('support.nobodyText')}
                </Empty>
              )
            }
          </LoadView>
        </Rows>
      </Card>
    </Page>
  )
}
