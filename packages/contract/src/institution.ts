// The institution itself: its name on every page, the zone its times are told in, and what it consists of.
import { isPolicyKey, type PolicyKey } from '@ochno/domain/policy/schema'
import {
  institutionKinds,
  levels,
  studyForms,
  supportPosts,
  unitDuties,
} from '@ochno/domain/institution/parts'
import { answerable, setupSteps } from '@ochno/domain/institution/setup'
import { z } from 'zod'
import { accountId, examId, line, partId } from './ids.ts'
import type { Route } from './route.ts'
import { ticketTopics } from './support.ts'

export const changeInstitution = {
  method: 'PUT',
  path: '/api/institution',
  can: 'institution.manage',
  stepUp: true,
  body: z.strictObject({ name: line(200), zone: z.string().min(1).max(64) }),
  reply: z.object({ name: z.string(), zone: z.string() }),
  refusals: ['unknown_zone'],
  summary:
    'Change the name and the time zone of the institution; moments already recorded stay what they are',
} as const satisfies Route

const groupId = z.string().regex(/^grp_[a-z2-7]{26}$/)
const text = (max: number) => line(max).or(z.literal(''))

const partFacts = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('branch'), city: text(100), address: text(300) }),
  z.strictObject({ kind: z.literal('unit'), does: z.enum(unitDuties), branch: partId.nullable() }),
  z.strictObject({
    kind: z.literal('programme'),
    code: text(50),
    level: z.enum(levels),
    studyForm: z.enum(studyForms),
    elearning: z.boolean(),
    distance: z.boolean(),
    notOnlyRemote: z.boolean(),
    branch: partId.nullable(),
  }),
  z.strictObject({
    kind: z.literal('technology'),
    post: z.enum(supportPosts),
    topics: z.array(z.enum(ticketTopics)).max(ticketTopics.length),
  }),
])
export type PartGiven = z.output<typeof partFacts>

const partBody = z.strictObject({ name: line(300), facts: partFacts })
export const partView = z.object({
  id: partId,
  name: z.string(),
  facts: partFacts,
  /** TR-69: every planned assessment of a programme of order № 932 is remote. */
  onlyRemote: z.boolean(),
})
export type PartView = z.output<typeof partView>

export const institutionView = z.object({
  name: z.string(),
  zone: z.string(),
  kind: z.enum(institutionKinds).nullable(),
  parts: z.array(partView),
  steps: z.array(z.object({ step: z.enum(setupSteps), done: z.boolean(), missing: z.array(z.string()) })),
  /** The act that is prepared or in force, and what it leaves to decide. */
  act: z
    .object({
      id: z.string(),
      title: z.string(),
      inForce: z.boolean(),
      /** False: the act says that it does not regulate proctoring. */
      proctoring: z.boolean(),
      undecided: z.array(z.custom<PolicyKey>((key) => typeof key === 'string' && isPolicyKey(key))),
    })
    .nullable(),
})
export type InstitutionView = z.output<typeof institutionView>

export const readInstitution = {
  method: 'GET',
  path: '/api/institution',
  can: 'institution.read',
  reply: institutionView,
  refusals: [],
  summary: 'What the institution consists of, and what its setup still lacks',
} as const satisfies Route

export const setKind = {
  method: 'PUT',
  path: '/api/institution/kind',
  can: 'institution.manage',
  body: z.strictObject({ kind: z.enum(institutionKinds) }),
  reply: institutionView,
  refusals: [],
  summary: 'Which kind of institution it is',
} as const satisfies Route

export const answerStep = {
  method: 'PUT',
  path: '/api/institution/steps/:step',
  can: 'institution.manage',
  params: z.strictObject({ step: z.enum(answerable) }),
  body: z.strictObject({ answered: z.boolean() }),
  reply: institutionView,
  refusals: [],
  summary: 'A step of the setup is answered without an entry: there are none, or it stays as it is',
} as const satisfies Route

export const addPart = {
  method: 'POST',
  path: '/api/institution/parts',
  can: 'institution.manage',
  body: partBody,
  reply: z.object({ id: partId }),
  refusals: ['part_taken', 'not_found'],
  summary: 'A branch, a unit, a programme or a technology',
} as const satisfies Route

const params = z.strictObject({ part: partId })

export const changePart = {
  method: 'PUT',
  path: '/api/institution/parts/:part',
  can: 'institution.manage',
  params,
  body: partBody,
  reply: z.object({ id: partId }),
  refusals: ['part_taken', 'not_found'],
  summary: 'Change a branch, a unit, a programme or a technology',
} as const satisfies Route

export const removePart = {
  method: 'DELETE',
  path: '/api/institution/parts/:part',
  can: 'institution.manage',
  params,
  reply: 'none',
  refusals: ['part_used', 'not_found'],
  summary: 'Take one away that nothing refers to',
} as const satisfies Route

const place = { branch: partId.nullable(), programme: partId.nullable() }

export const listGroupPlaces = {
  method: 'GET',
  path: '/api/institution/groups',
  can: 'institution.read',
  reply: z.object({ rows: z.array(z.object({ id: groupId, name: z.string(), ...place })) }),
  refusals: [],
  summary: 'Which branch and programme each group of people belongs to',
} as const satisfies Route

export const placeGroup = {
  method: 'PUT',
  path: '/api/institution/groups/:gid',
  can: 'institution.manage',
  params: z.strictObject({ gid: groupId }),
  body: z.strictObject(place),
  reply: z.object(place),
  refusals: ['not_found'],
  summary: 'A group belongs to a branch and to a programme',
} as const satisfies Route

export const examPlaceView = z.object({
  ...place,
  responsible: z.object({ id: accountId, name: z.string() }).nullable(),
  programmeName: z.string().nullable(),
  branchName: z.string().nullable(),
  onlyRemote: z.boolean(),
  /** To choose from. */
  programmes: z.array(z.object({ id: partId, name: z.string() })),
  branches: z.array(z.object({ id: partId, name: z.string() })),
})
export type ExamPlaceView = z.output<typeof examPlaceView>

export const readExamPlace = {
  method: 'GET',
  path: '/api/exams/:eid/place',
  can: 'session.list',
  params: z.strictObject({ eid: examId }),
  reply: examPlaceView,
  refusals: ['not_found'],
  summary: 'Programme and branch of an exam, and who answers for the technology in it (R0-6.2)',
} as const satisfies Route

export const placeExam = {
  method: 'PUT',
  path: '/api/exams/:eid/place',
  can: 'exam.manage',
  params: z.strictObject({ eid: examId }),
  body: z.strictObject({ ...place, responsible: accountId.nullable() }),
  reply: examPlaceView,
  refusals: ['not_found', 'not_staff', 'other_branch'],
  summary: 'Set the programme, the branch and who answers for the technology',
} as const satisfies Route

export const institutionRoutes = {
  changeInstitution,
  readInstitution,
  setKind,
  answerStep,
  addPart,
  changePart,
  removePart,
  listGroupPlaces,
  placeGroup,
  readExamPlace,
  placeExam,
} as const
