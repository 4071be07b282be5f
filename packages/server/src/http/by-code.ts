// B-28: a code signs in to one session; of whatever else the account may do nothing is open.
import {
  acknowledgeCheck,
  probeDown,
  probePing,
  probeUp,
  readMyEquipment,
  saveCheck,
} from '@ochno/contract/equipment'
import { takeIdentity } from '@ochno/contract/identity-bridge'
import { listMaintenance } from '@ochno/contract/maintenance'
import { readDataNotice } from '@ochno/contract/protection'
import type { Route, SocketRoute } from '@ochno/contract/route'
import { listMySessions } from '@ochno/contract/sessions'
import { readMe, setLanguage, signOut } from '@ochno/contract/sign-in'
import { openTicket, readHelp } from '@ochno/contract/support'
import { forgetTrial, readTrial, saveTrial } from '@ochno/contract/trial'
import type { SessionId } from '@ochno/domain/ids'

/** What somebody needs at the door beside the session itself. */
const besides = new Set(
  [
    readMe,
    signOut,
    setLanguage,
    listMySessions,
    readMyEquipment,
    probePing,
    probeDown,
    probeUp,
    saveCheck,
    acknowledgeCheck,
    readTrial,
    saveTrial,
    forgetTrial,
    takeIdentity,
    readHelp,
    openTicket,
    listMaintenance,
    readDataNotice,
  ].map(({ method, path }) => `${method} ${path}`),
)

type Named = Pick<Route, 'method' | 'path' | 'can'> | Pick<SocketRoute, 'path' | 'can'>

/** An appeal is filed by who knows the password: a code is held by whoever gave it, too. */
export function refuseByCode(
  only: SessionId | null | undefined,
  route: Named,
  params: unknown,
): 'not_found' | 'forbidden' | null {
  if (only == null || route.can === 'public') return null
  const sid = (params as { readonly sid?: unknown } | undefined)?.sid
  if (sid !== undefined) return sid !== only ? 'not_found' : route.can === 'appeal.file' ? 'forbidden' : null
  return 'method' in route && besides.has(`${route.method} ${route.path}`) ? null : 'forbidden'
}
