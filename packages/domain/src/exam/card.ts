// The card of an exam: what is held, how it is watched, what is permitted, and where the task is done.
import type { PermissionSwitch } from '../incident/permissions.ts'
import type { AllowedSoftware, TaskNeeds } from '../incident/permitted.ts'
import type { Subject } from '../materials/subjects.ts'
import type { Value } from '../policy/parameter.ts'
import type { PolicyKey } from '../policy/schema.ts'
import type { AssessmentKind } from '../regulation/programme.ts'
import type { AssessmentObject, EventType } from '../scheduling/event.ts'

/** How the exam is watched: live, from the recording by a program alone or by a person, or in a classroom. */
export const examModes = ['sync', 'async_human', 'async_auto', 'offline'] as const
export type ExamMode = (typeof examModes)[number]

export const deliveries = ['lms', 'external', 'installed', 'classroom'] as const
export type DeliveryPlace = (typeof deliveries)[number]

/** Where the task is: an address for the two on the web, the program or the room by name. */
export type Delivery = {
  readonly to: DeliveryPlace
  readonly address: string | null
  readonly name: string | null
}

export type CardSwitch = { readonly name: PermissionSwitch; readonly limitSeconds: number | null }

/** One parameter this exam sets differently from the act, with its ground (TR-64). */
export type CardOverride = { readonly key: PolicyKey; readonly value: Value; readonly ground: string }

export type ExamCard = {
  readonly event: EventType
  readonly kind: AssessmentKind
  readonly object: AssessmentObject
  /** As people call it; the list of 001 section 8 goes by `materials`. */
  readonly subject: string | null
  readonly materials: Subject | null
  readonly mode: ExamMode
  readonly delivery: Delivery
  readonly switches: readonly CardSwitch[]
  readonly software: readonly AllowedSoftware[]
  readonly tasks: TaskNeeds
  readonly requirements: readonly string[]
  readonly overrides: readonly CardOverride[]
}

export const plainCard: ExamCard = {
  event: 'exam',
  kind: 'intermediate',
  object: 'subject',
  subject: null,
  materials: null,
  mode: 'sync',
  delivery: { to: 'lms', address: null, name: null },
  switches: [],
  software: [],
  tasks: { textInput: false, extendedAnswer: false, draft: false, calculator: false },
  requirements: [],
  overrides: [],
}

/** Somebody watches while it runs; only then the ratio of proctors binds (004 5.2). */
export const isWatchedLive = (mode: ExamMode): boolean => mode === 'sync'

/** A person has to be there while it runs: at the wall, or in the room itself. */
export const needsProctor = (mode: ExamMode): boolean => mode === 'sync' || mode === 'offline'
