// Pictures and sounds of the door end with their term; what a newer one replaced ends within the hour.
import type { TaskList } from 'graphile-worker'
import type { DoorDeps } from '../features/door/deps.ts'
import { forgetDue } from '../features/door/owner-and-provider.ts'
import type { ForgetfulTenants } from '../ports/door.ts'

export const forgetIdentityTasks = (
  deps: Pick<DoorDeps, 'store' | 'objects' | 'clock'> & { readonly tenants: ForgetfulTenants },
): TaskList => ({
  forget_identity: async () => {
    const now = deps.clock.now()
    for (const tenant of await deps.tenants(now)) await forgetDue(deps, tenant, now)
  },
})

export const forgetIdentityCrontab = '41 * * * * forget_identity'
