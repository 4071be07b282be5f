// A UDP path that loses packets on purpose, put between two pages by rewriting the addresses they tell each other: what a bad
// network does to a call, without rights over the kernel's.
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'

export type LossyRelay = {
  /** From now on this page reaches others only through here. */
  readonly between: (page: Page) => Promise<void>
  readonly passed: () => { readonly carried: number; readonly dropped: number }
  readonly close: () => void
}

/** Every `tenth` packet of each way is dropped: the same in every run. */
export function lossyRelay(every: number): LossyRelay {
  const sockets: Socket[] = []
  const passed = { carried: 0, dropped: 0 }
  const bound = async (): Promise<Socket> => {
    const socket = createSocket('udp4')
    sockets.push(socket)
    socket.on('error', () => undefined)
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    return socket
  }
  const lossy = () => {
    let count = 0
    return (send: () => void) => {
      if (++count % every === 0) {
        passed.dropped++
        return
      }
      passed.carried++
      send()
    }
  }

  /** A port of ours that stands for that address, for whoever sends to it. */
  const standFor = async (host: string, port: number): Promise<number> => {
    const front = await bound()
    const backs = new Map<string, Promise<(packet: Buffer) => void>>()
    const backFor = async (from: { address: string; port: number }) => {
      const back = await bound()
      const [there, here] = [lossy(), lossy()]
      back.on('message', (packet) => here(() => front.send(packet, from.port, from.address)))
      return (packet: Buffer) => there(() => back.send(packet, port, host))
    }
    front.on('message', (packet, from) => {
      const key = `${from.address}:${from.port}`
      const back = backs.get(key) ?? backFor(from)
      backs.set(key, back)
      void back.then((send) => send(packet))
    })
    return (front.address() as AddressInfo).port
  }

  return {
    passed: () => ({ ...passed }),
    close: () => {
      for (const socket of sockets) socket.close()
    },
    between: async (page) => {
      const known = new Map<string, Promise<number>>()
      await page.exposeBinding('ochnoRelay', (_source, host: string, port: number) => {
        const key = `${host}:${port}`
        const made = known.get(key) ?? standFor(host, port)
        known.set(key, made)
        return made
      })
      await page.addInitScript(() => {
        const relay = (host: string, port: number) =>
          (globalThis as unknown as { ochnoRelay(host: string, port: number): Promise<number> }).ochnoRelay(
            host,
            port,
          )
        const links: RTCPeerConnection[] = []
        Object.assign(globalThis, {
          ochnoLinks: links,
          RTCPeerConnection: class extends RTCPeerConnection {
            constructor(configuration?: RTCConfiguration) {
              super(configuration)
              links.push(this)
            }
            // Addresses come one by one; those in the description itself would pass us by.
            override setRemoteDescription(description: RTCSessionDescriptionInit) {
              const sdp = description.sdp?.replace(/^a=candidate:.*\r\n/gm, '')
              return super.setRemoteDescription({ ...description, ...(sdp ? { sdp } : {}) })
            }
            override async addIceCandidate(candidate?: RTCIceCandidateInit | null) {
              const words = candidate?.candidate?.split(' ') ?? []
              const [, , protocol, , host, port] = words
              if (protocol?.toLowerCase() !== 'udp' || !host || host.includes(':')) return
              words[5] = String(await relay(host, Number(port)))
              words[4] = '127.0.0.1'
              return super.addIceCandidate({ ...candidate, candidate: words.join(' ') })
            }
          },
        })
      })
    },
  }
}
