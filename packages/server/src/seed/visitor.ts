// Fills the school through the same doors people use: nothing here can do what a person may not.
export type Visitor = {
  readonly post: <T>(path: string, body: unknown) => Promise<T>
  readonly put: <T>(path: string, body?: unknown) => Promise<T>
}

export class Refused extends Error {
  readonly code: string
  constructor(path: string, status: number, code: string) {
    super(`${path}: ${status} ${code}`)
    this.code = code
  }
}

export function visitor(url: string): Visitor {
  const origin = new URL(url).origin
  let cookie = ''
  async function ask<T>(method: string, path: string, body: unknown): Promise<T> {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        origin,
        cookie,
        'sec-fetch-site': 'same-origin',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const set = response.headers.getSetCookie().map((each) => each.split(';', 1)[0])
    if (set.length) cookie = set.join('; ')
    const text = await response.text()
    const reply = text ? (JSON.parse(text) as { code?: string }) : {}
    if (!response.ok) throw new Refused(path, response.status, reply.code ?? 'unknown')
    return reply as T
  }
  return {
    post: (path, body) => ask('POST', path, body),
    put: (path, body) => ask('PUT', path, body),
  }
}
