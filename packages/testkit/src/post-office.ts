// A real mail server on a free port: it keeps what it is given and refuses what a test tells it to.
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type ReceivedLetter = {
  readonly to: readonly string[]
  readonly from: string
  readonly messageId: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: string | null
  readonly encrypted: boolean
  readonly user: string | null
  /** The letter as it came over the line. */
  readonly raw: string
}

export type PostOffice = {
  readonly port: number
  readonly letters: readonly ReceivedLetter[]
  readonly close: () => Promise<void>
}

type Options = Pick<SMTPServerOptions, 'key' | 'cert' | 'secure'> & {
  readonly port?: number
  /** Null: nobody signs in. */
  readonly user?: { readonly name: string; readonly password: string } | null
  /** An answer such as `[550, 'No such user']` for a recipient, or null to take it. */
  readonly refuse?: (to: string) => readonly [number, string] | null
}

export async function postOffice(options: Options = {}): Promise<PostOffice> {
  const letters: ReceivedLetter[] = []
  const { user = null, refuse = () => null, port = 0, ...tls } = options
  const refusal = ([code, words]: readonly [number, string]) =>
    Object.assign(new Error(words), { responseCode: code })
  const server = new SMTPServer({
    ...tls,
    ...(tls.key ? {} : { disabledCommands: user ? ['STARTTLS'] : ['STARTTLS', 'AUTH'] }),
    authOptional: user === null,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === user?.name && password === user?.password
        ? done(null, { user: username })
        : done(refusal([535, '5.7.8 Authentication failed'])),
    onRcptTo: ({ address }, _session, done) => {
      const refused = refuse(address)
      done(refused ? refusal(refused) : null)
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8')
        letters.push({
          ...read(raw),
          to: session.envelope.rcptTo.map(({ address }) => address),
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          encrypted: session.secure,
          user: (session.user as string | undefined) ?? null,
        })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const at = server.server.address()
  return {
    port: typeof at === 'object' && at ? at.port : 0,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string }

function split(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n')
  const headers = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    })
  return { headers: new Map(headers), body: raw.slice(end + 4) }
}

function leaves(part: Part): Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(part.headers.get('content-type') ?? '')?.[1]
  if (!boundary) return [part]
  return part.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((piece) => leaves(split(piece.replace(/^\r\n/, ''))))
}

const quoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

function content({ headers, body }: Part): string {
  const how = headers.get('content-transfer-encoding')
  if (how === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return how === 'quoted-printable' ? quoted(body) : body
}

/** RFC 2047: `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`. */
const words = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, coded: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(coded, 'base64').toString('utf8')
        : quoted(coded.replaceAll('_', ' ')),
    )

function read(raw: string) {
  const whole = split(raw)
  const parts = leaves(whole)
  const of = (type: string) => {
    const found = parts.find(({ headers }) => headers.get('content-type')?.startsWith(type))
    return found ? content(found) : null
  }
  return {
    raw,
    messageId: whole.headers.get('message-id') ?? '',
    subject: words(whole.headers.get('subject') ?? ''),
    text: (of('text/plain') ?? '').replaceAll('\r\n', '\n'),
    html: of('text/html') ?? '',
    calendar: of('text/calendar'),
  }
}
