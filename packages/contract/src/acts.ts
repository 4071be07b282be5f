import { isPolicyKey, type PolicyKey } from '@ochno/domain/policy/schema'
import { signedAt } from '@ochno/domain/regulation/act-card'
import { z } from 'zod'
import { moment } from './ids.ts'
import type { Route } from './route.ts'

export const actId = z.string().regex(/^act_[a-z2-7]{26}$/)
const policyKey = z.custom<PolicyKey>((key) => typeof key === 'string' && isPolicyKey(key))
const value = z.union([z.boolean(), z.number(), z.string().max(2000), z.array(z.string().max(500)).max(100)])
const text = (max: number) => z.string().trim().min(1).max(max)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** SM-15. */
export const actStates = ['draft', 'considered', 'agreed', 'approved', 'effective', 'superseded'] as const
export const actCommands = ['consider', 'agree', 'approve', 'rework'] as const

export const stepKinds = ['considered', 'adopted', 'agreed'] as const
export const forces = ['order_date', 'stated_day', 'chosen'] as const
/** A file of rules larger than this is no file of rules. */
export const ACT_FILE_BYTES = 512 * 1024

export const approvalStep = z.strictObject({
  kind: z.enum(stepKinds),
  body: text(300),
  /** Whether a protocol number is asked for is the institution's choice, step by step (R0-0b). */
  numbered: z.boolean(),
  number: z.string().trim().max(100).nullable(),
  date: day.nullable(),
})

/** What the title page says; approval and effect are two days (TR-18). */
export const actCard = z.strictObject({
  title: text(500),
  code: z.string().trim().max(100).nullable(),
  /** Who approves; the name may be written later, until the approval. */
  approver: z.strictObject({ post: z.string().trim().max(200), name: z.string().trim().max(200) }),
  order: z.string().trim().max(200).nullable(),
  approvedOn: day.nullable(),
  /** How the act itself begins: with its order, on a day it states, or it is silent and people choose. */
  force: z.enum(forces),
  effectiveFrom: day.nullable(),
  steps: z.array(approvalStep).max(20),
  grounds: z
    .array(
      z.strictObject({
        act: text(500),
        number: z.string().trim().max(100).nullable(),
        date: day.nullable(),
      }),
    )
    .max(50),
  otherActs: z.array(text(500)).max(50),
  /** Of the signed file; the moment as signed files write it, with its offset. */
  signature: z
    .strictObject({
      signer: text(300),
      at: text(60).refine((at) => signedAt({ signer: '', at }) !== null, 'not_a_signature_moment'),
    })
    .nullable(),
  /** Where the act is published. */
  publicUrl: z
    .string()
    .trim()
    .max(1000)
    .regex(/^https?:\/\/[^\s/]+\.[^\s]+$/)
    .nullable(),
})

export const settingView = z.discriminatedUnion('state', [
  z.object({
    key: policyKey,
    state: z.literal('act'),
    value,
    clauses: z.array(z.string()),
    note: z.string().nullable(),
    /** The words of those clauses. */
    quotes: z.array(z.object({ clause: z.string(), text: z.string() })),
  }),
  z.object({ key: policyKey, state: z.literal('decision'), value, ground: z.string() }),
  z.object({ key: policyKey, state: z.literal('open'), needed: z.boolean() }),
  z.object({
    key: policyKey,
    state: z.literal('capped'),
    value,
    law: z.string(),
    said: value.nullable(),
  }),
])
export type SettingView = z.output<typeof settingView>

export const actLine = z.object({
  id: actId,
  edition: z.number(),
  title: z.string(),
  preset: z.string(),
  state: z.enum(actStates),
  effectiveFrom: day.nullable(),
  undecided: z.number(),
  warnings: z.number(),
  changedAt: moment,
})

export const actView = actLine.extend({
  card: actCard,
  settings: z.array(settingView),
  warnings: z.array(z.object({ trap: z.string(), keys: z.array(policyKey), ru: z.string(), en: z.string() })),
  /** Commands this person may give now. */
  commands: z.array(z.enum(actCommands)),
})
export type ActView = z.output<typeof actView>

const params = z.strictObject({ aid: actId })

export const listActs = {
  method: 'GET',
  path: '/api/acts',
  can: 'act.read',
  reply: z.object({ rows: z.array(actLine) }),
  refusals: [],
  summary: 'Editions of the institution’s acts, the newest first',
} as const satisfies Route

