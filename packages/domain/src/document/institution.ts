import { aside, centred, space } from './blocks.ts'
import type { Block, FormId, PageHead, PrintedDocument } from './model.ts'

/** What a document says about who issues it; from the institution's settings, in the cases Russian needs. */
export type Institution = {
  readonly name: string
  readonly dative: string
  readonly short: string
  readonly address: string
  readonly city: string
  /** An IANA zone: every time on paper is of this clock. */
  readonly zone: string
}

/** The quality-management head of 004: a code and the title of the act (R4-0c). */
export type QualityHead = { readonly code: string; readonly act: string }

export const pageHead = (institution: Institution, { code, act }: QualityHead): PageHead => ({
  left: ['Внутренняя система менеджмента качества', code],
  centre: [],
  right: [
    institution.short === institution.name ? institution.name : `${institution.name} (${institution.short})`,
    act,
  ],
})

export const letterhead = (institution: Institution): readonly Block[] => [
  centred({ bold: institution.name }),
  centred(`${institution.address}`),
  space,
]

/** «Приложение N к Регламенту», as 004 opens its annexes. */
export const appendixOf004 = (no: number): readonly Block[] => [
  aside(`Приложение ${no}`),
  aside('к Регламенту'),
]

/** The shape of every document whose form no act gives: the issuer above, or the head that 004 prescribes. */
export function ownForm(
  form: FormId,
  name: string,
  who: { readonly institution: Institution; readonly quality?: QualityHead | null },
  blocks: readonly Block[],
): PrintedDocument {
  const { institution, quality } = who
  return {
    form,
    name,
    language: 'ru',
    page: 'portrait',
    ...(quality ? { head: pageHead(institution, quality) } : {}),
    body: [...(quality ? [] : letterhead(institution)), ...blocks],
  }
}
