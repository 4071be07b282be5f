import { expect, test } from 'vitest'
import { fillPath } from './path.ts'

for (const [why, path, params, query, want] of [
  ['a path without slots stays', '/api/me', undefined, undefined, '/api/me'],
  [
    'slots are filled',
    '/api/sessions/:sid/x/:tid',
    { sid: 'ses_a', tid: 'cam' },
    undefined,
    '/api/sessions/ses_a/x/cam',
  ],
  ['a value can not leave its slot', '/api/a/:id', { id: '../b?c' }, undefined, '/api/a/..%2Fb%3Fc'],
  ['absent query values are left out', '/api/a', undefined, { x: undefined, y: null, z: 0 }, '/api/a?z=0'],
] as const)
  test(why, () => expect(fillPath(path, params, query)).toBe(want))
