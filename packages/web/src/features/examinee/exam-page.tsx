import type { SessionView } from '@ochno/contract/sessions'
import type { SessionId } from '@ochno/domain/ids'
import { useParams } from '@tanstack/react-router'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Door } from './door.tsx'
import { ExamFlow } from './exam-flow.tsx'
import { InRoom } from './in-room.tsx'
import { useAttempt } from './session-load.ts'
import { BrowserUnfit, OnPhone } from './told.tsx'
import { useMachine } from './use-machine.ts'

const isOver = ({ state }: SessionView): boolean =>
  state === 'submitted' ||
  state === 'deauthorized' ||
  state === 'expired_not_started' ||
  state === 'cancelled'

/** /exam/:session. Before anything else: can this device hold an exam at all? */
export function ExamPage() {
  const { session } = useParams({ strict: false }) as { session: SessionId }
  const me = useMe()
  const { load, put, refresh } = useAttempt(session)
  const machine = useMachine()
  // A phone is enough to read where to go.
  if (load.is === 'ready' && me.is === 'ready' && load.value.session.room && !isOver(load.value.session))
    return (
      <Door>
        <InRoom
          session={load.value.session}
          room={load.value.session.room}
          zone={me.value.institution.zone}
        />
      </Door>
    )
  if (machine && !machine.browser.ok)
    return (
      <Door>{machine.browser.why === 'phone' ? <OnPhone address={location.href} /> : <BrowserUnfit />}</Door>
    )
  if (load.is !== 'ready' || me.is !== 'ready' || !machine)
    return (
      <Door>
        <LoadView load={load.is === 'failed' ? load : { is: 'loading' }} rows={6}>
          {() => null}
        </LoadView>
      </Door>
    )
  return <ExamFlow attempt={load.value} zone={me.value.institution.zone} put={put} refresh={refresh} />
}
