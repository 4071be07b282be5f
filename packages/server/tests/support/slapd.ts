// A real slapd over a fresh folder, on free ports: LDAP with StartTLS, and LDAPS.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const SLAPD = '/usr/sbin/slapd'
export const slapdIsHere = existsSync(SLAPD) && existsSync('/usr/lib/ldap')

export type Slapd = {
  readonly ldap: number
  readonly ldaps: number
  /** PEM of its certificate. */
  readonly ca: string
  readonly stop: () => Promise<void>
}

async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()]
  for (const one of servers) await new Promise<void>((done) => one.listen(0, '127.0.0.1', done))
  const ports = servers.map((one) => (one.address() as AddressInfo).port) as [number, number]
  for (const one of servers) await new Promise((done) => one.close(done))
  return ports
}

const answers = (port: number) =>
  new Promise<boolean>((tell) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      tell(true)
    })
    socket.on('error', () => tell(false))
  })

export const BASE = 'dc=school,dc=example'
export const BINDER = `cn=reader,${BASE}`

const entries = (people: Readonly<Record<string, string>>) =>
  [
    `dn: ${BASE}\nobjectClass: dcObject\nobjectClass: organization\no: School\ndc: school\n`,
    `dn: ou=people,${BASE}\nobjectClass: organizationalUnit\nou: people\n`,
    ...Object.entries(people).map(([uid, password]) =>
      [
        `dn: uid=${uid},ou=people,${BASE}`,
        'objectClass: inetOrgPerson',
        `uid: ${uid}`,
        `cn: ${uid}`,
        `sn: ${uid}`,
        `userPassword:: ${Buffer.from(password).toString('base64')}`,
        '',
      ].join('\n'),
    ),
  ].join('\n')

export async function startSlapd(people: Readonly<Record<string, string>>): Promise<Slapd> {
  const folder = mkdtempSync(join(tmpdir(), 'ochno-slapd-'))
  const at = (name: string) => join(folder, name)
  mkdirSync(at('data'))
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const kind = ['-newkey', 'rsa:2048', '-nodes', '-days', '3650']
  execFileSync(
    'openssl',
    ['req', '-x509', ...kind, ...subject, '-keyout', at('key.pem'), '-out', at('cert.pem')],
    { stdio: 'ignore' },
  )
  writeFileSync(
    at('slapd.conf'),
    [
      ...['core', 'cosine', 'inetorgperson'].map((name) => `include /etc/ldap/schema/${name}.schema`),
      'modulepath /usr/lib/ldap',
      'moduleload back_mdb',
      `TLSCertificateFile ${at('cert.pem')}`,
      `TLSCertificateKeyFile ${at('key.pem')}`,
      'database mdb',
      `suffix "${BASE}"`,
      `rootdn "${BINDER}"`,
      'rootpw reader-secret',
      `directory ${at('data')}`,
      'access to attrs=userPassword by anonymous auth by * none',
      'access to * by users read by anonymous auth',
      '',
    ].join('\n'),
  )
  writeFileSync(at('people.ldif'), entries(people))
  execFileSync('/usr/sbin/slapadd', ['-f', at('slapd.conf'), '-l', at('people.ldif')], { stdio: 'ignore' })
  const [ldap, ldaps] = await freePorts()
  const urls = `ldap://127.0.0.1:${ldap} ldaps://127.0.0.1:${ldaps}`
  const child = spawn(SLAPD, ['-f', at('slapd.conf'), '-h', urls, '-d', '0'], { stdio: 'ignore' })
  const over = new Promise<void>((done) => child.once('exit', () => done()))
  for (let tries = 0; !(await answers(ldap)) || !(await answers(ldaps)); tries++) {
    if (tries > 600 || child.exitCode !== null) throw new Error('slapd does not start')
    await pause(50)
  }
  return {
    ldap,
    ldaps,
    ca: readFileSync(at('cert.pem'), 'utf8'),
    stop: async () => {
      child.kill()
      await over
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
