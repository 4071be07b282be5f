// A keyboard and nothing else: from wherever the focus is, Tab and Shift+Tab lead to what is meant, and a key presses it.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const MOST_TABS = 150

/** Never `.focus()`: what no Tab reaches is not there for whoever has no mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  await expect.poll(() => target.isEnabled(), { timeout: 60_000 }).toBe(true)
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    const way = await target.evaluate((element) => {
      const { activeElement: at } = document
      if (at === element) return 'here'
      return at && at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING
        ? 'Shift+Tab'
        : 'Tab'
    })
    if (way === 'here') return
    await page.keyboard.press(way)
  }
  throw new Error(`no Tab reaches ${target}`)
}

type Role = 'button' | 'checkbox' | 'link'

export async function pressKey(page: Page, role: Role, name: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, page.getByRole(role, { name }).first())
  await page.keyboard.press(key)
}

export const tickKey = (page: Page, name: string | RegExp) => pressKey(page, 'checkbox', name, 'Space')

/** One of several: Tab leads into the group, arrows go through it. */
export async function chooseKey(page: Page, name: string): Promise<void> {
  const radios = page.getByRole('radio')
  await tabTo(page, radios.first())
  const press = async (key: string) => {
    await page.keyboard.press(key)
    // What was chosen has been taken note of.
    await page.waitForFunction(() => document.activeElement?.matches('input:checked') ?? false)
  }
  await press('Space')
  const target = page.getByRole('radio', { name })
  for (let left = await radios.count(); left > 0; left--) {
    if (await target.isChecked()) return
    await press('ArrowDown')
  }
  expect(await target.isChecked(), `${name} by the arrows`).toBe(true)
}
