// What a person keeps of an answer: the text word for word, its hash, who answered and when. Also of an answer «не согласен».
import type { ConsentKind } from '../consent/rules.ts'
import type { Wording } from '../consent/wording.ts'
import { fields, para, title } from './blocks.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Block, FormId, PrintedDocument } from './model.ts'

const forms = {
  proctoring_informed: 'F-000-1',
  video_disputes: 'F-000-1',
  biometric: 'F-004-5',
  third_party_transfer: 'F-004-5',
  account_binding: 'F-ALL-3',
} as const satisfies Record<ConsentKind, FormId>

export type ConsentCopy = {
  readonly institution: Institution
  readonly examinee: string
  readonly wording: Wording
  readonly answer: 'agreed' | 'refused'
  readonly signatures: readonly {
    readonly who: 'examinee' | 'representative'
    readonly name: string
    readonly at: string
  }[]
  /** Day the consent began, and the day it ended if it did, as printed. */
  readonly signedOn: string | null
  readonly endedOn: string | null
  /** Signed by hand: where the original lies is said instead of an electronic mark. */
  readonly onPaper: boolean
  /** Hex SHA-256 of the text. */
  readonly sha256: string
}

const who = { examinee: 'Обучающийся', representative: 'Законный представитель' } as const

export function consentCopy(copy: ConsentCopy): PrintedDocument {
  const { wording, examinee } = copy
  const blocks: Block[] = [
    title(wording.title, 'Копия'),
    para(`Обучающийся: ${examinee}`),
    ...wording.blocks.flatMap((one): Block[] => [
      { kind: 'heading', level: 2, text: one.title },
      para(one.legal),
    ]),
    fields('Ответ', [
      [wording.question, copy.answer === 'agreed' ? 'согласен' : 'не согласен'],
      ...copy.signatures.map((one): readonly [string, string] => [who[one.who], `${one.name}, ${one.at}`]),
      ['Как дано', copy.onPaper ? 'на бумаге; оригинал хранится в учреждении' : 'на странице «Согласия»'],
      ...(copy.signedOn ? [['Действует с', copy.signedOn] as const] : []),
      ...(copy.endedOn ? [['Действие окончено', copy.endedOn] as const] : []),
    ]),
    para(`SHA-256 текста: ${copy.sha256}`),
  ]
  return ownForm(forms[wording.kind], wording.title, copy, blocks)
}
