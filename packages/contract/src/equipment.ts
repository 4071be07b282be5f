// The check of a machine before an exam: what the act asks, what a page measured, what the person took upon themselves.
import type { CheckId, TenantId } from '@ochno/domain/ids'
import { checkItems } from '@ochno/domain/equipment/items'
import { brands } from '@ochno/domain/equipment/minimums'
import { z } from 'zod'
import { accountId, examId, line, moment, sessionId } from './ids.ts'
import { paged, paging } from './paging.ts'
import type { Route } from './route.ts'

export const checkId = z
  .string()
  .regex(/^chk_[a-z2-7]{26}$/)
  .transform((text) => text as CheckId)
export const checkItem = z.enum(checkItems)
const places = ['examinee', 'staff'] as const
export const outcomes = ['blocked', 'unfinished', 'declare', 'accept_risk', 'fit'] as const

const share = z.number().min(0).max(1)
const byte = z.number().min(0).max(255)
const amount = (most: number) => z.number().min(0).max(most)
const nullable = <S extends z.ZodType>(schema: S) => schema.nullable()

const machine = z.strictObject({
  mobile: nullable(z.boolean()),
  os: nullable(z.strictObject({ windows: z.boolean(), nt: nullable(amount(100)) })),
  browser: nullable(z.strictObject({ brand: line(40), major: amount(10_000) })),
  memoryGb: nullable(amount(65_536)),
  cores: nullable(amount(4096)),
  extended: nullable(z.boolean()),
  virtualGraphics: nullable(z.boolean()),
  cannotRecord: nullable(z.string().regex(/^[a-z_]{1,40}$/)),
  storageMb: nullable(amount(1e9)),
})

const camera = z.strictObject({
  width: amount(100_000),
  height: amount(100_000),
  fps: amount(1000),
  light: z.strictObject({ mean: byte, middle: byte, edges: byte, left: byte, right: byte }),
  virtual: z.boolean(),
  /** Where head and irises stood while the person looked at the screen; null: no face was followed. It only takes hints away. */
  posture: nullable(
    z.strictObject({
      yaw: z.number().min(-90).max(90),
      pitch: z.number().min(-90).max(90),
      across: z.number().min(-2).max(2),
    }),
  ).exactOptional(),
  blurred: nullable(z.boolean()).exactOptional(),
})

/** A browser keeps it for itself, so that a later check knows the same device again; it says nothing of the device. */
const deviceMark = z.string().regex(/^[a-z0-9]{16,40}$/)

/** A part that was not checked is absent. */
export const facts = z.strictObject({
  machine: machine.exactOptional(),
  cameras: z.array(camera).max(8).exactOptional(),
  microphone: nullable(
    z.strictObject({ speech: share, silence: share, autoGain: nullable(z.boolean()) }),
  ).exactOptional(),
  toneHeard: z.boolean().exactOptional(),
  network: z
    .strictObject({
      downMbps: amount(1e6),
      upMbps: amount(1e6),
      rttMs: amount(600_000),
      jitterMs: amount(600_000),
      lost: share,
    })
    .exactOptional(),
  share: z.enum(['monitor', 'window', 'unknown', 'refused']).exactOptional(),
})
export type CheckFacts = z.output<typeof facts>

const source = z.discriminatedUnion('from', [
  z.object({ from: z.literal('act'), clauses: z.array(z.string()) }),
  z.object({ from: z.literal('decision'), ground: z.string() }),
  z.object({ from: z.literal('recording') }),
])
export type SourceView = z.output<typeof source>

const requirement = z.object({
  item: checkItem,
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  source,
})
export type RequirementView = z.output<typeof requirement>

const judged = z.object({
  item: checkItem,
  verdict: z.enum(['ok', 'risk', 'block', 'declare', 'declared', 'unchecked']),
  why: z.string().nullable(),
  source,
})
export type JudgedView = z.output<typeof judged>

export const checkView = z.object({
  id: checkId,
  place: z.enum(places),
  session: sessionId.nullable(),
  at: moment,
  /** The edition of the act that was applied, by its title; null when none was in force. */
  act: z.string().nullable(),
  outcome: z.enum(outcomes),
  rows: z.array(judged),
  facts,
  acknowledgedAt: moment.nullable(),
  riskTaken: z.boolean(),
  /** What was not made again at the door: taken from the full check of this moment on the same device. */
  taken: z.object({ at: moment, items: z.array(checkItem) }).nullable(),
})
export type CheckView = z.output<typeof checkView>

const rules = z.object({
  institution: z.string(),
  /** Null: no act is in force, only what the recording needs is asked. */
  act: z.object({ title: z.string(), edition: z.number() }).nullable(),
  requirements: z.array(requirement),
  appliesToStaff: z.boolean(),
  /** The examinee answers for the machine: no exam begins without a check of its door, made to the end and acknowledged. */
  answered: z.boolean(),
  /** What one exam asks beside its act (003 4.1.1), in the words of its card. */
  extra: z.array(z.string()),
})
export type TechnicalRequirements = z.output<typeof rules>

