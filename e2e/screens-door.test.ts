// The door on the real server: a document masked in the browser, a name said, the rules read, the proctor’s word, the start.
import { readDoorCase, viewEvidence } from '@ochno/contract/door'
import { readSession } from '@ochno/contract/sessions'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { passDoor, showEverything } from '@ochno/testkit/door'
import type { TestPerson } from '@ochno/testkit/server'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { picture } from './pictures.ts'
import { fits, phone, visitAs } from './screens-stand.ts'
import { servedScreens } from './served-screens.ts'
import { checkMachine } from './check-machine.ts'
import { press } from './door-steps.ts'
import { chooseKey, pressKey, tabTo, tickKey } from './keys.ts'

const stand = servedScreens({ prepare: (server) => actInForce(server.admin.client, '004') })

/** Colours of some points of a picture as the page would show it, given as shares of its size. */
const coloursOf = (page: Page, bytes: Uint8Array, points: readonly (readonly [number, number])[]) =>
  page.evaluate(
    async ({ base64, points }) => {
      const binary = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([binary], { type: 'image/jpeg' }))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const context = canvas.getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      return points.map(([x, y]) => [
        ...(context?.getImageData(Math.round(x * bitmap.width), Math.round(y * bitmap.height), 1, 1).data ??
          []),
      ])
    },
    { base64: Buffer.from(bytes).toString('base64'), points },
  )

