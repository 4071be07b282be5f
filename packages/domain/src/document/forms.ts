// Every form the product can make, each with an invented example: for the gallery, the printing check and the tests.
import { blank0011 } from './f-001-1.ts'
import { blank0043 } from './f-004-3.ts'
import { blank0044 } from './f-004-4.ts'
import { blank0045 } from './f-004-5.ts'
import type { Formed, FormId, PrintedDocument } from './model.ts'
import { quality, trainingCentre } from './sample/institutions.ts'
import { of000 } from './sample/of-000.ts'
import { of001 } from './sample/of-001.ts'
import { of002 } from './sample/of-002.ts'
import { of003 } from './sample/of-003.ts'
import { of004 } from './sample/of-004.ts'
import { ofAll } from './sample/of-all.ts'

export type Form = {
  readonly id: FormId
  readonly name: string
  readonly sample: () => PrintedDocument
  /** As the act prints it, to be filled in by hand. */
  readonly blank?: () => PrintedDocument
}

const samples: Readonly<Partial<Record<FormId, () => Formed>>> = {
  ...of000,
  ...of001,
  ...of002,
  ...of003,
  ...of004,
  ...ofAll,
}

const who = { institution: trainingCentre, quality }

const blanks: Readonly<Partial<Record<FormId, () => PrintedDocument>>> = {
  'F-001-1': blank0011,
  'F-004-3': () => blank0043(who),
  'F-004-4': () => blank0044(who),
  'F-004-5': () => blank0045(who),
}

export const forms: readonly Form[] = (Object.entries(samples) as [FormId, () => Formed][]).map(
  ([id, make]) => {
    const sample = () => whole(id, make())
    const blank = blanks[id]
    return { id, name: sample().name, sample, ...(blank ? { blank } : {}) }
  },
)

function whole(id: FormId, formed: Formed): PrintedDocument {
  if (formed.ok) return formed.document
  throw new Error(`${id} lacks ${formed.missing.map(({ field }) => field).join(', ')}`)
}
