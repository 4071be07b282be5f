// Every form the product can make, each with an invented example: for the gallery, the printing check and the tests.
import type { Formed, FormId, PrintedDocument } from './model.ts'
import { of001 } from './sample/of-001.ts'
import { of004 } from './sample/of-004.ts'

export type Form = {
  readonly id: FormId
  readonly name: string
  readonly sample: () => PrintedDocument
}

const samples: Readonly<Partial<Record<FormId, () => Formed>>> = { ...of001, ...of004 }

export const forms: readonly Form[] = (Object.entries(samples) as [FormId, () => Formed][]).map(
  ([id, make]) => {
    const sample = () => whole(id, make())
    return { id, name: sample().name, sample }
  },
)

function whole(id: FormId, formed: Formed): PrintedDocument {
  if (formed.ok) return formed.document
  throw new Error(`${id} lacks ${formed.missing.map(({ field }) => field).join(', ')}`)
}
