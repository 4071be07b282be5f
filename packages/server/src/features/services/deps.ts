import { adminFirst, type Asker, lines } from '../../ports/asking.ts'
import type { Audit } from '../../ports/audit.ts'
import type { ScanSeal } from '../../ports/consents.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { Store } from '../../ports/store.ts'

export { no } from '../../ports/asking.ts'

export type ServiceDeps = { readonly store: Store; readonly ids: Ids }

export type FileDeps = ServiceDeps & {
  readonly objects: ObjectStore
  readonly seal: ScanSeal
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  readonly audit: Audit
  readonly log: Log
  readonly diskTakes: () => boolean
}

export type Keeper = Asker

export const objectKey = (tenant: string, id: string) => `c/${tenant}/${id}`

/** After their keys are gone from the register: cut off in between, what stays can not be read. */
export async function removeSealed(
  { objects }: Pick<FileDeps, 'objects'>,
  { tenant }: Keeper,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) await objects.remove(objectKey(tenant, id))
}

export const entry = lines({ purpose: 'administration', prefix: 'service.', role: adminFirst })
