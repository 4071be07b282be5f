import type { Sight } from '@ochno/domain/access/sight'
import type { TenantId } from '@ochno/domain/ids'

export type Sights = {
  /** Whether everything these ids name is there for this person. */
  readonly sees: (tenant: TenantId, sight: Sight, ids: readonly string[]) => Promise<boolean>
  /** Whatever is read of the store in `work` is narrowed by the database itself. */
  readonly within: <T>(sight: Sight, work: () => Promise<T>) => Promise<T>
}
