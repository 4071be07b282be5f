import { type Probe, probe } from '@ochno/capture'
import type { SessionId } from '@ochno/domain/ids'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Door } from './door.tsx'
import { ExamFlow } from './exam-flow.tsx'
import { useAttempt } from './session-load.ts'
import { BrowserUnfit, OnPhone } from './told.tsx'

/** /exam/:session. Before anything else: can this device hold an exam at all? */
export function ExamPage() {
  const { session } = useParams({ strict: false }) as { session: SessionId }
  const me = useMe()
  const { load, put, refresh } = useAttempt(session)
  const machine = useMachine()
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

function useMachine(): Probe | null {
  const [machine, setMachine] = useState<Probe | null>(null)
  useEffect(() => {
    let gone = false
    void probe({ screenNeeded: true }).then((found) => {
      if (!gone) setMachine(found)
    })
    return () => {
      gone = true
    }
  }, [])
  return machine
}