test('R4-4.2a R4-4.2b R4-4.1 P-27 the whole door of 004 by keyboard: masked document, name, rules, the proctor asks again and lets in, the exam begins', async () => {
  const exam = await examUnderAct(
    stand.server.admin.client,
    {},
    { title: 'Физика, 10 класс: промежуточная аттестация' },
  )
  const examinee = await stand.server.person('examinee', { fullName: 'Берёзкина Анастасия Константиновна' })
  const proctor = await stand.server.person('proctor', { fullName: 'Орлова Елена Викторовна' })
  const session = await stand.server.session({ exam, examinee, proctors: [proctor] })
  const own = await visitAs(stand.browser, stand.server, examinee)
  const { page } = own
  // As from the address bar: the focus is nowhere yet, and until the start nothing but keys is used on this page.
  await page.goto(`/exam/${session.id}`)
  await page.getByRole('button', { name: 'Начать проверку' }).waitFor()
  expect(await page.evaluate(() => globalThis.document.activeElement === globalThis.document.body)).toBe(true)
  await own.accessible('the check before it ran')
  await checkMachine(page, tabTo)
  await own.accessible('the check passed')
  await picture(page, 'door-check')
  await page.setViewportSize(phone)
  await fits(own)
  await picture(page, 'door-check-phone')
  await page.setViewportSize({ width: 1440, height: 900 })
  expect(await page.getByRole('button', { name: 'Начать экзамен' }).count(), 'no start before the door').toBe(
    0,
  )
  await pressKey(page, 'button', 'Дальше: подтвердить личность')

  // Name aloud.
  await page.getByText('Шаг 1 из 8').waitFor()
  await page.getByText('Скажите: «Берёзкина Анастасия Константиновна»').waitFor()
  await own.accessible('the name aloud')
  await pressKey(page, 'button', 'Записать')
  await pressKey(page, 'button', 'Готово')
  await pressKey(page, 'button', 'Отправить запись')

  // Document: four kinds, the frame, the bands.
  await page.getByText('Шаг 2 из 8').waitFor()
  expect(await page.getByRole('radio').count()).toBe(4)
  await chooseKey(page, 'Паспорт гражданина РФ')
  await own.accessible('the document in the frame')
  await pressKey(page, 'button', 'Сделать снимок')
  const band = page.getByRole('button', { name: 'Полоса 1 из 3' })
  await band.waitFor()
  const before = await band.boundingBox()
  await tabTo(page, band)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowDown')
  const after = await band.boundingBox()
  expect((after?.x ?? 0) - (before?.x ?? 0)).toBeLessThan(0)
  await pressKey(page, 'button', 'Добавить полосу')
  await tabTo(page, page.getByRole('button', { name: 'Полоса 4 из 4' }))
  await page.keyboard.press('Delete')
  await own.accessible('the mask')
  await picture(page, 'door-mask')
  expect(await page.getByRole('button', { name: 'Отправить снимок' }).isDisabled()).toBe(true)
  await tickKey(page, 'Имя и фотография видны')
  await pressKey(page, 'button', 'Отправить снимок')

  await page.getByText('Шаг 3 из 8').waitFor()
  await pressKey(page, 'button', 'Сделать снимок')
  await pressKey(page, 'button', 'Отправить снимок')
  await page.getByText('Шаг 4 из 8').waitFor()
  await page.getByText('является владельцем данной учетной записи').waitFor()
  await tickKey(page, 'Соглашаюсь')
  await pressKey(page, 'button', 'Дальше')
  await page.getByText('Шаг 5 из 8').waitFor()
  await page.getByText('Виртуальный фон и размытие выключите').waitFor()
  await own.accessible('the space behind')
  await pressKey(page, 'button', 'Сделать снимок')
  await pressKey(page, 'button', 'Отправить снимок')
  await page.getByText('Шаг 6 из 8').waitFor()
  await own.accessible('the rules')
  await tickKey(page, 'Прочитано, принимаю')
  await pressKey(page, 'button', 'Дальше')
  await page.getByText('Шаг 7 из 8').waitFor()
  await page
    .getByText(
      'Ответственность за подготовку оборудования и устойчивое интернет-соединение лежит на Обучающемся.',
    )
    .waitFor()
  await tickKey(page, 'Прочитано, принимаю')
  await pressKey(page, 'button', 'Дальше')
  await page.getByText('Шаг 8 из 8').waitFor()
  await own.accessible('headphones off')
  await picture(page, 'door-headphones')
  await pressKey(page, 'button', 'Сделать снимок')
  await pressKey(page, 'button', 'Отправить снимок')
  await pressKey(page, 'button', 'Позвать проктора')
  await page.getByText('Вы следующий').waitFor()
  await own.accessible('waiting')

  // The proctor.
  const his = await visitAs(stand.browser, stand.server, proctor)
  await his.page.goto('/wall')
  await his.page.getByRole('link', { name: 'У двери: 1' }).click()
  await press(his.page, 'button', /Берёзкина/)
  await his.page.getByRole('img', { name: 'Паспорт гражданина РФ' }).waitFor()
  await his.page.getByRole('img', { name: 'Сейчас перед камерой' }).waitFor()
  await his.accessible('the proctor’s queue')
  await picture(his.page, 'door-queue')
  await his.page.setViewportSize(phone)
  await fits(his)
  await his.page.setViewportSize({ width: 1440, height: 900 })

  // P-27: what arrived is black where the mask was, and is a picture elsewhere.
  const { evidence } = await proctor.client.done(readDoorCase, { params: { sid: session.id } })
  const document = evidence.find(({ step }) => step === 'document')?.id ?? ''
  const kept = (await proctor.client.call(viewEvidence, { params: { sid: session.id, evidence: document } }))
    .body
  const [corner, series, open] = await coloursOf(page, kept, [
    [0.02, 0.5],
    [0.84, 0.5],
    [0.3, 0.4],
  ])
  for (const [r = 255, g = 255, b = 255] of [corner, series] as number[][])
    expect(Math.max(r, g, b)).toBeLessThan(40)
  expect(Math.max(...(open as number[]).slice(0, 3))).toBeGreaterThan(60)

  // Asked again, with a reason.
  await press(his.page, 'button', 'Показать ещё раз')
  await his.page.getByRole('dialog').getByRole('checkbox', { name: 'Документ' }).check()
  await his.page.getByLabel('Что сказать экзаменуемому').fill('На фотографии блик, наклоните паспорт')
  await his.accessible('asking again')
  await his.page.getByRole('button', { name: 'Отправить' }).click()
  await page.getByText('Проктор просит показать ещё раз').waitFor()
  await page.getByText('На фотографии блик, наклоните паспорт').waitFor()
  await page.setViewportSize(phone)
  await fits(own)
  await picture(page, 'door-again-phone')
  await page.setViewportSize({ width: 1440, height: 900 })
  await chooseKey(page, 'Паспорт гражданина РФ')
  await pressKey(page, 'button', 'Сделать снимок')
  await tickKey(page, 'Имя и фотография видны')
  await pressKey(page, 'button', 'Отправить снимок')
  await pressKey(page, 'button', 'Позвать проктора')

  // Refused, helped, tried again would be the other way; here every point is compared and the person is let in.
  const admit = his.page.getByRole('button', { name: 'Личность установлена, впустить' })
  await admit.waitFor()
  expect(await admit.isDisabled()).toBe(true)
  const points = his.page.getByRole('group', { name: 'Что вы сверили' }).getByRole('checkbox')
  for (const point of await points.all()) await point.check()
  await admit.click()
  await his.page.getByText('Личность установлена', { exact: true }).first().waitFor()

  await page.getByText('Личность подтверждена').waitFor()
  await tickKey(page, 'Понимаю, что будет записано')
  await pressKey(page, 'button', 'Начать экзамен')
  await page.getByText('Идёт запись', { exact: true }).waitFor()
  const { session: begun } = await proctor.client.done(readSession, { params: { sid: session.id } })
  expect(begun.authorizedAt).not.toBeNull()
  expect([...own.trouble, ...his.trouble]).toEqual([])
  await own.close()
  await his.close()
})

