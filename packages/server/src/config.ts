// What an operator may set. Parsed once from the environment at the edge (OCHNO_*), then trusted.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FactorRule } from '@ochno/domain/access/second-factor'
import type { RoomLimits } from '@ochno/domain/rooms/plan'
import { z } from 'zod'
import type { MediaWay } from './ports/room-engine.ts'

export type Config = {
  /** Everything that must survive lies here: database, spool, objects, keys, tree heads. */
  readonly dataDir: string
  readonly host: string
  readonly port: number
  /** The address people type; the allow-list of Origin (B-10, B-13). Empty: this machine at the port it listens on. */
  readonly origins: readonly string[]
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null
  /** Null: the embedded PostgreSQL under our own supervisor. */
  readonly databaseUrl: string | null
  /** Null: objects on the local disk. */
  readonly s3: {
    readonly endpoint: string
    readonly region: string
    readonly bucket: string
    readonly accessKey: string
    readonly secretKey: string
  } | null
  readonly trustedProxies: readonly string[]
  /** Where the built web application lies; null serves the API alone. */
  readonly webDir: string | null
  /** B-23: `required` for everyone who is not a pupil or a parent. */
  readonly staffSecondFactor: FactorRule
  /** How the pages of a call find each other besides directly: the institution's own STUN and TURN, never a stranger's (TR-49). */
  readonly calls: {
    readonly iceUrls: readonly string[]
    readonly turnSecret: string | null
    readonly relayOnly: boolean
  }
  /** What looks files through for malware; null: nothing does, and the administrator's page says so. */
  readonly malwareScan: MalwareScan | null
  /** Rooms of lessons: how their media is reached, and what this machine is trusted to bear. */
  readonly rooms: RoomLimits & { readonly media: MediaWay }
  readonly storage: StorageLimits
  /** For so long after a start every step of the machine's clock is believed (F-04). */
  readonly clockSettlesMs: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
}

/** clamd by its socket or its port, or a program of the operator's own. */
export type MalwareScan =
  | { readonly clamd: { readonly path: string } | { readonly host: string; readonly port: number } }
  | { readonly program: string }

/** Engineering limits of one node (docs/spec/ingest.md 5); not numbers of a regulation. */
export type StorageLimits = {
  readonly spoolFileBytes: number
  readonly sealAfterMs: number
  readonly sealAtBytes: number
  readonly reserveBytes: number
  readonly alarmAt: number
  readonly refuseNewAt: number
  readonly refuseOthersAt: number
}

export const defaultStorage: StorageLimits = {
  spoolFileBytes: 256 * 1024 * 1024,
  sealAfterMs: 60_000,
  sealAtBytes: 4 * 1024 * 1024,
  reserveBytes: 2 * 1024 * 1024 * 1024,
  alarmAt: 0.85,
  refuseNewAt: 0.9,
  refuseOthersAt: 0.95,
}

/** Two cores of an ordinary machine bear forty people with nine small pictures each (docs/administrator.md). */
export const defaultRooms: RoomLimits = {
  capacity: 40,
  longestMinutes: 480,
  earlyMinutes: 15,
  overrunMinutes: 60,
}

const MiB = 1024 * 1024
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  )
const count = z.string().regex(/^\d+$/).transform(Number)
const port = count.pipe(z.number().max(65_535))
const origin = z.url({ protocol: /^https?$/ }).refine((text) => new URL(text).origin === text)

const malwareScan = z.string().transform((text, context): MalwareScan => {
  const [, socket] = /^clamd:(\/.+)$/.exec(text) ?? []
  if (socket) return { clamd: { path: socket } }
  const [, host, at] = /^clamd:([\w.-]+):(\d{1,5})$/.exec(text) ?? []
  if (host && Number(at) <= 65_535) return { clamd: { host, port: Number(at) } }
  const [, program] = /^command:(\/.+)$/.exec(text) ?? []
  if (program) return { program }
  context.addIssue({ code: 'custom', message: 'not a scanner' })
  return z.NEVER
})

