// Consents through the pages: a pupil and his parent on the screen, a student on paper, the office with its list.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changeConsentSettings } from '@ochno/contract/consent-settings'
import { createExam, publishExam } from '@ochno/contract/exams'
import { changePaperSetting } from '@ochno/contract/forms'
import type { ExamCardGiven } from '@ochno/contract/exam-card'
import { plainCard } from '@ochno/domain/exam/card'
import { Temporal } from '@ochno/domain/time'
import { actInForce, teachersThere } from '@ochno/testkit/act-in-force'
import {
  bootServer,
  PASSWORD,
  type TestInstitution,
  type TestPerson,
  type TestServer,
} from '@ochno/testkit/server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, openBrowser, phone, type Visit, visit } from './screens-stand.ts'
import { card, readParts } from './stories/consent.ts'

let browser: Browser
let server: TestServer
let folder: string
let web: string
const visits: Visit[] = []

beforeAll(async () => {
  web = await builtWeb('production')
  folder = mkdtempSync(join(tmpdir(), 'ochno-consents-'))
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  for (const one of [web, folder]) rmSync(one, { recursive: true, force: true })
})

async function enter(
  person: TestPerson,
  at: string,
  viewport: typeof desktop | typeof phone,
): Promise<Visit> {
  const one = await visit(browser, server.url, { viewport })
  visits.push(one)
  await one.page.goto(`/sign-in?next=${encodeURIComponent(at)}`)
  await one.page.getByLabel('Логин').fill(person.login)
  await one.page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await one.page.getByRole('button', { name: 'Войти' }).click()
  await one.page.waitForURL(`**${at}`)
  return one
}

const born = (school: TestInstitution, person: TestPerson, yearsAgo: number) =>
  server.database.owner('insert into consent_person (account_id, tenant_id, born) values ($1, $2, $3)', [
    person.id,
    school.id,
    Temporal.Now.plainDateISO().subtract({ years: yearsAgo, days: 50 }).toString(),
  ])

async function examIn(school: TestInstitution, days: number, title: string, people: readonly TestPerson[]) {
  const at = (more: number) => new Date(Date.now() + (days + more) * 86_400_000).toISOString()
  const { id } = await school.admin.client.done(createExam, {
    body: {
      title,
      instructions: 'Задание',
      opensAt: at(0),
      closesAt: at(0.2),
      lengthMinutes: 45,
      teachers: await teachersThere(school.admin.client),
      card: plainCard as unknown as ExamCardGiven,
    },
  })
  await school.admin.client.done(publishExam, { params: { eid: id } })
  for (const examinee of people) await school.session({ exam: id, examinee, consents: 'unanswered' })
  return id
}

const fits = async (page: Page, { width }: { width: number }) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)

test('R0-2.2.1a R0-2.2.1b TR-33 a pupil of fifteen and his mother read three parts, nothing is ticked for them, and a no shows the other way without a word of blame', async () => {
  const school = await server.otherInstitution()
  await actInForce(school.admin.client, '000')
  await school.admin.client.done(changeConsentSettings, {
    body: {
      age: { representativeAloneUntil: 14, bothUntil: 18 },
      alternatives: ['in_person', 'oral'],
      thirdParty: null,
    },
  })
  const pupil = await school.person('examinee', { fullName: 'Соколов Артём Игоревич' })
  const mother = await school.person('parent', { fullName: 'Соколова Нина Юрьевна' })
  const teacher = await school.person('teacher')
  await born(school, pupil, 15)
  await server.database.owner(
    `insert into consent_guardian (tenant_id, representative_id, child_id, proof, verified_at)
     values ($1, $2, $3, 'свидетельство о рождении', now())`,
    [school.id, mother.id, pupil.id],
  )
  const exam = await examIn(school, 3, 'Физика, 9 «А»', [pupil])

  const his = await enter(pupil, '/consents', phone)
  const { page } = his
  await page.getByText('Прочитайте три части').first().waitFor()
  await his.accessible('consents on a phone')
  await picture(page, 'consents-phone')
  await card(page, 'Согласие на прокторинг').getByRole('button', { name: 'Прочитать и ответить' }).click()
  await page.getByText('Часть 1 из 3').waitFor()
  await picture(page, 'consents-part-phone')
  await card(page, 'Согласие на прокторинг').getByRole('button', { name: 'Закрыть' }).click()
  await readParts(page, 'Согласие на прокторинг')
  const agree = page.getByRole('radio', { name: 'Согласен', exact: true })
  const decline = page.getByRole('radio', { name: 'Не согласен' })
  await agree.waitFor()
  expect([await agree.isChecked(), await decline.isChecked()]).toEqual([false, false])
  expect(await page.getByRole('button', { name: 'Ответить', exact: true }).isDisabled()).toBe(true)
  await his.accessible('an answer on a phone')
  await picture(page, 'consents-answer-phone')
  await agree.check()
  await page.getByRole('button', { name: 'Ответить', exact: true }).click()
  await page.getByText('Ждём второй: родитель или законный представитель').waitFor()
  await fits(page, phone)

  const hers = await enter(mother, '/consents', desktop)
  await hers.page.getByRole('heading', { name: 'За ребёнка: Соколов Артём Игоревич' }).waitFor()
  await readParts(hers.page, 'Согласие на прокторинг')
  await hers.page.getByText('Вы отвечаете за ребёнка').waitFor()
  await hers.page.getByRole('radio', { name: 'Не согласен' }).check()
  await hers.page.getByRole('button', { name: 'Ответить', exact: true }).click()
  const declined = card(hers.page, 'Согласие на прокторинг')
  await declined.getByText('Это не нарушение').waitFor()
  await declined.getByText('очно, в учреждении').waitFor()
  await hers.accessible('a no')
  await picture(hers.page, 'consents-declined')

  const staff = await enter(teacher, `/exams/${exam}/consents`, desktop)
  await staff.page.getByText('отказ, другой порядок').waitFor()
  await staff.accessible('consents of an exam')
  await picture(staff.page, 'consents-exam')
  await staff.page.setViewportSize(phone)
  await fits(staff.page, phone)
  await picture(staff.page, 'consents-exam-phone')
  expect(visits.flatMap(({ trouble }) => trouble)).toEqual([])
})

