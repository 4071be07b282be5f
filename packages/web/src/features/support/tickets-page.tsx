import { SegmentedControl } from '@mantine/core'
import { listTickets } from '@ochno/contract/support'
import { IconMoodSmile } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { AnswerForm } from './answer-form.tsx'
import classes from './support.module.css'
import { TicketItem } from './ticket-item.tsx'

/** SM-19: the queue; exams that run now stand first. */
export function TicketsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const [closed, setClosed] = useState<'yes' | 'no'>('no')
  const queue = useLoad(listTickets, { query: { closed } }, { everyMs: 5_000 })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <Page title={t('support.queue')} lead={t('support.queueLead')}>
      <Card title={t(closed === 'no' ? 'support.waiting' : 'support.done')}>
        <Rows>
          <SegmentedControl
            aria-label={t('support.which')}
            value={closed}
            onChange={(value) => setClosed(value as 'yes' | 'no')}
            data={[
              { value: 'no', label: t('support.waiting') },
              { value: 'yes', label: t('support.done') },
            ]}
          />
          <LoadView load={queue} rows={5}>
            {({ rows }) =>
              rows.length ? (
                <ul className={classes.list}>
                  {rows.map((ticket) => (
                    <TicketItem key={ticket.id} ticket={ticket} zone={zone} asker>
                      {closed === 'no' ? <AnswerForm ticket={ticket} /> : null}
                    </TicketItem>
                  ))}
                </ul>
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