export const readRequirements = {
  method: 'GET',
  path: '/api/technical-requirements',
  can: 'public',
  query: z.strictObject({
    /** For one of several institutions of an installation; without it, the first. */
    institution: z
      .string()
      .regex(/^ten_[a-z2-7]{26}$/)
      .transform((text) => text as TenantId)
      .optional(),
  }),
  /** `instruction`: where the page F-001-4 of the same institution is. */
  reply: rules.extend({ instruction: z.string() }),
  refusals: ['not_found'],
  summary: 'The technical requirements of the institution’s act in force, for its public page (001 7.5)',
} as const satisfies Route

export const readMyEquipment = {
  method: 'GET',
  path: '/api/equipment/mine',
  can: 'account.self',
  query: z.strictObject({
    place: z.enum(places),
    session: sessionId.optional(),
    device: deviceMark.optional(),
  }),
  reply: z.object({
    now: moment,
    rules,
    last: checkView.nullable(),
    /** What a check at the door need not ask again, because a full one of this device is fresh enough. */
    kept: z.object({ at: moment, items: z.array(checkItem) }).nullable(),
  }),
  refusals: ['not_found'],
  summary: 'What is asked of my machine, and my last check',
} as const satisfies Route

export const saveCheck = {
  method: 'POST',
  path: '/api/equipment/checks',
  can: 'account.self',
  body: z.strictObject({
    place: z.enum(places),
    session: sessionId.nullable(),
    facts,
    device: deviceMark.nullable().default(null),
    /** At a door: take over what the fresh full check of this device found and what does not change. */
    shorter: z.boolean().default(false),
  }),
  reply: checkView,
  refusals: ['not_found'],
  summary: 'Keep what a page measured; the verdicts are the server’s. Steps of one sitting are one check',
} as const satisfies Route

export const acknowledgeCheck = {
  method: 'POST',
  path: '/api/equipment/checks/:cid/acknowledgement',
  can: 'account.self',
  params: z.strictObject({ cid: checkId }),
  /** The person answers for the machine and the connection; the risk only where something is below the minimum. */
  body: z.strictObject({ declared: z.array(checkItem).max(checkItems.length), risk: z.boolean() }),
  reply: checkView,
  refusals: ['not_found', 'newer_check'],
  summary: 'Declare what no browser can prove and take the responsibility and the risk (001 4.1, 6.3)',
} as const satisfies Route

export const listChecks = {
  method: 'GET',
  path: '/api/equipment/checks',
  can: 'equipment.read',
  query: z.strictObject({
    exam: examId.optional(),
    find: z.string().max(200).optional(),
    /** `doubtful`: those whose machine is not simply fit. */
    which: z.enum(['all', 'doubtful']).default('all'),
    ...paging,
  }),
  reply: z.object(
    paged(z.object({ person: accountId, name: z.string(), check: checkView.omit({ facts: true }) })),
  ),
  refusals: ['cursor_stale'],
  summary: 'The last check of each person by pages; a proctor sees their own examinees',
} as const satisfies Route

const major = z.int().min(1).max(9999)
const versions = z.strictObject(
  Object.fromEntries(brands.map((brand) => [brand, major.nullable()])) as Record<
    (typeof brands)[number],
    z.ZodNullable<typeof major>
  >,
)

const behind = z.int().min(0).max(99)
const versionsReply = z.object({
  newest: versions,
  changedAt: moment.nullable(),
  /** Versions behind the newest that are accepted: the institution's own number. */
  behind,
  /** That of the act in force, which goes before it; null: the act leaves it to the institution. */
  actBehind: z.number().nullable(),
})

export const readBrowsers = {
  method: 'GET',
  path: '/api/equipment/browsers',
  can: 'equipment.read',
  reply: versionsReply,
  refusals: [],
  summary: 'The newest versions of browsers, as the administrator keeps them, and how far behind one may be',
} as const satisfies Route

export const changeBrowsers = {
  method: 'PUT',
  path: '/api/equipment/browsers',
  can: 'equipment.manage',
  body: z.strictObject({ newest: versions, behind: behind.optional() }),
  reply: versionsReply,
  refusals: [],
  summary: 'Change the newest versions of browsers; null: not told',
} as const satisfies Route

export const PROBE_MOST_BYTES = 4 * 1024 * 1024

export const probeDown = {
  method: 'GET',
  path: '/api/equipment/probe/down',
  can: 'account.self',
  query: z.strictObject({ bytes: z.coerce.number().int().min(1).max(PROBE_MOST_BYTES) }),
  reply: 'octets',
  refusals: ['too_many', 'busy'],
  summary: 'So many random bytes, to measure the line to the examinee; nothing is kept',
} as const satisfies Route

export const probeUp = {
  method: 'POST',
  path: '/api/equipment/probe/up',
  can: 'account.self',
  body: 'octets',
  upload: 'stream',
  reply: z.object({ bytes: z.number() }),
  refusals: ['too_many', 'busy', 'too_large'],
  summary: 'Takes bytes to measure the line from the examinee and drops them',
} as const satisfies Route

export const probePing = {
  method: 'GET',
  path: '/api/equipment/probe/ping',
  can: 'account.self',
  reply: 'none',
  refusals: ['too_many'],
  summary: 'Answers at once, to measure the delay',
} as const satisfies Route

export const equipmentRoutes = {
  readRequirements,
  readMyEquipment,
  saveCheck,
  acknowledgeCheck,
  listChecks,
  readBrowsers,
  changeBrowsers,
  probeDown,
  probeUp,
  probePing,
} as const
