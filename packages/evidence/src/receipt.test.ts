import { expect, test } from 'vitest'
import { base64, hex } from './bytes.ts'
import { chainNext, type FragmentMeta, genesis } from './chain.ts'
import { checkpointBody, checkpointKey, keyHint, parseCheckpoint, signedCheckpoint } from './checkpoint.ts'
import { keyId } from './keys.ts'
import * as sync from './node/chain.ts'
import { hashingSync } from './node/hash.ts'
import { ephemeralSigner, verifySync } from './node/sign.ts'
import { readReceipt, receiptBytes, receiptOf, verifyReceipt } from './receipt.ts'

const digest = (fill: number) => new Uint8Array(32).fill(fill)
const meta: FragmentMeta = {
  v: 1,
  sid: 'ses_a',
  tid: 'cam',
  n: 4,
  epoch: 0,
  seq: 5,
  kind: 1,
  size: 9,
  sha256: hex(digest(1)),
  head: hex(digest(3)),
  srv_ms: 7,
  cli_ms: 1,
  mono_ms: 1,
  late_ms: 0,
}
const receipt = receiptOf(meta, digest(2))

test('ING-25 a receipt is canonical JSON, signed, and holds for nothing else', async () => {
  const signer = ephemeralSigner('receipt')
  const signed = { receipt, sig: base64(signer.sign(receiptBytes(receipt))), key: signer.keyId }
  expect(new TextDecoder().decode(receiptBytes(receipt))).toBe(
    `{"chain":"${'02'.repeat(32)}","epoch":0,"n":4,"seq":5,"sha256":"${'01'.repeat(32)}","sid":"ses_a","size":9,"srv_ms":7,"tid":"cam","v":1}`,
  )
  expect(await verifyReceipt(signed, [signer.publicKey])).toBe(true)
  for (const [member, value] of Object.entries({
    sid: 'ses_b',
    tid: 'screen',
    n: 5,
    epoch: 1,
    seq: 6,
    size: 8,
    sha256: hex(digest(3)),
    chain: hex(digest(3)),
    srv_ms: 8,
  }))
    expect(
      await verifyReceipt({ ...signed, receipt: { ...receipt, [member]: value } }, [signer.publicKey]),
      member,
    ).toBe(false)
  expect(await verifyReceipt(signed, [{ ...signer.publicKey, use: 'log' }])).toBe(false)
  expect(await verifyReceipt(signed, [{ ...ephemeralSigner('receipt').publicKey, id: signer.keyId }])).toBe(
    false,
  )
  expect(await verifyReceipt({ ...signed, sig: 'AAAA' }, [signer.publicKey])).toBe(false)
})

test('ING-25 a receipt with one member more, less or of another kind is not read', () => {
  expect(readReceipt(receipt)).toEqual(receipt)
  for (const bad of [
    null,
    1,
    [],
    {},
    { ...receipt, extra: 1 },
    { ...receipt, v: 2 },
    { ...receipt, n: -1 },
    { ...receipt, n: 0.5 },
    { ...receipt, chain: 'AA' },
  ])
    expect(readReceipt(bad)).toBeNull()
})

test('ING-2 ING-23 the chain is the same in browser and server and is bound to session, track and nonce', async () => {
  const start = sync.genesis('ses_a', 'cam', digest(9))
  expect(hex(await genesis('ses_a', 'cam', digest(9)))).toBe(hex(start))
  const others = [
    sync.genesis('ses_b', 'cam', digest(9)),
    sync.genesis('ses_a', 'screen', digest(9)),
    sync.genesis('ses_a', 'cam', digest(8)),
  ]
  expect(new Set([start, ...others].map(hex)).size).toBe(4)
  const next = sync.chainNext(start, meta)
  expect(hex(await chainNext(start, meta))).toBe(hex(next))
  expect(hex(sync.chainNext(start, { ...meta, late_ms: 1 }))).not.toBe(hex(next))
})

test('E-05 a checkpoint is read, its signature holds for its own log key alone', async () => {
  const signer = ephemeralSigner('log')
  const raw = new Uint8Array(Buffer.from(signer.publicKey.key, 'base64'))
  const head = { origin: 'example.org/log', size: 12n, root: digest(5) }
  const body = new TextEncoder().encode(checkpointBody(head))
  const text = signedCheckpoint(head, hashingSync(keyHint(head.origin, raw)), signer.sign(body))
  const read = parseCheckpoint(text)
  if (!read) throw new Error('not read')
  expect(read.head).toEqual(head)
  expect(await checkpointKey(read, [signer.publicKey])).toBe(signer.keyId)
  expect(await checkpointKey(read, [{ ...signer.publicKey, use: 'manifest' }])).toBeNull()
  expect(await checkpointKey(read, [ephemeralSigner('log').publicKey])).toBeNull()
  const grown = parseCheckpoint(text.replace('\n12\n', '\n13\n'))
  if (!grown) throw new Error('not read')
  expect(await checkpointKey(grown, [signer.publicKey])).toBeNull()
  for (const bad of [
    '',
    text.slice(0, -1),
    text.replace('\n12\n', '\n012\n'),
    text.replace('\n12\n', '\n-1\n'),
    text.replace('— ', '- '),
    `x${'y'.repeat(20_000)}${text}`,
  ])
    expect(parseCheckpoint(bad)).toBeNull()
})

test('E-04 a key is named by its own digest', async () => {
  const signer = ephemeralSigner('manifest')
  const raw = new Uint8Array(Buffer.from(signer.publicKey.key, 'base64'))
  expect(signer.keyId).toBe(await keyId(raw))
  const bytes = Uint8Array.of(1, 2)
  expect(verifySync(raw, bytes, signer.sign(bytes))).toBe(true)
  expect(verifySync(raw, Uint8Array.of(1, 3), signer.sign(bytes))).toBe(false)
})
