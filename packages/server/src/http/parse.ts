// The border: parameters, query and body are read once by the schemas of the route, then trusted.
import type { Route } from '@ochno/contract/route'
import { z } from 'zod'

export type Raw = { readonly params: unknown; readonly query: unknown; readonly body: unknown }
export type Read =
  | { readonly ok: true; readonly input: Raw }
  | { readonly ok: false; readonly part: 'params' | 'query' | 'body'; readonly fields: readonly string[] }

const nothing = z.strictObject({})

type Shapes = Pick<Route, 'params' | 'query' | 'body'>

export function readInput(route: Shapes, raw: Raw): Read {
  const input: Record<string, unknown> = {}
  const parts = [
    ['params', route.params, raw.params],
    ['query', route.query ?? nothing, raw.query],
    ['body', route.body === 'octets' ? undefined : route.body, raw.body],
  ] as const
  for (const [part, schema, value] of parts) {
    if (!schema) continue
    const read = schema.safeParse(value)
    if (!read.success) {
      // The names of fields of our own schemas, never what was typed into them.
      const fields = read.error.issues.map((issue) =>
        issue.path.filter((key) => typeof key === 'string').join('.'),
      )
      return {
        ok: false,
        part,
        fields: [...new Set(fields)].filter((name) => name !== '' && name.length < 100),
      }
    }
    input[part] = read.data
  }
  return { ok: true, input: { params: input.params, query: input.query, body: input.body } }
}

/** `/api/sessions/:sid` as a pattern; a value holds no slash. */
export function pathPattern(path: string): { match: (url: string) => Record<string, string> | null } {
  const names: string[] = []
  const source = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:(\w+)/g, (_, name: string) => {
    names.push(name)
    return '([^/]+)'
  })
  const pattern = new RegExp(`^${source}$`)
  return {
    match: (url) => {
      const found = pattern.exec(url)
      if (!found) return null
      try {
        return Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1] as string)]))
      } catch {
        return null
      }
    },
  }
}
