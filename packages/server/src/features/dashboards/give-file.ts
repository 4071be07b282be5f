// Who takes a report away is written down before a byte leaves.
import type { PrintedList } from '@ochno/domain/document/model'
import type { Instant } from '@ochno/domain/time'
import { type DashboardDeps, type Reader, tookFile } from './deps.ts'

export type FileKind = 'csv' | 'xlsx'

export async function giveFile(
  deps: DashboardDeps,
  reader: Reader,
  { what, object, sheet }: { readonly what: string; readonly object: string; readonly sheet: PrintedList },
  as: FileKind,
  now: Instant,
) {
  await deps.store.inTenant(reader.tenant, (tx) => tookFile(tx, reader, what, object, as, now))
  return { made: await deps.printer[as](sheet), name: sheet.name }
}