/** Every name there is; anything else that begins with OCHNO_ is a slip of the pen and stops the start. */
const variables = z.strictObject({
  OCHNO_DATA_DIR: z.string().min(1).default('data'),
  OCHNO_HOST: z.string().min(1).default('127.0.0.1'),
  OCHNO_PORT: port.default(8080),
  OCHNO_ORIGINS: list.pipe(z.array(origin)),
  OCHNO_TLS_CERT: z.string().min(1).optional(),
  OCHNO_TLS_KEY: z.string().min(1).optional(),
  OCHNO_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  OCHNO_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OCHNO_S3_REGION: z.string().default('us-east-1'),
  OCHNO_S3_BUCKET: z.string().min(1).optional(),
  OCHNO_S3_ACCESS_KEY: z.string().min(1).optional(),
  OCHNO_S3_SECRET_KEY: z.string().min(1).optional(),
  OCHNO_TRUSTED_PROXIES: list,
  OCHNO_WEB_DIR: z.string().min(1).optional(),
  OCHNO_RESERVE_MB: count.optional(),
  OCHNO_STAFF_SECOND_FACTOR: z.enum(['required', 'offered']).default('required'),
  OCHNO_ICE_URLS: list.pipe(z.array(z.string().regex(/^(stun|stuns|turn|turns):[^\s/@]+$/))),
  OCHNO_TURN_SECRET: z.string().min(1).optional(),
  OCHNO_CALLS_RELAY_ONLY: z.enum(['yes', 'no']).default('no'),
  OCHNO_MALWARE_SCAN: malwareScan.optional(),
  OCHNO_ROOMS_UDP_PORT: port.default(8081),
  OCHNO_ROOMS_HOST: z.string().min(1).optional(),
  OCHNO_ROOMS_ADDRESSES: list.pipe(z.array(z.union([z.ipv4(), z.ipv6()]))),
  OCHNO_ROOMS_CAPACITY: count.pipe(z.number().min(2).max(500)).default(defaultRooms.capacity),
  OCHNO_ROOMS_LONGEST_MINUTES: count.pipe(z.number().min(5).max(1_440)).default(defaultRooms.longestMinutes),
  OCHNO_CLOCK_SETTLES_MINUTES: count.pipe(z.number().max(1_440)).default(10),
  OCHNO_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
})

const noSuch: Reason = { ru: 'такой настройки нет', en: 'there is no such setting' }

/** What fits a setting, for whoever gave something else. */
function needed(name: string): Reason {
  if (name === 'OCHNO_PORT' || name === 'OCHNO_ROOMS_UDP_PORT')
    return { ru: 'нужно целое число от 0 до 65535', en: 'a whole number from 0 to 65535 is needed' }
  if (name === 'OCHNO_RESERVE_MB') return { ru: 'нужно целое число', en: 'a whole number is needed' }
  if (name === 'OCHNO_ORIGINS')
    return {
      ru: 'только схема, имя и порт, например https://exam.example.ru',
      en: 'only scheme, host and port, for example https://exam.example.ru',
    }
  if (name === 'OCHNO_DATABASE_URL')
    return { ru: 'нужен адрес postgresql://…', en: 'an address postgresql://… is needed' }
  if (name === 'OCHNO_S3_ENDPOINT')
    return { ru: 'нужен адрес http(s)://…', en: 'an address http(s)://… is needed' }
  if (name === 'OCHNO_STAFF_SECOND_FACTOR') return { ru: 'required или offered', en: 'required or offered' }
  if (name === 'OCHNO_LOG_LEVEL')
    return { ru: 'debug, info, warn или error', en: 'debug, info, warn or error' }
  if (name === 'OCHNO_ICE_URLS')
    return {
      ru: 'нужны адреса stun:узел:порт или turn:узел:порт через запятую',
      en: 'addresses stun:host:port or turn:host:port are needed, separated by commas',
    }
  if (name === 'OCHNO_MALWARE_SCAN')
    return {
      ru: 'нужно clamd:/путь/к/сокету, clamd:узел:порт или command:/путь/к/программе',
      en: 'clamd:/path/of/socket, clamd:host:port or command:/path/of/program is needed',
    }
  if (name === 'OCHNO_ROOMS_ADDRESSES')
    return { ru: 'нужны IP-адреса через запятую', en: 'IP addresses are needed, separated by commas' }
  if (name === 'OCHNO_ROOMS_CAPACITY')
    return { ru: 'нужно целое число от 2 до 500', en: 'a whole number from 2 to 500 is needed' }
  if (name === 'OCHNO_ROOMS_LONGEST_MINUTES')
    return { ru: 'нужно целое число от 5 до 1440', en: 'a whole number from 5 to 1440 is needed' }
  if (name === 'OCHNO_CLOCK_SETTLES_MINUTES')
    return { ru: 'нужно целое число от 0 до 1440', en: 'a whole number from 0 to 1440 is needed' }
  if (name === 'OCHNO_CALLS_RELAY_ONLY') return { ru: 'yes или no', en: 'yes or no' }
  return { ru: 'значение не подходит', en: 'the value does not fit' }
}

export type Environment = Readonly<Record<string, string | undefined>>
export type Wrong = { readonly name: string; readonly why: Reason }
export type Reason = { readonly ru: string; readonly en: string }
export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly wrong: readonly Wrong[] }

/** Of other programs that share the prefix: the test run and the long forms of it. */
const notOurs = new Set(['OCHNO_NIGHTLY', 'OCHNO_TEST_DATABASE', 'OCHNO_TEST_COMPILED', 'OCHNO_SOAK_HOURS'])

