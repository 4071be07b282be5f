import { expect, test } from 'vitest'
import { missingOptional, readLock } from './complete-lock.mjs'

test('the lock file names every package of every system, so that npm ci accepts it (mend: node tools/complete-lock.mjs --write)', () =>
  expect(missingOptional(readLock().packages).map(([path]) => path)).toEqual([]))

test('a package of another system that the lock leaves out is noticed', () =>
  expect(
    missingOptional({
      'node_modules/a': { version: '1.0.0', optionalDependencies: { '@a/darwin-arm64': '1.0.0' } },
    }),
  ).toEqual([
    ['node_modules/@a/darwin-arm64', { version: '1.0.0', cpu: ['arm64'], optional: true, os: ['darwin'] }],
  ]))
