// OpenAPI 3.1 from the same list that is mounted, so that nothing is served undescribed (API9).
import { type RefusalCode, refusals } from '@ochno/contract/refusals'
import type { Route } from '@ochno/contract/route'
import { z } from 'zod'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

const ALWAYS: readonly RefusalCode[] = ['malformed', 'not_found', 'internal', 'unavailable']

export function openApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ochno',
      version,
      description:
        'Requests that change something need the headers of a page of this origin: Origin and Sec-Fetch-Site: same-origin.',
    },
    paths,
    components: {
      securitySchemes: { signIn: { type: 'apiKey', in: 'cookie', name: '__Host-sid' } },
      schemas: {
        Refusal: {
          type: 'object',
          required: ['code', 'message', 'requestId'],
          properties: {
            code: { type: 'string', enum: Object.keys(refusals) },
            message: { type: 'string' },
            requestId: { type: ['string', 'null'] },
            retryAfterS: { type: 'integer' },
            fields: { type: 'array', items: { type: 'string' } },
          },
        },
      },
    },
  }
}

function operation(route: Route): Json {
  const parameters = [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')]
  return {
    summary: route.summary,
    operationId: `${route.method} ${route.path}`,
    ...(parameters.length ? { parameters } : {}),
    ...(route.body ? { requestBody: { required: true, content: bodyOf(route, route.body) } } : {}),
    responses: responsesOf(route),
    security: route.can === 'public' ? [] : [{ signIn: [] }],
    'x-policy': route.can,
    ...(route.stepUp ? { 'x-step-up': true } : {}),
  }
}

const bodyOf = ({ form }: Route, schema: NonNullable<Route['body']>): Json => {
  const content = contentOf(schema, 'input')
  return form ? { 'application/x-www-form-urlencoded': content['application/json'] as Json } : content
}

const contentOf = (schema: z.ZodType | 'octets', io: 'input' | 'output'): Json =>
  schema === 'octets'
    ? { 'application/octet-stream': {} }
    : { 'application/json': { schema: schemaOf(schema, io) } }

function parametersOf(schema: z.ZodType | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }))
}

function responsesOf(route: Route): Json {
  const codes = new Map<number, string[]>()
  const signedIn: RefusalCode[] = route.can === 'public' ? [] : ['not_signed_in', 'forbidden']
  for (const code of new Set([...ALWAYS, ...signedIn, ...(route.refusals as RefusalCode[])])) {
    const { status } = refusals[code]
    codes.set(status, [...(codes.get(status) ?? []), code])
  }
  const refused = [...codes].map(([status, names]) => [
    String(status),
    {
      description: names.join(', '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
    },
  ])
  const done =
    route.reply === 'none'
      ? { 204: { description: 'Done' } }
      : { 200: { description: route.summary, content: contentOf(route.reply, 'output') } }
  return { ...done, ...Object.fromEntries(refused) }
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A page to read, made without scripts. */
export function openApiPage(routes: readonly Route[], nonce: string): string {
  const rows = routes.map(
    (route) =>
      `<tr><td><code>${route.method}</code></td><td><code>${escaped(route.path)}</code></td><td>${escaped(route.summary)}</td><td>${escaped(route.can)}${route.stepUp ? ' + step-up' : ''}</td><td>${escaped(route.refusals.join(', '))}</td></tr>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ochno API</title><style nonce="${nonce}">
body{font:16px/1.5 'PT Sans',system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1b2733}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #d8dfe6;vertical-align:top}
code{font-size:.95em}</style></head><body><h1>Ochno API</h1>
<p>OpenAPI 3.1: <a href="/api/docs/openapi.json">/api/docs/openapi.json</a></p>
<table><thead><tr><th>Method</th><th>Path</th><th>What it does</th><th>Who</th><th>Refusals</th></tr></thead><tbody>${rows.join('')}</tbody></table></body></html>`
}