export function readConfig(env: Environment, builtWeb: string | null): ReadConfig {
  const { given, wrong } = withSecretsFromFiles(env)
  if (wrong.length) return { ok: false, wrong }
  const parsed = variables.safeParse(given)
  if (!parsed.success)
    return {
      ok: false,
      wrong: parsed.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((name) => ({ name, why: noSuch }))
          : [{ name: String(issue.path[0]), why: needed(String(issue.path[0])) }],
      ),
    }
  const set = parsed.data
  const together = [
    ...half(set, ['OCHNO_TLS_CERT', 'OCHNO_TLS_KEY']),
    ...half(set, ['OCHNO_S3_ENDPOINT', 'OCHNO_S3_BUCKET', 'OCHNO_S3_ACCESS_KEY', 'OCHNO_S3_SECRET_KEY']),
  ]
  const relay = set.OCHNO_ICE_URLS.some((url) => url.startsWith('turn'))
  if (relay !== (set.OCHNO_TURN_SECRET !== undefined))
    together.push({
      name: relay ? 'OCHNO_TURN_SECRET' : 'OCHNO_ICE_URLS',
      why: {
        ru: 'адрес turn: и OCHNO_TURN_SECRET задаются вместе',
        en: 'an address turn: and OCHNO_TURN_SECRET are set together',
      },
    })
  else if (set.OCHNO_CALLS_RELAY_ONLY === 'yes' && !relay)
    together.push({
      name: 'OCHNO_CALLS_RELAY_ONLY',
      why: { ru: 'нужен адрес turn: в OCHNO_ICE_URLS', en: 'an address turn: in OCHNO_ICE_URLS is needed' },
    })
  if (together.length) return { ok: false, wrong: together }
  return { ok: true, config: configFrom(set, builtWeb) }
}

function configFrom(set: z.output<typeof variables>, builtWeb: string | null): Config {
  return {
    dataDir: resolve(set.OCHNO_DATA_DIR),
    host: set.OCHNO_HOST,
    port: set.OCHNO_PORT,
    origins: set.OCHNO_ORIGINS,
    tls:
      set.OCHNO_TLS_CERT && set.OCHNO_TLS_KEY
        ? { certFile: set.OCHNO_TLS_CERT, keyFile: set.OCHNO_TLS_KEY }
        : null,
    databaseUrl: set.OCHNO_DATABASE_URL ?? null,
    s3:
      set.OCHNO_S3_ENDPOINT && set.OCHNO_S3_BUCKET && set.OCHNO_S3_ACCESS_KEY && set.OCHNO_S3_SECRET_KEY
        ? {
            endpoint: set.OCHNO_S3_ENDPOINT,
            region: set.OCHNO_S3_REGION,
            bucket: set.OCHNO_S3_BUCKET,
            accessKey: set.OCHNO_S3_ACCESS_KEY,
            secretKey: set.OCHNO_S3_SECRET_KEY,
          }
        : null,
    trustedProxies: set.OCHNO_TRUSTED_PROXIES,
    webDir: set.OCHNO_WEB_DIR ? resolve(set.OCHNO_WEB_DIR) : builtWeb,
    calls: {
      iceUrls: set.OCHNO_ICE_URLS,
      turnSecret: set.OCHNO_TURN_SECRET ?? null,
      relayOnly: set.OCHNO_CALLS_RELAY_ONLY === 'yes',
    },
    malwareScan: set.OCHNO_MALWARE_SCAN ?? null,
    rooms: {
      ...defaultRooms,
      capacity: set.OCHNO_ROOMS_CAPACITY,
      longestMinutes: set.OCHNO_ROOMS_LONGEST_MINUTES,
      media: {
        port: set.OCHNO_ROOMS_UDP_PORT,
        host: set.OCHNO_ROOMS_HOST ?? null,
        addresses: set.OCHNO_ROOMS_ADDRESSES,
      },
    },
    storage:
      set.OCHNO_RESERVE_MB === undefined
        ? defaultStorage
        : { ...defaultStorage, reserveBytes: set.OCHNO_RESERVE_MB * MiB },
    staffSecondFactor: set.OCHNO_STAFF_SECOND_FACTOR,
    clockSettlesMs: set.OCHNO_CLOCK_SETTLES_MINUTES * 60_000,
    logLevel: set.OCHNO_LOG_LEVEL,
  }
}

/** B-30: NAME_FILE names a file that holds the secret, so that it never stands in an environment. */
function withSecretsFromFiles(env: Environment): { given: Record<string, string>; wrong: Wrong[] } {
  const given: Record<string, string> = {}
  const wrong: Wrong[] = []
  const plain = env.DATABASE_URL && !env.OCHNO_DATABASE_URL ? { OCHNO_DATABASE_URL: env.DATABASE_URL } : {}
  for (const [name, value] of Object.entries({ ...env, ...plain })) {
    if (!name.startsWith('OCHNO_') || value === undefined || value === '' || notOurs.has(name)) continue
    if (!name.endsWith('_FILE')) {
      given[name] = value
      continue
    }
    try {
      given[name.slice(0, -'_FILE'.length)] = readFileSync(value, 'utf8').trim()
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException
      wrong.push({
        name,
        why: { ru: `файл не читается (${code})`, en: `the file can not be read (${code})` },
      })
    }
  }
  return { given, wrong }
}

function half(set: Readonly<Record<string, unknown>>, names: readonly string[]): Wrong[] {
  const missing = names.filter((name) => set[name] === undefined)
  if (missing.length === 0 || missing.length === names.length) return []
  return missing.map((name) => {
    const others = names.filter((n) => n !== name).join(', ')
    return { name, why: { ru: `нужна вместе с ${others}`, en: `is needed together with ${others}` } }
  })
}
