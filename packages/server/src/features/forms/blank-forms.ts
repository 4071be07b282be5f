// Papers of the act in force, empty: the institution's name on them and nobody's data.
import type { FileKind, FormLine } from '@ochno/contract/forms'
import type { BlankId } from '@ochno/domain/document/blank-ids'
import { blankForm, blankList, type Who } from '@ochno/domain/document/blanks'
import { HAND } from '@ochno/domain/document/hand-filled'
import { type FormEntry, formEntries, formsOf } from '@ochno/domain/document/purposes'
import { withoutTypos } from '@ochno/domain/document/typos'
import { type ActNumber, isActNumber } from '@ochno/domain/regulation/acts'
import type { Instant } from '@ochno/domain/time'
import type { PaperSetting } from '../../ports/papers.ts'
import type { Tx } from '../../ports/store.ts'
import type { FormDeps, Reader } from './deps.ts'
import type { Sheet } from './press.ts'

const inForce = async (tx: Tx) => (await tx.acts.list()).find(({ state }) => state === 'effective') ?? null

const unset = (name: string): PaperSetting => ({
  name,
  dative: '',
  short: '',
  address: '',
  city: '',
  fixTypos: false,
})

async function settingOf(tx: Tx): Promise<PaperSetting> {
  return (await tx.papers.setting()) ?? unset((await tx.institutions.own()).name)
}

async function standing(tx: Tx) {
  const edition = await inForce(tx)
  const preset = edition?.policy.act ?? null
  return { edition, act: preset !== null && isActNumber(preset) ? preset : null }
}

const kindsOf = (id: BlankId): FileKind[] =>
  'list' in formEntries[id] ? ['pdf', 'docx', 'xlsx', 'csv'] : ['pdf', 'docx']

const clausesOf = ({ clauses }: FormEntry, only: ActNumber | null) =>
  Object.entries(clauses)
    .filter(([act]) => only === null || act === only)
    .map(([act, clause]) => ({ act, clause }))

const handOr = (text: string): string => (text === '' ? HAND : text)

function whoOf(setting: PaperSetting, card: { title: string; code: string | null } | null): Who {
  const { name, dative, short, address, city } = setting
  return {
    institution: {
      name,
      dative: handOr(dative),
      short: short || name,
      address: handOr(address),
      city: handOr(city),
      zone: 'UTC',
    },
    quality: card?.code ? { code: card.code, act: card.title } : null,
  }
}

export const listForms = (deps: FormDeps, reader: Reader) =>
  deps.store.inTenant(reader.tenant, async (tx) => {
    const { edition, act } = await standing(tx)
    const setting = await settingOf(tx)
    const who = whoOf(setting, edition?.card ?? null)
    return {
      act,
      inForce: edition !== null,
      setting: { ...setting },
      rows: formsOf(act).map(
        ({ id, entry }): FormLine => ({
          id,
          name: blankForm(id, who).name,
          purpose: entry.purpose,
          clauses: clausesOf(entry, act),
          kinds: kindsOf(id),
        }),
      ),
    }
  })

export async function printBlank(deps: FormDeps, reader: Reader, id: BlankId, as: FileKind) {
  const { document, offered } = await deps.store.inTenant(reader.tenant, async (tx) => {
    const { edition, act } = await standing(tx)
    const setting = await settingOf(tx)
    const blank = blankForm(id, whoOf(setting, edition?.card ?? null))
    return {
      document: setting.fixTypos ? withoutTypos(blank) : blank,
      offered: formsOf(act).some((form) => form.id === id) && kindsOf(id).includes(as),
    }
  })
  const sheet = offered ? sheetOf(document, as) : null
  if (!sheet) return { ok: false as const, why: 'not_found' as const }
  const printed = await deps.press(sheet, reader.account)
  if (printed.ok) return { ok: true as const, bytes: printed.bytes, name: document.name }
  const { why } = printed
  return { ok: false as const, why: why === 'busy' || why === 'too_many' ? why : ('print_failed' as const) }
}

function sheetOf(document: ReturnType<typeof blankForm>, as: FileKind): Sheet | null {
  if (as === 'pdf' || as === 'docx') return { as, document }
  const list = blankList(document)
  return list && { as, list }
}

export const changePaperSetting = (deps: FormDeps, keeper: Reader, setting: PaperSetting, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    await tx.institutions.own()
    const before = await tx.papers.setting()
    await tx.papers.set(setting, keeper.account, now)
    await tx.audit({
      at: now,
      tenant: keeper.tenant,
      actor: keeper.account,
      role: 'admin',
      action: 'forms.setting',
      object: keeper.tenant,
      purpose: 'administration',
      result: 'ok',
      details: { before, after: setting },
    })
    return { ok: true as const, body: { ...setting } }
  })
