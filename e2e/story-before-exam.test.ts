// The same story for each of the five institutions: from an empty installation to an examinee who was let in and is recorded.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser, type Visit } from './screens-stand.ts'
import { appliesAndIsApproved, calendarIsKnown } from './stories/application.ts'
import { asksAndIsGranted } from './stories/conditions.ts'
import { bothAgree, officeDecides, onPaper, parentAgrees, selfAgrees } from './stories/consent.ts'
import {
  acknowledged,
  begins,
  comesToExam,
  phoneExplains,
  proctorLetsIn,
  throughSteps,
} from './stories/door.ts'
import { dayOfExam, placeAndTell, publish, readNotice, writeCard } from './stories/exam.ts'
import { five, type Institution } from './stories/five.ts'
import { actInForce, wizard } from './stories/institution.ts'
import { familyAtHome, helped, noExamIsHeld } from './stories/interaction.ts'
import { type Family, familyEnters, importPeople, staffEnters } from './stories/people.ts'
import { proctorAppointed } from './stories/proctor.ts'
import { orderOfResponsible } from './stories/responsible.ts'
import { nameless } from './stories/screen-reader.ts'
import { openStand, type Stand, trouble } from './stories/stand.ts'

// Each is many screens of many people.
vi.setConfig({ testTimeout: 10 * 60_000 })

let browser: Browser
let stand: Stand | null = null
beforeAll(async () => {
  browser = await openBrowser()
})
afterEach(async () => {
  await stand?.close()
  stand = null
})
afterAll(() => browser?.close())

const institution = (preset: Institution['preset']): Institution => {
  const of = five.find((one) => one.preset === preset)
  if (!of) throw new Error(preset)
  return of
}

type Begun = { readonly stand: Stand; readonly family: Family; readonly office: Visit }

/** An empty installation, the act in force, everybody on the list and signed in. */
async function founded(preset: Institution['preset'], technology: string | null = null) {
  stand = await openStand(institution(preset), browser)
  await wizard(stand)
  await actInForce(stand)
  if (technology) await orderOfResponsible(stand, technology)
  await importPeople(stand)
  await staffEnters(stand)
  return { stand, family: await familyEnters(stand) }
}

async function withOffice(preset: Institution['preset'], technology?: string): Promise<Begun> {
  const begun = await founded(preset, technology)
  await proctorAppointed(begun.stand)
  return { ...begun, office: await officeDecides(begun.stand) }
}

/** The exam is written, published, filled and told of; then its day comes, and the examinee stands before the door. */
async function examDay({ stand, family, office }: Begun): Promise<Visit> {
  const opensAt = dayOfExam(stand)
  const teacher = await writeCard(stand, opensAt)
  if (stand.of.preset === '003') {
    await calendarIsKnown(stand)
    await appliesAndIsApproved(stand, teacher, office)
  }
  await publish(stand, teacher)
  await placeAndTell(stand, teacher)
  await readNotice(stand, family)
  stand.clock.leapTo(opensAt + 60_000)
  await phoneExplains(stand)
  return comesToExam(stand)
}

test('the check of a screen reader’s tree finds a control without a name', () => {
  const heard = [
    '- button "Дальше"',
    '- button [disabled]',
    '  - checkbox',
    '- link "К экзамену":',
    '- img "Ваш снимок"',
  ]
  expect(nameless(heard.join('\n'))).toEqual(['- button [disabled]', '  - checkbox'])
})

test('000, a school: a boy of fifteen and his mother agree on their phones, the proctor knows his face, the recording begins', async () => {
  const begun = await withOffice('000', 'МАХ (Сферум)')
  await bothAgree(begun.stand, begun.family)
  const own = await examDay(begun)
  expect(await throughSteps(begun.stand, own)).toEqual(expect.arrayContaining(['Лицо', 'Правила']))
  await proctorLetsIn(begun.stand, own)
  await begins(begun.stand, own)
  expect(trouble(begun.stand)).toEqual([])
})

test('001, a college with a school: under fourteen the father alone agrees, the account is enough, nobody asks for a document', async () => {
  const begun = await withOffice('001')
  await parentAgrees(begun.stand, begun.family.parent)
  const own = await examDay(begun)
  expect(await throughSteps(begun.stand, own)).not.toContain('Документ')
  await begins(begun.stand, own)
  expect(trouble(begun.stand)).toEqual([])
})

test('TR-01 002, a college whose act regulates interaction alone: people, the order, contacts and help; no proctored exam is held', async () => {
  const { stand, family } = await founded('002', 'VK TEAMS')
  await familyAtHome(stand, family)
  await helped(stand, family)
  await noExamIsHeld(stand)
  expect(trouble(stand)).toEqual([])
})

test('R3-4.1.2 003, an institute: an application a week before, conditions, a document once, no start before the rules are accepted', async () => {
  const begun = await withOffice('003')
  await selfAgrees(begun.stand, begun.family)
  await asksAndIsGranted(begun.stand, begun.family.examinee, begun.office)
  const own = await examDay(begun)
  const steps = await throughSteps(begun.stand, own)
  expect(steps).toContain('Документ')
  expect(steps).toContain('Правила')
  const rules = (await acknowledged(begun.stand, own)).find(({ step }) => step === 'rules')
  expect(rules?.edition).toBe(1)
  expect(Math.abs((rules?.at.getTime() ?? 0) - begun.stand.clock.ms())).toBeLessThan(10 * 60_000)
  await proctorLetsIn(begun.stand, own)
  await begins(begun.stand, own)
  expect(trouble(begun.stand)).toEqual([])
})

test('004, a training centre: consent on paper with its original, a name aloud and a masked document at the door, the proctor compares and lets in', async () => {
  const begun = await withOffice('004')
  await onPaper(begun.stand, begun.family, begun.office)
  const own = await examDay(begun)
  expect(await throughSteps(begun.stand, own)).toEqual(
    expect.arrayContaining([
      'Имя вслух',
      'Документ',
      'Лицо',
      'Владелец учётной записи',
      'Правила',
      'Ответственность',
    ]),
  )
  await proctorLetsIn(begun.stand, own)
  await begins(begun.stand, own)
  expect(trouble(begun.stand)).toEqual([])
})
