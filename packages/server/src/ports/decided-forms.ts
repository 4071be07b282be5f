import type { PrintedDocument } from '@ochno/domain/document/model'
import type { SessionId } from '@ochno/domain/ids'
import type { Tx } from './store.ts'

/** What the act's forms say once the decision is made: column 8 of 004 App. 4. */
export type DecidedForms = (
  tx: Tx,
  session: SessionId,
  decided: { readonly manager: string; readonly lmsGrade: string; readonly result: string },
) => Promise<readonly PrintedDocument[]>
