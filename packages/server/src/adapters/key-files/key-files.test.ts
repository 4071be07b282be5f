import { chmodSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LooseKey, openKeyFiles } from './key-files.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'ochno-keys-'))

test('keys are made once and stay', () => {
  const dir = folder()
  const first = openKeyFiles(dir)
  const again = openKeyFiles(dir)
  expect(again.kek).toEqual(first.kek)
  expect(again.secretFor('a')).toEqual(first.secretFor('a'))
  expect(first.secretFor('a')).not.toEqual(first.secretFor('b'))
  expect(openKeyFiles(folder()).kek).not.toEqual(first.kek)
})

test('B-30 a key that others may read stops the start', () => {
  const dir = folder()
  openKeyFiles(dir)
  expect(statSync(join(dir, 'root')).mode & 0o777).toBe(0o400)
  chmodSync(join(dir, 'root'), 0o644)
  expect(() => openKeyFiles(dir)).toThrow(LooseKey)
})
