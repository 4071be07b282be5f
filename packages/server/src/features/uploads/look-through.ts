// Every file is looked at before anybody keeps it: kind and size, then malware. A paper or a list that can not be looked at is not
// taken (R0-5.1c).
import type { Instant } from '@ochno/domain/time'
import {
  type ChosenPurpose,
  chosenPurposes,
  mostOf,
  refuseUpload,
  type UploadKind,
  type UploadPurpose,
  type UploadRule,
  uploadKind,
  uploadPurposes,
  withinMost,
} from '@ochno/domain/upload/rules'
import type { UploadsView } from '@ochno/contract/uploads'
import { type Asker, no } from '../../ports/asking.ts'
import type { Log } from '../../ports/log.ts'
import type { Scanner } from '../../ports/uploads.ts'
import type { Store, Tx } from '../../ports/store.ts'

export type UploadDeps = {
  readonly store: Store
  readonly log: Log
  /** Null: whoever runs the server named none. */
  readonly scan: Scanner | null
  /** It did not answer when it was last asked. */
  readonly silent: () => boolean
}
export type Sent = { readonly purpose: UploadPurpose; readonly bytes: Uint8Array }

const isChosen = (purpose: UploadPurpose): purpose is ChosenPurpose =>
  (chosenPurposes as readonly UploadPurpose[]).includes(purpose)

const ruleOf = async (tx: Tx, purpose: UploadPurpose): Promise<UploadRule> =>
  withinMost(purpose, isChosen(purpose) ? await tx.uploads.chosen(purpose) : null)

/**
 * A whole class does not stand before its exam because the scanner is silent: what our own page took with camera and microphone is a
 * picture or a sound by its bytes, the door draws it anew or checks it, and nobody ever opens it as a file.
 */
const ownPage = (purpose: UploadPurpose, bytes: Uint8Array): boolean => {
  const kind = uploadKind(bytes)
  const taken: readonly UploadKind[] = mostOf.identity.kinds
  return purpose === 'identity' && kind !== null && taken.includes(kind)
}

export async function lookThrough(deps: UploadDeps, asker: Asker, { purpose, bytes }: Sent, now: Instant) {
  const rule = await deps.store.inTenant(asker.tenant, (tx) => ruleOf(tx, purpose))
  const why = refuseUpload(purpose, rule, bytes)
  const looked = why ?? (deps.scan === null ? 'not_scanned' : await deps.scan(bytes))
  const silent = looked === 'unavailable'
  if (silent) deps.log.error('uploads.scanner_away', {})
  const found = silent && ownPage(purpose, bytes) ? 'not_scanned' : looked
  const refused = found !== 'clean' && found !== 'not_scanned'
  // What the door takes it writes down itself; that nobody looked it through does not stand there.
  if (refused || silent || purpose !== 'identity')
    await deps.store.inTenant(asker.tenant, (tx) =>
      tx.audit({
        at: now,
        tenant: asker.tenant,
        actor: asker.account,
        role: asker.roles[0] ?? 'system',
        action: refused ? 'upload.refused' : 'upload.looked_through',
        object: asker.tenant,
        purpose: 'upload',
        result: refused ? 'refused' : 'ok',
        details: { purpose, kind: uploadKind(bytes), bytes: bytes.length, found },
      }),
    )
  if (why !== null) return no(why)
  if (found === 'infected') return no('infected')
  return found === 'unavailable' ? no('scan_unavailable') : { ok: true as const }
}

async function view(deps: UploadDeps, tx: Tx): Promise<UploadsView> {
  const rules: UploadsView['rules'] = []
  for (const purpose of uploadPurposes) {
    const { maxBytes, kinds } = await ruleOf(tx, purpose)
    const most: UploadRule = mostOf[purpose]
    rules.push({
      purpose,
      chosen: isChosen(purpose),
      maxBytes,
      kinds: [...kinds],
      most: { maxBytes: most.maxBytes, kinds: [...most.kinds] },
    })
  }
  return { rules, scanned: deps.scan !== null, silent: deps.silent() }
}

export const readUploads = (deps: UploadDeps, { tenant }: Asker) =>
  deps.store.inTenant(tenant, (tx) => view(deps, tx))

export const chooseUploads = (
  deps: UploadDeps,
  asker: Asker,
  purpose: ChosenPurpose,
  rule: UploadRule,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const within = withinMost(purpose, rule)
    if (within.kinds.length === 0) return no('kind_not_allowed')
    const before = await ruleOf(tx, purpose)
    await tx.uploads.choose(purpose, within, asker.account, now)
    await tx.audit({
      at: now,
      tenant: asker.tenant,
      actor: asker.account,
      role: asker.roles[0] ?? 'system',
      action: 'upload.rule',
      object: asker.tenant,
      purpose: 'data protection',
      result: 'ok',
      details: { purpose, before, after: within },
    })
    return { ok: true as const, body: await view(deps, tx) }
  })

/** In two pieces, so that no scanner takes this file itself for one. */
const TEST_STRING = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('')

export async function tryScanner({ scan }: Pick<UploadDeps, 'scan'>) {
  if (scan === null) return 'off'
  const found = await scan(new TextEncoder().encode(TEST_STRING))
  return found === 'infected' ? 'works' : found === 'clean' ? 'misses' : 'unavailable'
}
