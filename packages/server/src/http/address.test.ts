import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addressOf } from './address.ts'

const came = (remoteAddress: string, forwarded?: string) =>
  ({
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
    socket: { remoteAddress },
  }) as unknown as IncomingMessage

test('P-25 behind a trusted proxy a socket is journalled with the address of the person', () => {
  const of = addressOf(['10.0.0.1'])
  expect(of(came('10.0.0.1', '203.0.113.7'))).toBe('203.0.113.7')
  expect(of(came('10.0.0.1', '198.51.100.1, 203.0.113.7'))).toBe('203.0.113.7')
})

test('P-25 nobody but a trusted proxy says where a person came from', () => {
  expect(addressOf(['10.0.0.1'])(came('203.0.113.9', '198.51.100.1'))).toBe('203.0.113.9')
  expect(addressOf([])(came('203.0.113.9', '198.51.100.1'))).toBe('203.0.113.9')
})
