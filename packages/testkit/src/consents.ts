// Consents that a test is not about: given by whoever takes the exam, where its rules demand them before the camera.
import { randomBytes } from 'node:crypto'
import { listExamConsents } from '@ochno/contract/consent-register'
import { guardsEntry } from '@ochno/domain/consent/demand'
import { type AccountId, type ExamId, idFrom, type TenantId } from '@ochno/domain/ids'
import type { Client } from './client.ts'
import type { TestDatabase } from './database.ts'

/** Written past the fence; whoever has answered already, or said no, is left as he is. */
export async function demandedGiven(
  database: Pick<TestDatabase, 'owner'>,
  of: {
    readonly tenant: TenantId
    readonly admin: Client
    readonly exam: ExamId
    readonly examinee: AccountId
    readonly nowMs: () => number
  },
): Promise<void> {
  // Asked of the server, so that the text of each kind is kept.
  const { rows } = await of.admin.done(listExamConsents, { params: { eid: of.exam } })
  const kinds = new Set(rows.flatMap(({ consents }) => consents.map(({ kind }) => kind)).filter(guardsEntry))
  for (const kind of kinds) {
    const at = new Date(of.nowMs())
    await database.owner(
      `insert into consent (id, tenant_id, account_id, kind, state, wording_id, signatures, signed_on, signed_at, created_at, changed_at)
       select $1, $2, $3, $4, 'active', id, jsonb_build_array(jsonb_build_object('signer', 'examinee', 'by', $3::text, 'name', 'Тест', 'at', $5::text)),
         $6::date, $7, $7, $7
       from consent_text where tenant_id = $2 and kind = $4
         and not exists (select from consent where account_id = $3 and kind = $4)
       order by created_at desc limit 1`,
      [
        idFrom('cns', randomBytes(16)),
        of.tenant,
        of.examinee,
        kind,
        at.toISOString(),
        at.toISOString().slice(0, 10),
        at,
      ],
    )
  }
}
