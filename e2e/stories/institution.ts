// From an empty installation to an act in force and people named by an order.
import { changeCard, decideParameter, listActs, readAct } from '@ochno/contract/acts'
import type { PolicyKey } from '@ochno/domain/policy/schema'
import { decided } from '@ochno/testkit/act-in-force'
import type { Page } from 'playwright-core'
import { look, type Stand } from './stand.ts'

const next = (page: Page, name = 'Дальше') => page.getByRole('button', { name, exact: true }).click()

/** The eight steps of the wizard as a methodist goes through them. */
export async function wizard(stand: Stand): Promise<void> {
  const { admin, of } = stand
  const { page } = admin
  await page.getByText('Настройка учреждения: осталось 8 шагов').waitFor()
  await page.getByRole('link', { name: 'Продолжить' }).click()
  await page.getByRole('heading', { name: 'Вид учреждения' }).waitFor()
  await page.getByLabel(of.kind).check()
  await page.getByRole('button', { name: /1\. Вид учреждения\s*Готово/ }).waitFor()
  await next(page)
  await page.getByLabel('Краткое название').fill(of.short)
  await page.getByLabel('Полное название в дательном падеже').fill(of.dative)
  await page.getByLabel('Адрес').fill(`101000, ${of.city}, ул. Мира, д. 1`)
  await page.getByLabel('Город').fill(of.city)
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Сохранено').waitFor()
  await next(page)
  await page.getByLabel('Часовой пояс учреждения').selectOption(of.zone)
  const save = page.getByRole('button', { name: 'Сохранить' })
  if (await save.isEnabled()) {
    await save.click()
    await page.getByText('Сохранено. Изменение записано в журнал.').waitFor()
  }
  await page.getByLabel('Часовой пояс указан верно').check()
  await next(page)
  await part(page, 'Добавить филиал', of.branch?.name, 'У нас нет филиалов', of.branch?.city)
  await next(page)
  await part(page, 'Добавить подразделение', of.unit, 'Подразделения вносить не будем')
  await next(page)
  await programme(stand)
  await next(page)
  await page.getByLabel('Образец').selectOption(of.preset)
  await page.getByRole('button', { name: 'Начать с этого акта' }).click()
  await page.getByText('Акт готовится').waitFor()
  await next(page)
  await page.getByRole('heading', { name: 'Что акт не регулирует' }).waitFor()
  await look(stand, admin, 'wizard')
}

/** Something the institution has, or the word that it has none. */
async function part(page: Page, add: string, name: string | null | undefined, none: string, city?: string) {
  if (!name) {
    await page.getByLabel(none).check()
    return
  }
  await page.getByRole('button', { name: add }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Название').fill(name)
  if (city) await sheet.getByLabel('Город').fill(city)
  await sheet.getByRole('button', { name: 'Сохранить' }).click()
  await sheet.waitFor({ state: 'detached' })
}

async function programme({ admin: { page }, of }: Stand): Promise<void> {
  await page.getByRole('button', { name: 'Добавить программу' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Название').fill(of.programme.name)
  await sheet.getByLabel('Код или специальность').fill(of.programme.code)
  await sheet.getByLabel('Уровень образования').selectOption(of.programme.level)
  await sheet.getByRole('button', { name: 'Сохранить' }).click()
  await sheet.waitFor({ state: 'detached' })
}

/** What the act is silent about is decided, then the act is considered, agreed where it says so, and approved. */
export async function actInForce(stand: Stand): Promise<void> {
  const { admin, of } = stand
  const { page } = admin
  if (of.preset === '002') {
    await page.getByText('Этот акт не регулирует прокторинг').waitFor()
    await page.getByRole('button', { name: /7\. Локальный акт/ }).click()
    await page.getByRole('link', { name: 'Открыть акт' }).click()
  } else await minorsAreDecided(stand)
  await move(page, 'Отметить рассмотренным', 'Да, рассмотрен')
  // Two acts name those who agreed.
  const agree = page.getByRole('button', { name: 'Отметить согласованным' })
  await agree
    .or(page.getByRole('button', { name: 'Утвердить', exact: true }))
    .first()
    .waitFor()
  if (await agree.isVisible()) await move(page, 'Отметить согласованным', 'Да, согласован')
  await move(page, 'Утвердить', 'Да, утверждён')
  await page.getByText('Действует.', { exact: false }).first().waitFor()
  await look(stand, admin, 'act')
}

async function minorsAreDecided(stand: Stand): Promise<void> {
  const { page } = stand.admin
  await page.getByRole('link', { name: 'Согласие несовершеннолетних' }).click()
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Решить: Согласие несовершеннолетних' }).click()
  await dialog.getByLabel('Значение').fill('До 14 лет решает родитель, до 18 оба')
  await dialog.getByLabel('Основание').fill('Приказ № 7')
  await dialog.getByRole('button', { name: 'Сохранить решение' }).click()
  await dialog.waitFor({ state: 'detached' })
  await restDecided(stand)
  await page.reload()
}

/** The other decisions are made like the first one; here without the screen. */
async function restDecided({ client, of }: Stand): Promise<void> {
  const [row] = (await client.done(listActs, {})).rows
  if (!row) throw new Error('no act')
  const params = { aid: row.id }
  for (const [key, value] of Object.entries(of.decisions))
    await client.done(decideParameter, {
      params: { ...params, key: key as PolicyKey },
      body: { decided: { value: value as string, ground: 'Приказ № 7' } },
    })
  const act = await decided(client, await client.done(readAct, { params }))
  if (act.card.effectiveFrom === null)
    await client.done(changeCard, {
      params,
      body: { ...act.card, approvedOn: act.card.approvedOn ?? '2024-08-30', effectiveFrom: '2024-09-02' },
    })
}

async function move(page: Page, button: string, yes: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: button, exact: true }).click()
  await dialog.getByRole('button', { name: yes, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}
