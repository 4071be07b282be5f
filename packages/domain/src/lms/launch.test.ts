import { expect, test } from 'vitest'
import { plainCard } from '../exam/card.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { preset001 } from '../policy/presets/preset-001.ts'
import { preset003 } from '../policy/presets/preset-003.ts'
import { preset004 } from '../policy/presets/preset-004.ts'
import type { ExamMode } from '../exam/card.ts'
import { choiceAnswer, onlyFromPlatform, opensByLaunch, type Platform, readLaunch } from './launch.ts'

const platform: Platform = { issuer: 'https://moodle.example', clientId: 'c-1', deployment: '3' }
const EXAM = 'exm_aaaaaaaaaaaaaaaaaaaaaaaaaa'
const LTI = 'https://purl.imsglobal.org/spec/lti/claim/'
const CHOICE = 'https://purl.imsglobal.org/spec/lti-dl/claim/'

/** As Moodle 4 sends it, shortened by what nobody reads here. */
const moodle = {
  iss: 'https://moodle.example',
  aud: 'c-1',
  sub: '42',
  name: 'Белова Анна',
  [`${LTI}deployment_id`]: '3',
  [`${LTI}message_type`]: 'LtiResourceLinkRequest',
  [`${LTI}version`]: '1.3.0',
  [`${LTI}target_link_uri`]: 'https://ochno.example/launch',
  [`${LTI}resource_link`]: { id: '7', title: 'Экзамен', description: '' },
  [`${LTI}roles`]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
  [`${LTI}lis`]: { person_sourcedid: 'СТ-7', course_section_sourcedid: '' },
  [`${LTI}custom`]: { exam: EXAM },
}
const choosing = {
  ...moodle,
  [`${LTI}message_type`]: 'LtiDeepLinkingRequest',
  [`${LTI}roles`]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor'],
  [`${CHOICE}deep_linking_settings`]: {
    deep_link_return_url: 'https://moodle.example/mod/lti/contentitem_return.php',
    accept_types: ['ltiResourceLink'],
    data: 'd',
  },
}

test('R2-5j the words of Moodle are read as they stand', () => {
  expect(readLaunch(moodle, platform)).toEqual({
    ok: true,
    words: {
      issuer: 'https://moodle.example',
      subject: '42',
      asks: 'exam',
      teaches: false,
      place: '7',
      title: 'Экзамен',
      exam: EXAM,
      called: 'Белова Анна',
      learner: 'СТ-7',
      answer: null,
    },
  })
  expect(readLaunch(choosing, platform)).toMatchObject({
    ok: true,
    words: {
      asks: 'choice',
      teaches: true,
      place: null,
      exam: null,
      answer: { address: 'https://moodle.example/mod/lti/contentitem_return.php', data: 'd' },
    },
  })
})

test('R2-5j the exam may also stand in the address of the place', () => {
  const { [`${LTI}custom`]: _, ...rest } = moodle
  const byAddress = { ...rest, [`${LTI}target_link_uri`]: `https://ochno.example/launch?exam=${EXAM}` }
  expect(readLaunch(byAddress, platform)).toMatchObject({ words: { exam: EXAM } })
  expect(readLaunch(rest, platform)).toMatchObject({ words: { exam: null } })
  const empty = { ...rest, [`${LTI}custom`]: { exam: ' ' } }
  expect(readLaunch(empty, platform)).toMatchObject({ words: { exam: null } })
})

for (const [what, changed] of [
  ['another issuer', { iss: 'https://evil.example' }],
  ['for another tool', { aud: 'c-2' }],
  ['for several without naming us', { aud: ['c-1', 'c-2'] }],
  ['given to another of several', { aud: ['c-1', 'c-2'], azp: 'c-2' }],
  ['nobody', { sub: '' }],
  ['another deployment', { [`${LTI}deployment_id`]: '4' }],
  ['no version', { [`${LTI}version`]: undefined }],
  ['no place', { [`${LTI}resource_link`]: { title: 'x' } }],
  ['a message we do not know', { [`${LTI}message_type`]: 'LtiStartProctoring' }],
] as const)
  test(`T-50 ${what} is no launch`, () =>
    expect(readLaunch({ ...moodle, ...changed }, platform)).toEqual({ ok: false }))

test('T-50 a choice that takes no place, or has nowhere to be answered, is none', () => {
  for (const settings of [
    {},
    { deep_link_return_url: 'https://moodle.example/', accept_types: ['file'] },
    { accept_types: ['ltiResourceLink'] },
  ])
    expect(readLaunch({ ...choosing, [`${CHOICE}deep_linking_settings`]: settings }, platform).ok).toBe(false)
})

test('R2-5j one of several audiences that names us as its party is a launch', () =>
  expect(readLaunch({ ...moodle, aud: ['c-1', 'c-2'], azp: 'c-1' }, platform).ok).toBe(true))

test('R2-5j the answer names the exam both ways and says back what the platform gave along', () => {
  const answer = choiceAnswer(platform, { id: EXAM, title: 'Алгебра', address: `x?exam=${EXAM}` }, 'd')
  expect(answer).toEqual({
    iss: 'c-1',
    aud: 'https://moodle.example',
    [`${LTI}message_type`]: 'LtiDeepLinkingResponse',
    [`${LTI}version`]: '1.3.0',
    [`${LTI}deployment_id`]: '3',
    [`${CHOICE}content_items`]: [
      { type: 'ltiResourceLink', title: 'Алгебра', url: `x?exam=${EXAM}`, custom: { exam: EXAM } },
    ],
    [`${CHOICE}data`]: 'd',
  })
  expect(choiceAnswer(platform, { id: EXAM, title: '', address: '' }, null)).not.toHaveProperty(
    `${CHOICE}data`,
  )
})

test('R4-5.4 R1-7.1 the acts that say so let people in from the platform alone; in a classroom nobody launches', () => {
  const stated = { '001': preset001, '003': preset003, '004': preset004 }
  const only = (act: keyof typeof stated, mode: ExamMode = plainCard.mode) => {
    const made = effectivePolicy({ act, stated: stated[act], decisions: {} })
    return made.ok && onlyFromPlatform(made.policy, mode)
  }
  expect([only('001'), only('003'), only('004')]).toEqual([true, false, true])
  expect(only('004', 'offline')).toBe(false)
})

test('B-29 a launch opens an account of a learner or a teacher and none that may do more', () => {
  expect([opensByLaunch(['examinee']), opensByLaunch(['parent', 'teacher'])]).toEqual([true, true])
  expect([opensByLaunch(['teacher', 'admin']), opensByLaunch(['proctor'])]).toEqual([false, false])
})
