// Security.md 4.5: what the examinee may keep to prove that a record was accepted, with this hash, at this time.
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import { base64 } from '@ochno/evidence/bytes'
import { canonical } from '@ochno/evidence/jcs'
import { chainNext, genesis } from '@ochno/evidence/node/chain'
import { receiptOf } from '@ochno/evidence/receipt'
import { type EvidenceDeps, type No, no } from './deps.ts'
import { sessionRecords } from './session-records.ts'

type Deps = Pick<EvidenceDeps, 'manifests' | 'recordings' | 'keys'>

/** One JSON document: the receipts as signed and the keys to check them with. */
export async function listReceipts(
  deps: Deps,
  examinee: { readonly account: AccountId; readonly tenant: TenantId },
  session: SessionId,
): Promise<{ ok: true; text: Iterable<string> } | No<'not_found'>> {
  const history = await deps.manifests.history(session)
  if (history?.tenant !== examinee.tenant || history.examinee !== examinee.account) return no('not_found')
  const tracks = await sessionRecords(deps.recordings, examinee.tenant, session)
  const keys = deps.keys.publicKeys().filter(({ use }) => use === 'receipt')
  return {
    ok: true,
    text: (function* () {
      yield `{"session":${canonical(session)},"keys":${canonical(keys)},"receipts":[`
      let first = true
      for (const { tid, nonce, records } of tracks) {
        let link = genesis(session, tid, nonce)
        for (const { meta, sig, keyId } of records.toSorted((a, b) => a.meta.n - b.meta.n)) {
          link = chainNext(link, meta)
          yield `${first ? '' : ','}\n${canonical({ receipt: receiptOf(meta, link), sig: base64(sig), key: keyId })}`
          first = false
        }
      }
      yield '\n]}\n'
    })(),
  }
}
