import { beginningRoutes } from '@ochno/contract/controls'
import { doorRoutes } from '@ochno/contract/door'
import { fileSeal } from '../adapters/media-crypto/file-seal.ts'
import type { KeyEncryption } from '../adapters/media-crypto/media-keys.ts'
import { postgresForgetfulTenants } from '../adapters/postgres/door.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { postgresAccessJournal } from '../adapters/postgres/watching.ts'
import { sha256 } from '@ochno/evidence/node/hash'
import type { DoorDeps } from '../features/door/deps.ts'
import { makeFrames } from '../features/door/frames.ts'
import { beginningHandlers, doorHandlers } from '../http/door.ts'
import { forgetIdentityCrontab, forgetIdentityTasks } from '../jobs/forget-identity.ts'
import type { DiskState } from '../ports/disk.ts'
import type { ObjectStore } from '../ports/objects.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeDoor(
  base: Base,
  from: {
    readonly kek: readonly KeyEncryption[]
    readonly objects: ObjectStore
    readonly disk: () => DiskState
  },
): Part {
  const { pools, clock, ids, log, audit } = base
  const deps: DoorDeps = {
    store: postgresStore(pools.app, ids),
    ids,
    clock,
    log,
    audit,
    journal: postgresAccessJournal(pools.app),
    objects: from.objects,
    seal: fileSeal(from.kek, 'identity'),
    digest: sha256,
    frames: makeFrames(clock.mono),
    diskTakesNew: () => from.disk().takesNew,
  }
  return {
    routes: [
      ...mounted(doorRoutes, doorHandlers(deps)),
      ...mounted(beginningRoutes, beginningHandlers(deps)),
    ],
    tasks: forgetIdentityTasks({ ...deps, tenants: postgresForgetfulTenants(pools.auth) }),
    crontab: forgetIdentityCrontab,
  }
}