/** TR-54: he has moved to another programme; the office is asked, and asks him. */
async function askedAboutProgramme(school: TestInstitution, { page, accessible }: Visit, who: TestPerson) {
  await server.database.owner(
    `with part as (insert into institution_part (id, tenant_id, kind, name, facts, created_at)
       values ('prt_' || $1, $1, 'programme', 'Охрана труда на высоте', '{}', now()) returning id),
     people as (insert into people_group (id, tenant_id, name, created_at) values ('grp_' || $1, $1, 'ОТ-1', now()) returning id),
     place as (insert into group_place (group_id, tenant_id, programme_id) select people.id, $1, part.id from people, part)
     insert into people_group_member (account_id, tenant_id, group_id, since) select $2, $1, id, now() from people`,
    [school.id, who.id],
  )
  await page.reload()
  await page.getByText('Охрана труда на высоте').waitFor()
  await accessible('a person of another programme')
  await picture(page, 'consents-programme')
  await page.setViewportSize(phone)
  await fits(page, phone)
  await picture(page, 'consents-programme-phone')
  await page.getByRole('button', { name: /^Решить о программе: / }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Попросить подписать заново').check()
  await accessible('the answer about another programme')
  await picture(page, 'consents-programme-sheet-phone')
  await sheet.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('попросили подписать, ждём бумагу').waitFor()
  await page.setViewportSize(desktop)
}

/** Nothing is chosen beforehand; the list of those who wait for a decision empties. */
/** The list stays while it is searched, and so does what was opened from one of its rows before the answer came. */
async function openedDuringSearch({ page }: Visit, act: string) {
  const held = Promise.withResolvers<void>()
  await page.route(/[?&]find=/, async (route) => {
    await held.promise
    await route.continue()
  })
  const asked = page.waitForRequest(/[?&]find=/)
  await page.getByLabel('Найти по имени').fill('Орлов')
  await asked
  await page.getByRole('button', { name: act }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.waitFor()
  const answered = page.waitForResponse(/[?&]find=/)
  held.resolve()
  await answered
  await expect.poll(() => page.locator('tr[data-row]').count()).toBe(1)
  expect(await sheet.isVisible()).toBe(true)
}

async function lateIsDecided({ page, accessible }: Awaited<ReturnType<typeof enter>>) {
  await page.getByLabel('Показать').selectOption('Требуют решения')
  await page.getByRole('button', { name: /^Решить о допуске: Константинопольская/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('Пока оригинал не принят').waitFor()
  expect(await sheet.getByRole('button', { name: 'Решить и известить' }).isDisabled()).toBe(true)
  await sheet.getByLabel('Не допускать').check()
  await sheet.getByLabel('Причина').fill('Оригинал не сдан, бумага нужна до экзамена.')
  await accessible('the decision on a late original')
  await picture(page, 'consents-late-phone')
  await page.setViewportSize(desktop)
  await picture(page, 'consents-late')
  await sheet.getByRole('button', { name: 'Решить и известить' }).click()
  await sheet.waitFor({ state: 'detached' })
  await page.getByText('Никого не нашлось').waitFor()
  await page.getByLabel('Показать').selectOption('Всех')
  await page.getByText('Белова Ольга Ивановна: Оригинал не сдан').first().waitFor()
  await picture(page, 'consents-register-decided')
}

test('TR-11 TR-54 R4-3.11b R4-3.11c R4-A5.16 a form is printed, scanned and received; a late original stands on the list, and a withdrawal says first what follows', async () => {
  const school = await server.otherInstitution()
  await actInForce(school.admin.client, '004')
  const student = await school.person('examinee', { fullName: 'Орлов Пётр Андреевич' })
  const late = await school.person('examinee', {
    fullName: 'Константинопольская-Белозерская Александра Владимировна',
  })
  const methodist = await school.person('methodist', { fullName: 'Белова Ольга Ивановна' })
  for (const one of [student, late]) await born(school, one, 24)
  await examIn(school, 20, 'Электробезопасность', [student])
  await examIn(school, 4, 'Электробезопасность', [late])

  await school.admin.client.done(changePaperSetting, {
    body: {
      name: 'Учебный центр «Энергия»',
      dative: 'Учебному центру «Энергия»',
      short: 'УЦ «Энергия»',
      address: '153000, г. Иваново, ул. Мира, д. 1',
      city: 'г. Иваново',
      fixTypos: false,
    },
  })
  const office = await enter(methodist, '/consent-register', desktop)
  await office.page.getByText('Люди пока не могут ответить').waitFor()
  await office.page.getByRole('button', { name: 'Заполнить' }).click()
  const form = office.page.getByRole('dialog')
  for (const [label, value] of [
    ['Младше этого возраста отвечает только родитель', '14'],
    ['Младше этого возраста отвечают оба, с него только сам', '18'],
  ] as const)
    await form.getByLabel(label, { exact: true }).fill(value)
  await office.accessible('the order of consents')
  await picture(office.page, 'consents-settings')
  await form.getByRole('button', { name: 'Сохранить' }).click()
  await form.waitFor({ state: 'detached' })

  const his = await enter(student, '/consents', desktop)
  const { page } = his
  await readParts(page, 'Согласие на обработку биометрических данных')
  await page.getByRole('radio', { name: 'Согласен, подпишу на бумаге' }).check()
  await picture(page, 'consents-paper-answer')
  await page.getByRole('button', { name: 'Ответить', exact: true }).click()
  await page.getByText('Прочитано. Дальше бланк').waitFor()
  await readParts(page, 'Согласие на передачу данных третьим лицам')
  await card(page, 'Согласие на передачу данных третьим лицам')
    .getByRole('button', { name: 'Закрыть' })
    .click()
  await page.getByLabel('Образовательная программа').fill('Электробезопасность')
  await page.getByLabel('Адрес регистрации').fill('г. Иваново, ул. Садовая, д. 5')
  await page.getByLabel('Документ: название').fill('паспорт 24 00 123456')
  const made = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Скачать бланк' }).click()
  expect((await made).suggestedFilename()).toBe('consent.pdf')
  const scan = join(folder, 'scan.png')
  writeFileSync(scan, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]))
  await page.getByText('Бланк составлен').first().waitFor()
  await page.setViewportSize(phone)
  await page.locator('input[type=file]').setInputFiles(scan)
  await page.getByRole('button', { name: 'Загрузить' }).click()
  await page.getByText('Скан загружен').first().waitFor()
  await fits(page, phone)
  await his.accessible('the paper on a phone')
  await card(page, 'Бумага').scrollIntoViewIfNeeded()
  await picture(page, 'consents-paper-phone')
  await page.setViewportSize(desktop)
  await his.accessible('the paper')

  await office.page.reload()
  await office.page.getByText('просрочен на 3 дня').waitFor()
  await office.accessible('the list of the office')
  await picture(office.page, 'consents-register')
  await office.page.setViewportSize(phone)
  await fits(office.page, phone)
  await picture(office.page, 'consents-register-phone')
  await lateIsDecided(office)
  await office.page.setViewportSize(desktop)
  await openedDuringSearch(office, 'Принять оригинал')
  await office.page.getByRole('button', { name: 'Принять', exact: true }).click()
  await office.page.getByText('принят', { exact: false }).first().waitFor()
  await askedAboutProgramme(school, office, student)

  await page.reload()
  await page.getByText('Оригинал принят').waitFor()
  const biometric = card(page, 'Согласие на обработку биометрических данных')
  await biometric.getByRole('button', { name: 'Отозвать' }).click()
  const asked = page.getByRole('dialog')
  await asked.getByText('могут возникнуть непреодолимые препятствия').waitFor()
  await his.accessible('before a withdrawal')
  await picture(page, 'consents-withdraw')
  await asked.getByRole('button', { name: 'Отозвать согласие' }).click()
  await biometric.getByText('Отзыв этого согласия попросили').waitFor()
  await picture(page, 'consents-withdrawal-asked')
  expect(visits.flatMap(({ trouble }) => trouble)).toEqual([])
})
