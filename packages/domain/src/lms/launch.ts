// What a learning platform says when it opens an exam here, read out of its signed words (LTI 1.3; docs/spec/lti.md).
import type { Role } from '../access/table.ts'
import type { ExamMode } from '../exam/card.ts'
import { type EffectivePolicy, isSaid } from '../policy/effective.ts'

const LTI = 'https://purl.imsglobal.org/spec/lti/claim/'
const CHOICE = 'https://purl.imsglobal.org/spec/lti-dl/claim/'
const MEMBER = 'http://purl.imsglobal.org/vocab/lis/v2/membership#'

/** Who signs, for whom, and which of its installations it is: the three that make one platform (T-50). */
export type Platform = { readonly issuer: string; readonly clientId: string; readonly deployment: string }

export type LaunchWords = {
  readonly issuer: string
  readonly subject: string
  /** `choice`: a teacher asks which exam a new place shall open. */
  readonly asks: 'exam' | 'choice'
  readonly teaches: boolean
  /** The place of the course, as the platform numbers it, and what people read there. */
  readonly place: string | null
  readonly title: string | null
  /** The exam the place itself names. */
  readonly exam: string | null
  /** As the platform calls the person, so that a wrong account is noticed. */
  readonly called: string | null
  /** Number of the learner in the institution. */
  readonly learner: string | null
  readonly answer: { readonly address: string; readonly data: string | null } | null
}

type Read = { readonly ok: true; readonly words: LaunchWords } | { readonly ok: false }
const wrong: Read = { ok: false }

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
const text = (value: unknown, most = 255): string | null =>
  typeof value === 'string' && value.trim() !== '' && value.length <= most ? value : null

const EXAM = /exm_[a-z2-7]{26}/
const STAFF = ['Instructor', 'ContentDeveloper', 'Administrator', 'Mentor'].map((role) => MEMBER + role)

/** The signature, the times and the nonce were checked; here is what the words themselves must hold. */
export function readLaunch(claims: Readonly<Record<string, unknown>>, platform: Platform): Read {
  const { iss, sub, aud, azp } = claims
  const subject = text(sub)
  if (iss !== platform.issuer || subject === null) return wrong
  const meant = Array.isArray(aud) ? aud : [aud]
  if (!meant.includes(platform.clientId)) return wrong
  if ((azp !== undefined || meant.length > 1) && azp !== platform.clientId) return wrong
  if (claims[`${LTI}version`] !== '1.3.0') return wrong
  if (claims[`${LTI}deployment_id`] !== platform.deployment) return wrong
  const roles = claims[`${LTI}roles`]
  const said = {
    issuer: platform.issuer,
    subject,
    teaches: Array.isArray(roles) && roles.some((role) => STAFF.includes(role)),
    called: text(claims.name),
    learner: text(object(claims[`${LTI}lis`]).person_sourcedid),
  }
  const type = claims[`${LTI}message_type`]
  if (type === 'LtiResourceLinkRequest') {
    const link = object(claims[`${LTI}resource_link`])
    const place = text(link.id)
    if (place === null) return wrong
    const named = text(object(claims[`${LTI}custom`]).exam) ?? text(claims[`${LTI}target_link_uri`], 2000)
    const exam = EXAM.exec(named ?? '')?.[0] ?? null
    return { ok: true, words: { ...said, asks: 'exam', place, title: text(link.title), exam, answer: null } }
  }
  if (type === 'LtiDeepLinkingRequest') {
    const settings = object(claims[`${CHOICE}deep_linking_settings`])
    const address = text(settings.deep_link_return_url, 2000)
    const takes = settings.accept_types
    if (address === null || !Array.isArray(takes) || !takes.includes('ltiResourceLink')) return wrong
    const answer = { address, data: text(settings.data, 4000) }
    return { ok: true, words: { ...said, asks: 'choice', place: null, title: null, exam: null, answer } }
  }
  return wrong
}

/** What we answer when a teacher has chosen: one place that opens one exam. */
export const choiceAnswer = (
  platform: Platform,
  exam: { readonly id: string; readonly title: string; readonly address: string },
  data: string | null,
): Readonly<Record<string, unknown>> => ({
  iss: platform.clientId,
  aud: platform.issuer,
  [`${LTI}message_type`]: 'LtiDeepLinkingResponse',
  [`${LTI}version`]: '1.3.0',
  [`${LTI}deployment_id`]: platform.deployment,
  [`${CHOICE}content_items`]: [
    { type: 'ltiResourceLink', title: exam.title, url: exam.address, custom: { exam: exam.id } },
  ],
  ...(data === null ? {} : { [`${CHOICE}data`]: data }),
})

const byLaunch: readonly Role[] = ['examinee', 'parent', 'teacher']

/** Who else has more to lose than an exam gives the password here, whatever the platform says. */
export const opensByLaunch = (roles: readonly Role[]): boolean =>
  roles.every((role) => byLaunch.includes(role))

/** 001 7.1, 004 5.4: entered from the learning platform alone, wherever the task itself is (TR-16). In a classroom nobody launches. */
export const onlyFromPlatform = (policy: EffectivePolicy, mode: ExamMode): boolean =>
  mode !== 'offline' && isSaid(policy, 'proctoring.launch_only_from_lms', true)
