// What a screen reader is told of a page: the tree the browser makes, read as a person would hear it.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const CONTROLS =
  /^\s*- (button|link|checkbox|radio|textbox|combobox|spinbutton|switch|slider|img|progressbar|meter)\b(?<rest>.*)$/
const NAMED = /^ "[^"]*\S[^"]*"|^ \/./

/** A line with a colon in it comes in quotes. */
const plain = (snapshot: string): string => snapshot.replace(/^(\s*- )'(.*)'(:?)$/gm, '$1$2$3')

/** Lines of an aria snapshot that are a control without a name. */
export const nameless = (snapshot: string): readonly string[] =>
  snapshot.split('\n').filter((line) => {
    const found = line.match(CONTROLS)
    return found !== null && !NAMED.test(found.groups?.rest ?? '')
  })

/** One page heading, the heading of the step under it, and a name for everything that can be used. */
export async function tree(page: Page, step: string): Promise<void> {
  const snapshot = plain(await page.locator('body').ariaSnapshot())
  const headings = [
    ...snapshot.matchAll(/- heading "(?<name>[^"]+)" (?:\[active\] )?\[level=(?<level>\d)\]/g),
  ]
  const at = (level: string) => headings.filter(({ groups }) => groups?.level === level)
  expect(at('1'), `one first heading at «${step}»`).toHaveLength(1)
  expect(at('2').map(({ groups }) => groups?.name)).toContain(step)
  expect(nameless(snapshot), `controls without a name at «${step}»`).toEqual([])
}
