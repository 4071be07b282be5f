// The real watching features over http and ws, with a recording in memory. No sign-in: that is tested with the whole server.
import { watchAsk } from '@ochno/contract/watch'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import { fromMs } from '@ochno/domain/time'
import type { Viewer, WatchDeps } from '@ochno/server/features/watch/deps'
import { liveWatching } from '@ochno/server/features/watch/live'
import { readRecords } from '@ochno/server/features/watch/read-records'
import { readTimeline } from '@ochno/server/features/watch/read-timeline'
import type { Access, WatchedSession } from '@ochno/server/ports/watching'
import { mkdtemp, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { WebSocketServer } from 'ws'
import { entriesOf, type MemoryNode, memoryNode, realWebm } from '@ochno/testkit/watching/synthetic'

const tenant = 'ten_a' as TenantId
export const RECORDED = `ses_${'a'.repeat(26)}` as SessionId
export const liveSession = (n: number) =>
  `ses_${'b'.repeat(25)}${'abcdefghijklmnopqrstuvwxyz'[n]}` as SessionId

export type PlayerServer = {
  readonly url: string
  readonly node: MemoryNode
  readonly journal: Access[]
  readonly publish: (session: SessionId, how: 'parts' | 'whole') => () => void
  readonly close: () => Promise<void>
}

let bundle: Promise<string> | null = null
const bundled = () => {
  bundle ??= (async () => {
    const outDir = await mkdtemp(join(tmpdir(), 'player-page-'))
    await build({
      configFile: false,
      logLevel: 'error',
      root: import.meta.dirname,
      build: {
        outDir,
        lib: { entry: join(import.meta.dirname, 'player-page.ts'), formats: ['es'], fileName: 'page' },
      },
    })
    return readFile(join(outDir, 'page.js'), 'utf8')
  })()
  return bundle
}

export async function playerServer(hours = 0): Promise<PlayerServer> {
  const node = memoryNode()
  const journal: Access[] = []
  const media = { cam: realWebm('cam'), screen: realWebm('screen') }
  const began = Date.now() - 4 * 3_600_000
  if (hours > 0) {
    const fragments = (seconds: number) => Math.floor((hours * 3600) / seconds)
    // The camera stopped for twenty seconds after ten minutes; the screen went on.
    const camEpochs = [
      { startMs: 0, fragments: 300 },
      { startMs: 620_000, fragments: fragments(2) - 310 },
    ]
    node.add(RECORDED, 'cam', entriesOf({ tid: 'cam', media: media.cam, epochs: camEpochs }, began))
    const screen = {
      tid: 'screen',
      media: media.screen,
      epochs: [{ startMs: 300, fragments: fragments(4) }],
    } as const
    node.add(RECORDED, 'screen', entriesOf(screen, began))
  }
  const facts = (id: SessionId): WatchedSession => ({
    id,
    tenant,
    examinee: 'acc_e' as AccountId,
    examineeName: 'Иванова Анна',
    examTitle: 'Алгебра',
    state: 'in_progress',
    opensAt: fromMs(Date.now() - 3_600_000 * 5),
    closesAt: fromMs(Date.now() + 3_600_000),
    lengthMinutes: 600,
    authorizedAt: fromMs(id === RECORDED ? began : Date.now() - 60_000),
    deadline: fromMs(Date.now() + 3_600_000),
    deauthorizedAt: null,
  })
  const viewer: Viewer = {
    account: 'acc_p' as AccountId,
    tenant,
    roles: ['proctor'],
    signIn: 'sgn_a',
    provedAt: fromMs(Date.now()),
    ip: '127.0.0.1',
  }
  const deps: WatchDeps = {
    sessions: {
      find: async (_t, id) => ({ session: facts(id), assignment: 'active' }),
      assigned: async () => [RECORDED, ...Array.from({ length: 12 }, (_, n) => liveSession(n))].map(facts),
      recorded: async () => [],
    },
    views: { open: async () => undefined, find: async () => null },
    journal: {
      write: async (row) => {
        journal.push(row)
      },
      viewings: async () => [],
    },
    audit: { record: async () => undefined },
    recordings: node.recordings,
    hub: node.hub,
    destroyed: async () => false,
    blocked: async () => false,
    clock: { now: () => fromMs(Date.now()), ms: () => Date.now(), mono: () => performance.now() },
    ids: { make: (tag) => `${tag}_x` as never, random: (bytes) => new Uint8Array(bytes) },
    log: { debug: () => {}, info: () => {}, warn: console.warn, error: console.error },
  }
  const live = liveWatching(deps)
  const script = await bundled()

  const http = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x')
    const [, api, a, id, , tid] = url.pathname.split('/')
    if (url.pathname === '/page.js') return response.setHeader('content-type', 'text/javascript').end(script)
    if (api === 'api') {
      const read = await readTimeline(deps, viewer, (id ?? a) as SessionId, null)
      const body = read.ok ? { ...read.timeline, viewer: { name: 'П', at: '' } } : read
      return response.end(JSON.stringify(body))
    }
    if (api === 'media') {
      const [, , , , session, , track] = url.pathname.split('/')
      const number = (name: string) => Number(url.searchParams.get(name))
      const read = await readRecords(deps, viewer, {
        session: session as SessionId,
        tid: (track ?? tid) as TrackId,
        from: number('from'),
        to: number('to'),
        init: url.searchParams.has('init') ? number('init') : null,
        view: null,
      })
      if (!read.ok) return response.writeHead(403).end(read.why)
      for await (const bytes of read.bytes) response.write(bytes)
      return response.end()
    }
    response.setHeader('content-type', 'text/html')
    response.end(
      '<!doctype html><meta charset=utf-8><title>player</title><link rel=icon href="data:,"><script type=module src=/page.js></script>',
    )
  })
  const sockets = new WebSocketServer({ server: http, path: '/ws/watch' })
  sockets.on('connection', (socket) => {
    const watcher = live.connect(viewer, {
      tell: (message) => socket.send(JSON.stringify(message)),
      bytes: (frame) => socket.send(frame),
      waiting: () => socket.bufferedAmount,
    })
    socket.on('message', (data) => void watcher.ask(watchAsk.parse(JSON.parse(String(data)))))
    socket.on('close', () => void watcher.close())
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const timers = new Set<NodeJS.Timeout>()

  /** Fragments come as the encoder makes them: a bit each 80 ms, the seal at the end. */
  const publish = (session: SessionId, how: 'parts' | 'whole') => {
    const at0 = Date.now()
    const stop: (() => void)[] = []
    for (const tid of ['cam', 'screen'] as const) {
      const entries = entriesOf({ tid, media: media[tid], epochs: [{ startMs: 0, fragments: 900 }] }, at0)
      const [init] = entries
      if (!init) continue
      node.add(session, tid, [init])
      node.emit(session, {
        is: 'record',
        tid,
        header: init.header,
        payload: init.payload(),
        cameAsParts: false,
      })
      let seq = 1
      let payload = entries[1]?.payload() ?? Buffer.alloc(0)
      let sent = 0
      const fragmentMs = media[tid].seconds * 1000
      const timer = setInterval(() => {
        const into = Date.now() - at0 - (seq - 1) * fragmentMs
        const due = Math.min(payload.length, Math.ceil((payload.length * into) / fragmentMs))
        if (how === 'parts' && due > sent)
          node.emit(session, {
            is: 'part',
            tid,
            epoch: 0,
            seq,
            offset: sent,
            bytes: payload.subarray(sent, due),
          })
        sent = due
        if (into < fragmentMs) return
        const entry = entries[seq]
        if (!entry) return
        node.add(session, tid, [entry])
        node.emit(session, { is: 'record', tid, header: entry.header, payload, cameAsParts: how === 'parts' })
        seq++
        sent = 0
        payload = entries[seq]?.payload() ?? Buffer.alloc(0)
      }, 80)
      timers.add(timer)
      stop.push(() => clearInterval(timer))
    }
    return () => {
      for (const one of stop) one()
    }
  }

  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    node,
    journal,
    publish,
    async close() {
      for (const timer of timers) clearInterval(timer)
      for (const client of sockets.clients) client.terminate()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
