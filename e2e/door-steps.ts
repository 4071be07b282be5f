// The steps of the door, gone through on the page by keys: whatever the act asks to be said, shown or accepted.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { patiently } from './patience.ts'

/** Only the keyboard: the focus is put where Tab would bring it, and the press is a key. */
export const press = async (
  page: Page,
  role: 'button' | 'checkbox' | 'radio',
  name: string | RegExp,
  key = 'Enter',
) => {
  const target = page.getByRole(role, { name }).first()
  await target.waitFor()
  await expect.poll(() => target.isEnabled(), { timeout: patiently(120_000) }).toBe(true)
  await target.focus()
  await page.keyboard.press(key)
}

export const tick = (page: Page, name: string | RegExp) => press(page, 'checkbox', name, 'Space')

export const readyToQueue = 'Позвать проктора'
export const atStart = 'Начало экзамена'

/** What else is done where a step stands on the screen, by whoever goes through it. */
type Meanwhile = {
  /** Its heading has the focus. */
  readonly came?: (step: string) => Promise<void>
  /** A picture is taken and not yet sent, or the rules lie before the examinee. */
  readonly looked?: (step: string) => Promise<void>
}

/** Step after step, until the queue or the start; names of the steps in the order they came. */
export async function throughDoor(
  page: Page,
  fullName: string,
  meanwhile: Meanwhile = {},
): Promise<readonly string[]> {
  const passed: string[] = []
  for (;;) {
    // The focus is on the heading of what came, or a screen reader would say nothing.
    const heading = await page.waitForFunction(
      (before) => {
        const { activeElement: at } = document
        return at?.matches('h2') && at.textContent !== before ? at.textContent : null
      },
      passed.at(-1),
      { timeout: patiently(120_000) },
    )
    const now = (await heading.jsonValue()) ?? ''
    await meanwhile.came?.(now)
    if (now === readyToQueue || now === atStart) return passed
    passed.push(now)
    await does(page, fullName, now, meanwhile)
  }
}

/** Told by what stands on the screen: something to say, to show or to read. */
async function does(page: Page, fullName: string, step: string, { looked }: Meanwhile): Promise<void> {
  const record = page.getByRole('button', { name: 'Записать' })
  const shoot = page.getByRole('button', { name: 'Сделать снимок' })
  const accept = page.getByRole('checkbox', { name: /^(Прочитано, принимаю|Соглашаюсь)$/ })
  await record.or(shoot).or(accept).first().waitFor()
  if (await record.isVisible()) {
    await page.getByText(`Скажите: «${fullName}»`).waitFor()
    await press(page, 'button', 'Записать')
    await press(page, 'button', 'Готово')
    return press(page, 'button', 'Отправить запись')
  }
  if (await shoot.isVisible()) {
    if (step === 'Документ') await press(page, 'radio', 'Паспорт гражданина РФ', 'Space')
    await press(page, 'button', 'Сделать снимок')
    if (step === 'Документ') await tick(page, 'Имя и фотография видны')
    await looked?.(step)
    return press(page, 'button', 'Отправить снимок')
  }
  if (step === 'Правила') await looked?.(step)
  await tick(page, /^(Прочитано, принимаю|Соглашаюсь)$/)
  await press(page, 'button', 'Дальше')
}
