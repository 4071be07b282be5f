// F-ALL-4 and the extract of the log that goes with it; both are made from rows that never change again.
import { dayAt } from '@ochno/domain/document/dates'
import { formAll4 } from '@ochno/domain/document/f-all-4'
import type { SessionId } from '@ochno/domain/ids'
import { base64 } from '@ochno/evidence/bytes'
import type { Destruction, DestructionId, Tombstone } from '../../ports/retention.ts'
import type { Tx } from '../../ports/store.ts'
import { type Keeper, no, type RetentionDeps, zoneOf } from './deps.ts'

async function doneAct(tx: Tx, id: DestructionId) {
  const act = await tx.retention.destruction(id)
  if (!act) return no('not_found')
  if (act.state !== 'destroyed' || !act.destroyedAt) return no('not_now')
  return {
    ok: true as const,
    act,
    at: act.destroyedAt,
    stones: await tx.retention.tombstones(id),
    zone: await zoneOf(tx),
  }
}

export async function printDestruction(
  deps: Pick<RetentionDeps, 'store' | 'printer'>,
  keeper: Keeper,
  id: DestructionId,
  as: 'pdf' | 'docx',
) {
  const read = await deps.store.inTenant(keeper.tenant, async (tx) => {
    const found = await doneAct(tx, id)
    if (!found.ok) return found
    const { name, zone } = await tx.institutions.own()
    const setting = await tx.papers.setting()
    const institution = {
      name: setting?.name || name,
      dative: setting?.dative || name,
      short: setting?.short || name,
      address: setting?.address ?? '',
      city: setting?.city ?? '',
      zone,
    }
    return { ...found, institution }
  })
  if (!read.ok) return read
  const { act, at, stones, zone, institution } = read
  const formed = formAll4({
    institution,
    registration: { number: String(act.number), on: dayAt(at, zone), template: 'F-ALL-4' },
    recordings: stones.map(({ session, recordedOn, sha256 }) => ({
      id: session,
      on: recordedOn,
      hash: sha256,
    })),
    ground: act.ground,
    destroyedOn: dayAt(at, zone),
    commission: [
      { role: 'Акт составил(а)', name: act.preparedName },
      { role: 'Уничтожение подтвердил(а)', name: act.confirmedName ?? '' },
    ],
  })
  if (!formed.ok) return { ...no('paper_lacks'), fields: formed.missing.map(({ field }) => field) }
  const printed = await deps.printer[as](formed.document)
  if (printed.ok) return { ok: true as const, bytes: printed.bytes, name: formed.document.name }
  return no(printed.why === 'busy' ? ('busy' as const) : ('print_failed' as const))
}

/** A text a spreadsheet would take for a formula is made plain. */
export const cell = (text: string): string => `"${text.replace(/^[=+\-@\t]/, "'$&").replaceAll('"', '""')}"`

function extractText(act: Destruction, stones: readonly Tombstone[]): string {
  const head = [
    'Акт №',
    'Субъект персональных данных',
    'Категории уничтоженных данных',
    'Информационная система',
    'Экзамен',
    'Запись',
    'Дата записи',
    'SHA-256 манифеста',
    'Причина уничтожения',
    'Ключ уничтожен (UTC)',
    'Файлы удалены (UTC)',
    'Удалено файлов',
    'Составил(а)',
    'Подтвердил(а)',
  ]
  const rows = stones.map((one) => [
    String(act.number),
    one.examinee,
    'Видеозапись и звукозапись экзамена, указатель записи',
    'Очно',
    one.examTitle,
    one.session,
    one.recordedOn.toString(),
    one.sha256,
    act.ground,
    one.keyDestroyedAt?.toString() ?? '',
    one.objectsDestroyedAt?.toString() ?? '',
    String(one.objects ?? 0),
    act.preparedName,
    act.confirmedName ?? '',
  ])
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}

export const extractDestruction = (deps: Pick<RetentionDeps, 'store'>, keeper: Keeper, id: DestructionId) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const found = await doneAct(tx, id)
    if (!found.ok) return found
    return {
      ok: true as const,
      bytes: new TextEncoder().encode(extractText(found.act, found.stones)),
      name: `Выгрузка из журнала к акту ${found.act.number}`,
    }
  })

/** The manifest as it was signed, with all keys that ever signed here. */
export async function takeProof(
  { manifests, keys }: Pick<RetentionDeps, 'manifests' | 'keys'>,
  keeper: Keeper,
  session: SessionId,
) {
  const signed = await manifests.find(keeper.tenant, session)
  if (!signed) return no('not_found')
  const proof = {
    session,
    manifest: new TextDecoder().decode(signed.body),
    signature: base64(signed.sig),
    key: signed.keyId,
    closedAt: signed.closedAt.toString(),
    keys: keys.publicKeys(),
  }
  return { ok: true as const, bytes: new TextEncoder().encode(`${JSON.stringify(proof, null, 1)}\n`) }
}