test('R4-8.2d a refusal says why, who helps, and that one may try again; the teacher sees the same and may ask a provider', async () => {
  const exam = await examUnderAct(stand.server.admin.client, {}, { title: 'Химия' })
  const examinee = await stand.server.person('examinee', { fullName: 'Ким Ян' })
  const session = await stand.server.session({ exam, examinee })
  const owner = await stand.server.person('examinee', { fullName: 'Юсупова Мария Александровна' })
  await passDoor(await stand.server.session({ exam, examinee: owner }))
  await showEverything(examinee.client, session.id)
  const at = (path: string) => `/api/sessions/${session.id}/door/${path}`
  const post = (who: TestPerson | undefined, path: string, body?: object) =>
    who?.client.raw('POST', at(path), {
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    })
  await post(examinee, 'queue')
  await post(session.proctors[0], 'decision', {
    is: 'refused',
    why: 'identity_document_data_mismatch',
    reason: 'В паспорте другая фамилия. Если вы её меняли, покажите свидетельство.',
  })
  const look = await visitAs(stand.browser, stand.server, examinee)
  await look.page.goto(`/exam/${session.id}`)
  await look.page.getByText('Фамилия, имя или отчество не совпадают').waitFor()
  await look.page.getByText('Преподаватель: он решает о допуске').waitFor()
  await look.page.getByRole('button', { name: 'Помощь' }).click()
  await look.page.getByRole('dialog').getByRole('textbox').first().waitFor()
  await look.page.keyboard.press('Escape')
  await look.accessible('refused')
  await look.page.setViewportSize(phone)
  await fits(look)
  // Whoever is named as the one who helps sees the same.
  const staff = await visitAs(stand.browser, stand.server, stand.server.admin)
  await staff.page.goto('/')
  await staff.page.getByRole('link', { name: 'Открыть список' }).click()
  const row = staff.page.getByRole('row', { name: /Ким Ян/ })
  await row.getByText('Фамилия, имя или отчество не совпадают').waitFor()
  await staff.page.getByRole('table', { name: 'Образцы первого входа' }).getByText('Юсупова').waitFor()
  await staff.accessible('identity for staff')
  await picture(staff.page, 'identity-staff')
  await staff.page.setViewportSize(phone)
  await fits(staff)
  await row.getByRole('button', { name: 'Внешняя система…' }).click()
  await staff.page.getByRole('textbox', { name: 'Система' }).fill('ЕБС')
  await staff.accessible('the slot of the provider')
  await staff.page.getByRole('button', { name: 'Записать' }).click()
  await row.getByText('ЕБС: Запрос отправлен, ждём ответа').waitFor()
  expect(staff.trouble).toEqual([])
  await staff.close()

  await look.page.getByRole('button', { name: 'Попробовать ещё раз' }).click()
  await look.page.getByText('Шаг 2 из 9').waitFor()
  expect(look.trouble).toEqual([])
  await look.close()
})
