// Every form the product can make, each with an invented example: for the gallery, the printing check and the tests.
import type { Formed, FormId, PrintedDocument } from './model.ts'
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
}

const samples: Readonly<Partial<Record<FormId, () => Formed>>> = {
  ...of000,
  ...of001,
  ...of002,
  ...of003,
  ...of004,
  ...ofAll,
}

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
