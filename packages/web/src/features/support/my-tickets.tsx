import { Button } from '@mantine/core'
import { closeTicket, listMyTickets } from '@ochno/contract/support'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Bar } from '../../ui/page.tsx'
import { SayForm } from './say-form.tsx'
import { TicketItem } from './ticket-item.tsx'
import classes from './support.module.css'

export function MyTickets({ onlyOpen = false }: { onlyOpen?: boolean }) {
  const { t } = useTranslation()
  const me = useMe()
  const mine = useLoad(listMyTickets, {}, { everyMs: 10_000 })
  const close = useDo(closeTicket, [listMyTickets])
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <LoadView load={mine} rows={2}>
      {({ rows }) => {
        const shown = onlyOpen ? rows.filter(({ state }) => state !== 'closed') : rows
        if (!shown.length) return onlyOpen ? null : <p>{t('support.none')}</p>
        return (
          <>
            {close.failure ? <FailureNotice failure={close.failure} /> : null}
            <ul className={classes.list}>
              {shown.map((ticket) => (
                <TicketItem key={ticket.id} ticket={ticket} zone={zone}>
                  {ticket.state === 'closed' ? null : <SayForm ticket={ticket} />}
                  {ticket.state === 'solved' ? (
                    <Bar>
                      <Button
                        loading={close.busy}
                        onClick={() => void close.run({ params: { kid: ticket.id } })}
                      >
                        {t('support.helped')}
                      </Button>
                    </Bar>
                  ) : null}
                </TicketItem>
              ))}
            </ul>
          </>
        )
      }}
    </LoadView>
  )
}