export const createAct = {
  method: 'POST',
  path: '/api/acts',
  can: 'act.manage',
  /** A file, and what JSON adds to it on its way. */
  bodyBytes: 2 * ACT_FILE_BYTES,
  /** From one of the five presets, from nothing, from an own edition, or from a file that was exported. */
  body: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('preset'), preset: z.enum(['000', '001', '002', '003', '004']) }),
    z.strictObject({ from: z.literal('nothing'), title: text(500) }),
    z.strictObject({ from: z.literal('edition'), act: actId }),
    z.strictObject({ from: z.literal('file'), title: text(500), text: z.string().max(ACT_FILE_BYTES) }),
  ]),
  reply: actView,
  refusals: ['not_found', 'wrong_file'],
  /** `wrong_file` tells each problem in `fields`: `line|parameter|clauses|why`, what is not known left empty. */
  summary: 'A new draft edition; a file that is wrong is refused with the line and clause of each problem',
} as const satisfies Route

export const readAct = {
  method: 'GET',
  path: '/api/acts/:aid',
  can: 'act.read',
  params,
  reply: actView,
  refusals: ['not_found'],
  summary: 'One edition with every parameter, its clause and the words of it',
} as const satisfies Route

export const changeCard = {
  method: 'PUT',
  path: '/api/acts/:aid/card',
  can: 'act.manage',
  params,
  body: actCard,
  reply: actView,
  refusals: ['not_found', 'card_closed', 'superseded'],
  /** `card_closed` names in `fields` what does not change any more. */
  summary: 'The card: its text while a draft, the approval until the order, the signed file after it',
} as const satisfies Route

export const decideParameter = {
  method: 'PUT',
  path: '/api/acts/:aid/decisions/:key',
  can: 'act.manage',
  params: z.strictObject({ aid: actId, key: policyKey }),
  /** Null takes the decision back. */
  body: z.strictObject({ decided: z.strictObject({ value, ground: text(1000) }).nullable() }),
  reply: actView,
  refusals: ['not_found', 'act_says', 'wrong_value', 'superseded'],
  summary: 'Fill what the act leaves unregulated, with a ground',
} as const satisfies Route

export const stateParameter = {
  method: 'PUT',
  path: '/api/acts/:aid/statements/:key',
  can: 'act.manage',
  params: z.strictObject({ aid: actId, key: policyKey }),
  /** Null: the act is silent about it. */
  body: z.strictObject({
    stated: z
      .strictObject({
        value,
        clauses: z.array(text(30)).min(1).max(10),
        /** The words of those clauses, as the act has them. */
        quote: text(4000),
        note: z.string().trim().max(500).nullable(),
      })
      .nullable(),
  }),
  reply: actView,
  refusals: ['not_found', 'not_a_draft', 'wrong_value'],
  summary: 'What a draft of one’s own act says, with its clauses and their words',
} as const satisfies Route

export const moveAct = {
  method: 'POST',
  path: '/api/acts/:aid/moves',
  can: 'act.manage',
  stepUp: true,
  params,
  body: z.strictObject({ command: z.enum(actCommands) }),
  reply: actView,
  refusals: [
    'not_found',
    'not_now',
    'steps_open',
    'no_order',
    'no_effective_date',
    'no_approver',
    'effect_before_approval',
  ],
  summary: 'Consider, agree, approve or take back a draft (SM-15); it takes effect on its day by itself',
} as const satisfies Route

export const compareActs = {
  method: 'GET',
  path: '/api/acts/:aid/compare/:other',
  can: 'act.read',
  params: z.strictObject({ aid: actId, other: actId }),
  reply: z.object({
    rows: z.array(z.object({ key: policyKey, before: settingView, after: settingView })),
  }),
  refusals: ['not_found'],
  summary: 'What changes for people between two editions',
} as const satisfies Route

export const exportAct = {
  method: 'GET',
  path: '/api/acts/:aid/file',
  can: 'act.read',
  params,
  reply: z.object({ name: z.string(), text: z.string() }),
  refusals: ['not_found'],
  summary: 'The policy as one file',
} as const satisfies Route

/** What people of three roles will see under this edition, in words. */
export const previewAct = {
  method: 'GET',
  path: '/api/acts/:aid/preview',
  can: 'act.read',
  params,
  reply: z.object({
    examinee: z.array(z.string()),
    proctor: z.array(z.string()),
    teacher: z.array(z.string()),
  }),
  refusals: ['not_found'],
  summary: 'What examinees, proctors and teachers will see under this edition',
} as const satisfies Route

export const actRoutes = {
  listActs,
  createAct,
  readAct,
  changeCard,
  decideParameter,
  stateParameter,
  moveAct,
  compareActs,
  exportAct,
  previewAct,
} as const
