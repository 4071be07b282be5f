import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lockConsole, lockedAccount, onConsoleLock, openConsole } from './console-lock.ts'

let page: EventTarget
beforeEach(() => {
  const kept = new Map<string, string>()
  page = new EventTarget()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
})
afterEach(() => vi.unstubAllGlobals())

const stored = (key: string | null) => page.dispatchEvent(Object.assign(new Event('storage'), { key }))

test('B-26 a console is locked for one account in every tab of the browser, until it is opened', () => {
  const seen: (string | null)[] = []
  const forget = onConsoleLock(() => seen.push(lockedAccount()))
  lockConsole('acc_1')
  expect(lockedAccount()).toBe('acc_1')
  // What another tab writes.
  localStorage.removeItem('ochno.locked')
  stored('ochno.acted')
  stored('ochno.locked')
  localStorage.setItem('ochno.locked', 'acc_2')
  stored('ochno.locked')
  openConsole()
  expect(seen).toEqual(['acc_1', null, 'acc_2', null])
  forget()
  lockConsole('acc_1')
  stored('ochno.locked')
  expect(seen).toHaveLength(4)
})
