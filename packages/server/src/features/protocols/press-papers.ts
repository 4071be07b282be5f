// Papers are made once, sealed and kept: what is read later is what was signed.
import type { PrintedDocument } from '@ochno/domain/document/model'
import type { TenantId } from '@ochno/domain/ids'
import type { Ids } from '../../ports/ids.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { Printer } from '../../ports/print.ts'
import type { PaperPress, PaperSeal, SessionPaper } from '../../ports/protocols.ts'

export type PressDeps = {
  readonly ids: Ids
  readonly printer: Printer
  readonly objects: ObjectStore
  readonly seal: PaperSeal
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  readonly diskTakes: () => boolean
}

export const paperKey = (tenant: TenantId, id: string): string => `p/${tenant}/${id}`

export const paperPress =
  (deps: PressDeps): PaperPress =>
  async (tenant, session, edition, documents, at) => {
    if (!deps.diskTakes()) return { ok: false, why: 'disk' }
    const papers: SessionPaper[] = []
    for (const document of documents)
      for (const kind of ['pdf', 'docx'] as const) {
        const made = await deps.printer[kind](document)
        if (!made.ok)
          return {
            ok: false,
            why: made.why === 'busy' || made.why === 'too_slow' ? 'print_busy' : 'print_failed',
          }
        papers.push(await keep(deps, tenant, document, kind, made.bytes, { session, edition, at }))
      }
    return { ok: true, papers }
  }

async function keep(
  deps: PressDeps,
  tenant: TenantId,
  document: PrintedDocument,
  kind: SessionPaper['kind'],
  bytes: Uint8Array,
  {
    session,
    edition,
    at,
  }: Pick<SessionPaper, 'session' | 'edition'> & { readonly at: SessionPaper['madeAt'] },
): Promise<SessionPaper> {
  const id = deps.ids.make<'ppr'>('ppr')
  const { key, stored } = deps.seal.seal(id, bytes)
  await deps.objects.put(paperKey(tenant, id), stored)
  return {
    id,
    session,
    edition,
    form: document.form,
    name: document.name,
    kind,
    bytes: bytes.length,
    sha256: deps.sha256(bytes),
    key,
    madeAt: at,
  }
}
