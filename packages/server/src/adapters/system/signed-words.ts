// `base64url(JSON).base64url(HMAC-SHA256)`: docs/spec/external-identity.md.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { SignedWords } from '../../ports/identity-bridge.ts'

const CONTEXT = 'ochno-identity-v1.'

const sealOf = (key: string, payload: string): Buffer =>
  createHmac('sha256', key)
    .update(CONTEXT + payload)
    .digest()

export const signedWords: SignedWords = {
  sign: (key, said) => {
    const payload = Buffer.from(JSON.stringify(said)).toString('base64url')
    return `${payload}.${sealOf(key, payload).toString('base64url')}`
  },
  open: (key, word) => {
    const [payload, seal, more] = word.split('.')
    if (!payload || !seal || more !== undefined) return null
    const given = Buffer.from(seal, 'base64url')
    const right = sealOf(key, payload)
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null
    try {
      return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    } catch {
      return null
    }
  },
}
