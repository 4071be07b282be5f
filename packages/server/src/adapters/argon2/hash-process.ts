// A process of its own: hashing must not take the cores or the thread pool from recordings (B-20).
import { hash, verify } from '@node-rs/argon2'
import type { Ask, Tell } from './messages.ts'

let pepper: Buffer | undefined

process.on('message', (ask: Ask) => {
  if (ask.do === 'pepper') pepper = Buffer.from(ask.pepper, 'base64')
  else void answer(ask)
})
process.on('disconnect', () => process.exit(0))
// A Ctrl-C in the terminal is for the server; it ends us when it is done.
process.on('SIGINT', () => undefined)

async function answer(ask: Exclude<Ask, { do: 'pepper' }>): Promise<void> {
  let tell: Tell
  try {
    if (!pepper) throw new Error('no pepper')
    tell =
      ask.do === 'hash'
        ? { id: ask.id, hash: await hash(ask.password, { ...ask.cost, secret: pepper }) }
        : { id: ask.id, ok: await verify(ask.hash, ask.password, { secret: pepper }) }
  } catch {
    tell = { id: ask.id, failed: true }
  }
  process.send?.(tell)
}
