import { deliveries, examModes } from '@ochno/domain/exam/card'
import { permissionNames } from '@ochno/domain/incident/permissions'
import { type Subject, subjects } from '@ochno/domain/materials/subjects'
import { isPolicyKey, type PolicyKey } from '@ochno/domain/policy/schema'
import { z } from 'zod'
import { line } from './ids.ts'

export const policyKey = z.custom<PolicyKey>((key) => typeof key === 'string' && isPolicyKey(key))
export const policyValue = z.union([
  z.boolean(),
  z.number(),
  z.string().max(2000),
  z.array(z.string().max(500)).max(100),
])

/** Shown to examinees as a link, so nothing but the web. */
const webAddress = z.url({ protocol: /^https?$/ }).max(2000)

export const eventTypes = ['exam', 'test', 'lesson', 'other'] as const
export const assessmentKinds = ['current', 'intermediate', 'final', 'state_final', 'other'] as const
export const assessmentObjects = ['subject', 'course', 'discipline', 'practice', 'programme'] as const

export const examCard = z.strictObject({
  event: z.enum(eventTypes),
  kind: z.enum(assessmentKinds),
  object: z.enum(assessmentObjects),
  subject: line(200).nullable(),
  /** The subject whose list of permitted materials applies (001 section 8). */
  materials: z.custom<Subject>((one) => subjects.includes(one as Subject)).nullable(),
  mode: z.enum(examModes),
  delivery: z.strictObject({
    to: z.enum(deliveries),
    address: webAddress.nullable(),
    name: line(200).nullable(),
  }),
  switches: z
    .array(
      z.strictObject({
        name: z.enum(permissionNames),
        /** The longest time it covers at once; null: no limit was set (TR-57). */
        limitSeconds: z.number().int().min(1).max(36_000).nullable(),
      }),
    )
    .max(10)
    .refine((given) => new Set(given.map(({ name }) => name)).size === given.length),
  software: z
    .array(z.strictObject({ kind: z.enum(['site', 'messenger', 'software']), name: line(200) }))
    .max(50),
  tasks: z.strictObject({
    textInput: z.boolean(),
    extendedAnswer: z.boolean(),
    draft: z.boolean(),
    calculator: z.boolean(),
  }),
  requirements: z.array(line(500)).max(30),
  overrides: z
    .array(z.strictObject({ key: policyKey, value: policyValue, ground: z.string().trim().max(1000) }))
    .max(20),
})
export type ExamCardGiven = z.output<typeof examCard>

/** What does not fit the act: the field or the parameter, the reason, the clauses that say so. */
export const cardProblem = z.object({ at: z.string(), why: z.string(), clauses: z.array(z.string()) })
export type CardProblemView = z.output<typeof cardProblem>

const choice = z.object({ allowed: z.boolean(), clauses: z.array(z.string()) })

/** What the act in force lets a card say; the form offers no more. */
export const examFormView = z.object({
  /** Null: no act is in force, an exam is made without a card. */
  act: z
    .object({
      id: z.string(),
      preset: z.string(),
      edition: z.number(),
      title: z.string(),
      /** Null: exams may be proctored under it. */
      stands: z
        .discriminatedUnion('why', [
          z.object({ why: z.literal('not_regulated') }),
          z.object({ why: z.literal('undecided'), keys: z.array(policyKey) }),
        ])
        .nullable(),
      modes: z.record(z.enum(examModes), choice),
      kinds: z.array(z.enum(assessmentKinds)),
      usualKind: z.enum(assessmentKinds).nullable(),
      events: z.array(z.enum(eventTypes)),
      objects: z.array(z.enum(assessmentObjects)),
      deliveries: z.record(z.enum(deliveries), choice),
      switches: z.boolean(),
      materials: z.boolean(),
      requirements: z.boolean(),
      longestMinutes: z.number().nullable(),
      lengthClauses: z.array(z.string()),
      /** Bans this exam may lift, and what it may tighten, with what the act says now. */
      overrides: z.array(
        z.object({
          key: policyKey,
          value: policyValue.nullable(),
          clauses: z.array(z.string()),
          /** `lift`: a ban that a ground lifts; `forbid`: allowed by the act; `fixed`: a ban the act does not yield. */
          may: z.enum(['lift', 'forbid', 'fixed']),
        }),
      ),
    })
    .nullable(),
})
export type ExamFormView = z.output<typeof examFormView>

export const ruleRow = z.object({
  key: policyKey,
  value: policyValue,
  from: z.enum(['act', 'decision', 'exam', 'accommodation', 'law']),
  clauses: z.array(z.string()),
  ground: z.string().nullable(),
})

/** What will apply, or applies, to an exam. */
export const examRulesView = z.object({
  exam: z.string(),
  card: examCard,
  /** Null: no act rules this exam. */
  act: z.object({ id: z.string(), edition: z.number(), quote: z.string() }).nullable(),
  frozen: z.object({ at: z.string(), sha256: z.string() }).nullable(),
  /** Of a draft: what keeps it from being published. */
  problems: z.array(cardProblem),
  undecided: z.array(policyKey),
  /** R4-1.1a: the act speaks of one form of study alone, and the programme of this draft is not named. */
  programmeMissing: z.boolean(),
  rows: z.array(ruleRow),
  materials: z.array(z.object({ wording: z.string(), clause: z.string() })),
  /** In plain Russian, as the acts are written. */
  words: z.object({
    examinee: z.array(z.string()),
    proctor: z.array(z.string()),
    teacher: z.array(z.string()),
  }),
})
export type ExamRulesView = z.output<typeof examRulesView>
