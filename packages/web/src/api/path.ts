const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

/** `/api/sessions/:sid/lease` + { sid } + { from: 1 } -> `/api/sessions/ses_x/lease?from=1`. */
export function fillPath(path: string, params: unknown, query: unknown): string {
  const values = (params ?? {}) as Record<string, unknown>
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(text(values[name])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries((query ?? {}) as Record<string, unknown>))
    if (value !== undefined && value !== null) search.set(key, text(value))
  return search.size ? `${filled}?${search}` : filled
}
