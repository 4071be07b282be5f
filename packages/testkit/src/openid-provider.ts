// A real OpenID provider on a free port, with one client and whoever names themselves at its own sign-in form.
/// <reference path="./oidc-provider.d.ts" />
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export type OpenidProvider = {
  readonly issuer: string
  /** What a browser does there for somebody: gives the name, agrees, and comes back to our address. */
  readonly walk: (url: string, subject: string) => Promise<URL>
  readonly close: () => Promise<void>
}

export async function openidProvider(client: {
  readonly id: string
  readonly secret: string
  readonly returnTo: string
}): Promise<OpenidProvider> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.returnTo] }],
    // Everybody has the same e-mail address: it must mean nothing.
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email: 'ivanova@school.example' }),
    }),
    cookies: { keys: ['of a test'] },
    pkce: { required: () => true },
  })
  server.on('request', provider.callback())

  const walk = async (url: string, subject: string): Promise<URL> => {
    const jar = new Map<string, string>()
    const ask = async (to: string, form?: Record<string, string>) => {
      const response = await fetch(to, {
        redirect: 'manual',
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      })
      for (const line of response.headers.getSetCookie()) {
        const [name, value] = (line.split(';', 1)[0] as string).split(/=(.*)/s) as [string, string]
        jar.set(name, value)
      }
      return { next: response.headers.get('location'), text: await response.text() }
    }
    let at = url
    for (let step = 0; step < 12; step++) {
      const { next, text } = await ask(at)
      const target = next ? new URL(next, at).href : null
      if (target?.startsWith(client.returnTo)) return new URL(target)
      if (target) {
        at = target
        continue
      }
      const prompt = /name="prompt" value="(login|consent)"/.exec(text)?.[1]
      if (!prompt) throw new Error(`no form at ${at}: ${text.slice(0, 300)}`)
      const sent = await ask(at, { prompt, ...(prompt === 'login' ? { login: subject, password: 'x' } : {}) })
      if (!sent.next) throw new Error(`the form at ${at} leads nowhere`)
      at = new URL(sent.next, at).href
      if (at.startsWith(client.returnTo)) return new URL(at)
    }
    throw new Error('the provider goes round in circles')
  }
  return {
    issuer,
    walk,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
