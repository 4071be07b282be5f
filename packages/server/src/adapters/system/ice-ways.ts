// Passwords of the institution's relay, as coturn's `use-auth-secret` makes them: they are good for an hour and nobody keeps them.
import { createHmac, randomBytes } from 'node:crypto'
import type { CallSettings, IceWays } from '../../ports/calls.ts'

const GOOD_FOR_S = 3_600

export const iceWays =
  ({ iceUrls, turnSecret, relayOnly }: CallSettings): IceWays =>
  (now) => {
    const plain = iceUrls.filter((url) => url.startsWith('stun'))
    const relays = iceUrls.filter((url) => url.startsWith('turn'))
    const username = `${Math.floor(now.epochMilliseconds / 1000) + GOOD_FOR_S}:${randomBytes(8).toString('hex')}`
    return {
      servers: [
        ...(plain.length ? [{ urls: plain }] : []),
        ...(relays.length && turnSecret !== null
          ? [
              {
                urls: relays,
                username,
                // RFC draft-uberti-behave-turn-rest: the relay itself knows no other digest.
                credential: createHmac('sha1', turnSecret).update(username).digest('base64'),
              },
            ]
          : []),
      ],
      relayOnly,
    }
  }
