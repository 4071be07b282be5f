// A learning platform on a free port, as LTI 1.3 has it: it recognises whoever it is told and signs what it says with its own key.
// The signature is made by node:crypto, so that nothing of it is shared with what the server checks it by.
import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const LTI = 'https://purl.imsglobal.org/spec/lti/claim/'
const CHOICE = 'https://purl.imsglobal.org/spec/lti-dl/claim/'
const MEMBER = 'http://purl.imsglobal.org/vocab/lis/v2/membership#'

export type PlatformUser = {
  readonly sub: string
  readonly name?: string
  readonly teaches?: boolean
  /** Number in the institution (`idnumber` of Moodle). */
  readonly number?: string
}
type Claims = Readonly<Record<string, unknown>>
export type LearningPlatform = {
  readonly issuer: string
  readonly clientId: string
  readonly deployment: string
  readonly keysUrl: string
  /** The way out that the platform was asked for, checked as a platform checks it. */
  readonly asked: (url: string) => { readonly to: string; readonly state: string; readonly nonce: string }
  readonly place: (user: PlatformUser, nonce: string, more?: Claims) => Claims
  readonly choice: (user: PlatformUser, nonce: string) => Claims
  readonly sign: (claims: Claims, header?: Claims) => string
  /** A new key; the old one is no longer shown. */
  readonly turnKey: () => void
  /** Who sits at the browser, and what they clicked. */
  readonly here: (click: (nonce: string) => Claims) => void
  /** What a teacher's choice came back with. */
  readonly answered: () => string | null
  readonly publicKey: () => KeyObject
  readonly nowMs: (now: () => number) => void
  readonly close: () => Promise<void>
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

export async function learningPlatform({
  clientId = 'ochno-tool-1',
  deployment = '2',
  /** Where the platform posts back to, as it was registered there. */
  returnTo = '',
} = {}): Promise<LearningPlatform> {
  let key = newKey()
  let clock = Date.now
  let click: ((nonce: string) => Claims) | null = null
  let answer: string | null = null
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const asked: LearningPlatform['asked'] = (url) => {
    const { origin, pathname, searchParams } = new URL(url)
    const given = Object.fromEntries(searchParams)
    const wanted: Record<string, string> = {
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: clientId,
      ...(returnTo ? { redirect_uri: returnTo } : {}),
    }
    for (const [name, value] of Object.entries(wanted))
      if (given[name] !== value) throw new Error(`${name} is ${given[name]}, not ${value}`)
    if (`${origin}${pathname}` !== `${issuer}/auth`)
      throw new Error(`not the address of the platform: ${url}`)
    const { login_hint, redirect_uri, state, nonce } = given
    if (!login_hint || !redirect_uri || !state || !nonce) throw new Error(`something is missing in ${url}`)
    return { to: redirect_uri, state, nonce }
  }
  const common = (user: PlatformUser, nonce: string): Claims => {
    const at = Math.floor(clock() / 1000)
    return {
      iss: issuer,
      aud: clientId,
      sub: user.sub,
      iat: at,
      exp: at + 60,
      nonce,
      ...(user.name ? { name: user.name } : {}),
      [`${LTI}version`]: '1.3.0',
      [`${LTI}deployment_id`]: deployment,
      [`${LTI}roles`]: [`${MEMBER}${user.teaches ? 'Instructor' : 'Learner'}`],
      [`${LTI}context`]: { id: '7', label: 'ALG', title: 'Алгебра, 10 класс', type: ['CourseSection'] },
      ...(user.number ? { [`${LTI}lis`]: { person_sourcedid: user.number } } : {}),
    }
  }
  const sign: LearningPlatform['sign'] = (claims, header = {}) => {
    const body = `${part({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...header })}.${part(claims)}`
    return `${body}.${createSign('RSA-SHA256').update(body).sign(key.privateKey).toString('base64url')}`
  }

  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const html = (text: string) =>
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<!doctype html><meta charset="utf-8"><title>СДО</title>${text}`)
    if (url.pathname === '/keys')
      return response.setHeader('content-type', 'application/json').end(
        JSON.stringify({
          keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: key.kid, alg: 'RS256', use: 'sig' }],
        }),
      )
    if (url.pathname === '/auth' && click) {
      const { to, state, nonce } = asked(url.href)
      return html(`<form method="post" action="${to}"><input type="hidden" name="state" value="${state}">
<input type="hidden" name="id_token" value="${sign(click(nonce))}"></form><script>document.forms[0].submit()</script>`)
    }
    // What Moodle does when somebody clicks an external tool of a course.
    if (url.pathname === '/course') {
      const login = url.searchParams.get('login') ?? ''
      const form = {
        iss: issuer,
        login_hint: 'u',
        client_id: clientId,
        lti_deployment_id: deployment,
        target_link_uri: login,
      }
      const inputs = Object.entries(form).map(
        ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
      )
      return html(
        `<h1>Алгебра, 10 класс</h1><form method="post" action="${login}">${inputs.join('')}<button>Экзамен</button></form>`,
      )
    }
    if (url.pathname === '/answer') {
      let body = ''
      request.on('data', (more) => {
        body += more
      })
      return request.on('end', () => {
        answer = new URLSearchParams(body).get('JWT')
        html('<h1>Место курса сохранено</h1>')
      })
    }
    return response.writeHead(404).end()
  })

  return {
    issuer,
    clientId,
    deployment,
    keysUrl: `${issuer}/keys`,
    asked,
    sign,
    place: (user, nonce, more = {}) => ({
      ...common(user, nonce),
      [`${LTI}message_type`]: 'LtiResourceLinkRequest',
      [`${LTI}target_link_uri`]: 'https://ochno.example/launch',
      [`${LTI}resource_link`]: { id: '15', title: 'Экзамен по алгебре' },
      ...more,
    }),
    choice: (user, nonce) => ({
      ...common(user, nonce),
      [`${LTI}message_type`]: 'LtiDeepLinkingRequest',
      [`${CHOICE}deep_linking_settings`]: {
        deep_link_return_url: `${issuer}/answer`,
        accept_types: ['ltiResourceLink'],
        accept_presentation_document_targets: ['window'],
        data: 'эхо-5',
      },
    }),
    turnKey: () => {
      key = newKey()
    },
    here: (now) => {
      click = now
    },
    answered: () => answer,
    publicKey: () => key.publicKey,
    nowMs: (now) => {
      clock = now
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

const newKey = () => ({ ...generateKeyPairSync('rsa', { modulusLength: 2048 }), kid: randomUUID() })
