// One connection for each question, ended whatever happens: a client that is not unbound keeps its socket.
import { isIP } from 'node:net'
import {
  Client,
  FilterParser,
  InvalidCredentialsError,
  NoSuchObjectError,
  ResultCodeError,
  SizeLimitExceededError,
} from 'ldapts'
import type { Directory, LdapAsked, LdapTrouble } from '../../ports/federation.ts'
import { filled } from './filter.ts'

const WAIT_MS = 5000

/** Where the conversation was when it broke. */
type Step = 'connect' | 'encrypt' | 'bind' | 'search'

class Broken extends Error {
  readonly step: Step
  constructor(step: Step, cause: unknown) {
    super(step, { cause })
    this.step = step
  }
}

const at = <T>(step: Step, work: Promise<T>): Promise<T> =>
  work.catch((cause) => {
    throw new Broken(step, cause)
  })

async function connected<T>(server: LdapAsked, work: (client: Client) => Promise<T>): Promise<T> {
  // The name the certificate must bear; an address of numbers is not announced (RFC 6066).
  const tls = {
    host: server.host,
    ...(isIP(server.host) ? {} : { servername: server.host }),
    ...(server.ca ? { ca: server.ca } : {}),
  }
  const client = new Client({
    url: `${server.security === 'ldaps' ? 'ldaps' : 'ldap'}://${server.host}:${server.port}`,
    connectTimeout: WAIT_MS,
    timeout: WAIT_MS,
    ...(server.security === 'ldaps' ? { tlsOptions: tls } : {}),
  })
  try {
    if (server.security === 'starttls') await at('encrypt', client.startTLS(tls))
    await at('bind', server.bindDn ? client.bind(server.bindDn, server.password ?? '') : client.bind('', ''))
    return await work(client)
  } finally {
    await client.unbind().catch(() => undefined)
  }
}

const SEVERAL = ['one', 'another']

const find = async (client: Client, server: LdapAsked, login: string): Promise<readonly string[]> => {
  const filter = filled(server.filter, login)
  const search = client.search(server.base, { scope: 'sub', filter, attributes: ['1.1'], sizeLimit: 3 })
  const named = search.then(({ searchEntries }) => searchEntries.map((entry) => entry.dn))
  return at(
    'search',
    named.catch((cause) => {
      if (cause instanceof SizeLimitExceededError) return SEVERAL
      throw cause
    }),
  )
}

function troubleOf(error: unknown): LdapTrouble {
  if (!(error instanceof Broken)) return 'unexpected'
  const cause = error.cause as Error & { code?: unknown }
  const code = String(cause.code ?? '')
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code)) return 'wrong_certificate'
  if (error.step === 'encrypt' && cause instanceof ResultCodeError) return 'no_tls'
  if (error.step === 'bind' && cause instanceof ResultCodeError) return 'wrong_bind'
  if (error.step === 'search' && cause instanceof NoSuchObjectError) return 'wrong_base'
  if (error.step === 'search' && cause instanceof ResultCodeError) return 'wrong_base'
  return /EPROTO|SSL/.test(code) ? 'no_tls' : 'unreachable'
}

const readable = (filter: string): boolean => {
  try {
    FilterParser.parseString(filled(filter, 'x'))
    return true
  } catch {
    return false
  }
}

export const ldapDirectory = (): Directory => ({
  check: async (server, login, password) => {
    // A bind with a name and no password is taken by directories for a stranger's, and succeeds.
    if (password === '') return 'no'
    try {
      return await connected(server, async (client) => {
        const [dn, more] = await find(client, server, login)
        if (!dn || more) return 'no'
        try {
          await client.bind(dn, password)
          return 'yes'
        } catch (error) {
          if (error instanceof InvalidCredentialsError) return 'no'
          if (error instanceof ResultCodeError) return 'no'
          throw error
        }
      })
    } catch {
      return 'away'
    }
  },
  try: async (server, login) => {
    if (!readable(server.filter)) return { ok: false, why: 'wrong_filter' }
    try {
      const found = await connected(server, (client) => find(client, server, login ?? 'nobody'))
      return { ok: true, found: login === null ? null : found.length }
    } catch (error) {
      return { ok: false, why: troubleOf(error) }
    }
  },
})
