import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { gateSteps } from './check.mjs'

test('the gate checks the types of every package that declares any', () => {
  const typed = readdirSync('packages').filter((name) => existsSync(`packages/${name}/tsconfig.json`))
  const checked = gateSteps().map(({ name }) => name)
  expect(typed.length).toBeGreaterThan(6)
  for (const name of typed) expect(checked).toContain(`types: packages/${name}`)
})
