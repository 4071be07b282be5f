import { sessionId } from '@ochno/contract/ids'
import { readTrial } from '@ochno/contract/trial'
import type { SessionId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useLoad } from '../../../api/load.ts'
import { useMe } from '../../../api/me.ts'
import { LoadView } from '../../../ui/load-view.tsx'
import { Door } from '../door.tsx'
import { BrowserUnfit, OnPhone } from '../told.tsx'
import { useMachine } from '../use-machine.ts'
import { TrialFlow } from './trial-flow.tsx'

function asked(): { readonly session?: SessionId } {
  const found = sessionId.safeParse(new URLSearchParams(location.search).get('session'))
  return found.success ? { session: found.data } : {}
}

/** /exam/trial, at any time; `?session=` with the steps of that exam. */
export function TrialPage() {
  const [query] = useState(asked)
  const me = useMe()
  const plan = useLoad(readTrial, { query })
  const machine = useMachine()
  if (machine && !machine.browser.ok && machine.browser.why === 'phone')
    return (
      <Door>
        <OnPhone address={location.href} />
      </Door>
    )
  if (machine && !machine.browser.ok)
    return (
      <Door>
        <BrowserUnfit />
      </Door>
    )
  if (plan.is !== 'ready' || me.is !== 'ready' || !machine)
    return (
      <Door>
        <LoadView load={plan.is === 'failed' ? plan : { is: 'loading' }} rows={6}>
          {() => null}
        </LoadView>
      </Door>
    )
  return (
    <TrialFlow
      plan={plan.value}
      session={query.session ?? null}
      name={me.value.fullName}
      zone={me.value.institution.zone}
    />
  )
}
