// A value a schema of the contract accepts, so that the answer of a route is about its object and not about the body.
import { z } from 'zod'

type Shape = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly minItems?: number
  readonly minimum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly format?: string
  readonly pattern?: string
}

/** What stands where anybody may write anything. */
type FreeText = (shape: Shape, name: string) => string
const shortest: FreeText = ({ minLength = 1 }) => 'x'.repeat(Math.max(minLength, 1))

function made(shape: Shape, free: FreeText, field = ''): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const [one, ...others] = shape.anyOf ?? shape.oneOf ?? shape.allOf ?? []
  if (one) return others.some(({ type }) => type === 'null') ? null : made(one, free, field)
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        (shape.required ?? []).map((name) => [name, made(shape.properties?.[name] ?? {}, free, name)]),
      )
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => made(shape.items ?? {}, free, field))
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 1, 1)
    case 'boolean':
      return false
    case 'null':
      return null
    default:
      return text(shape, free, field)
  }
}

const words = ['a'.repeat(16), '0'.repeat(32), '0'.repeat(64), '2026-12-02', '2026-12-02T09:00:00Z', 'log-1']
const formats: Readonly<Record<string, string>> = {
  'date-time': '2026-12-02T09:00:00Z',
  date: '2026-12-02',
  uri: 'https://example.org/',
}

function text(shape: Shape, free: FreeText, field: string): string {
  const { pattern = '', format = '' } = shape
  const id = /^\^([a-z]{3})_/.exec(pattern)?.[1]
  if (id) return `${id}_${'a'.repeat(26)}`
  const known = formats[format] ?? (pattern && words.find((word) => new RegExp(pattern).test(word)))
  return known || free(shape, field)
}

const shapeOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape

export const sampleOf = (schema: z.ZodType, free: FreeText = shortest): unknown => made(shapeOf(schema), free)

/** The same with every field that may be left out. */
export function fullSampleOf(schema: z.ZodType, free: FreeText): unknown {
  const shape = shapeOf(schema)
  return made({ ...shape, required: Object.keys(shape.properties ?? {}) }, free)
}
