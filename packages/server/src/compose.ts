// The only file that wires things: base, areas in order, transport in front of them, jobs behind.
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { docsRoutes } from '@ochno/contract/docs'
import { machineRoutes } from '@ochno/contract/machine'
import type { AccountId, SessionId } from '@ochno/domain/ids'
import { type PasswordCosts, passwordCosts } from './adapters/argon2/passwords.ts'
import { graphileJobs } from './adapters/graphile/jobs.ts'
import { openKeyRing } from './adapters/key-ring/key-ring.ts'
import { httpMetrics } from './adapters/metrics/http-metrics.ts'
import { pinoLog } from './adapters/pino/log.ts'
import { postgresOpenGlass } from './adapters/postgres/break-glass.ts'
import { postgresAudit } from './adapters/postgres/audit.ts'
import { postgresEmbedders } from './adapters/postgres/embedding.ts'
import { postgresAuthenticate } from './adapters/postgres/authenticate.ts'
import { postgresSights } from './adapters/postgres/sights.ts'
import { randomIds } from './adapters/system/ids.ts'
import { steadyClock } from './adapters/system/steady-clock.ts'
import { composeBeforeExam } from './compose/before-exam.ts'
import { composeCore, mounted } from './compose/core.ts'
import { composeBreakGlass } from './compose/break-glass.ts'
import { composeClips } from './compose/clips.ts'
import { composeComplaints } from './compose/complaints.ts'
import { composeConsents } from './compose/consents.ts'
import { composeDoor } from './compose/door.ts'
import { composeEvidence } from './compose/evidence.ts'
import { composeFederation, directoryPasswords } from './compose/federation.ts'
import { composeDashboards } from './compose/dashboards.ts'
import { composeFailures } from './compose/failures.ts'
import { composeHelping } from './compose/helping.ts'
import { composeForms } from './compose/forms.ts'
import { composeIdentityBridge } from './compose/identity-bridge.ts'
import { composeLms } from './compose/lms.ts'
import { composeMail } from './compose/mail.ts'
import { composePeople } from './compose/people.ts'
import { composeAssignments } from './compose/assignments.ts'
import { composeServices } from './compose/services.ts'
import { composeIngest, type IngestFrom } from './compose/ingest.ts'
import type { Base, Given, Part, Running } from './compose/part.ts'
import { composeProtocols } from './compose/protocols.ts'
import { composeRetention } from './compose/retention.ts'
import { composeRooms } from './compose/rooms.ts'
import { composeReview } from './compose/review.ts'
import { composeSecondFactor } from './compose/second-factor.ts'
import { composeUploads } from './compose/uploads.ts'
import { composeWatch } from './compose/watch.ts'
import type { Config } from './config.ts'
import { type HttpDeps, mount, newFastify } from './http/app.ts'
import { docsHandlers } from './http/docs.ts'
import { machineHandlers } from './http/machine.ts'
import { mountOperations } from './http/operations.ts'
import { mountPages } from './http/pages.ts'
import { mountSockets, type Sockets } from './http/sockets.ts'
import type { Clock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'
import type { KeyRing } from './ports/signing.ts'
import type { Rights } from './ports/store.ts'

/** What a test puts in the place of the real thing. */
export type Replaced = {
  readonly clock?: Clock
  readonly wallMs?: () => number
  readonly log?: Log
  readonly ingestPolicy?: IngestFrom['policy']
  /** What a password costs to hash. */
  readonly passwordCosts?: PasswordCosts
  readonly parts?: readonly Part[]
}

export type Composed = Running & {
  readonly core: Awaited<ReturnType<typeof composeCore>>
  readonly ingest: Awaited<ReturnType<typeof composeIngest>>
  readonly evidence: Awaited<ReturnType<typeof composeEvidence>>
  /** The keys that sign here, to be changed by the operator. */
  readonly keys: KeyRing
  readonly mail: ReturnType<typeof composeMail>
  /** Every declared route and socket. */
  readonly routes: readonly NonNullable<Part['routes']>[number]['route'][]
  readonly sockets: readonly NonNullable<Part['sockets']>[number]['route'][]
  readonly base: Base
}

const version = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version

export async function compose(given: Given, replaced: Replaced = {}): Promise<Composed> {
  const { config, pools, keys } = given
  const log = replaced.log ?? pinoLog(config.logLevel)
  let underWay: () => boolean = () => false
  const clock =
    replaced.clock ??
    steadyClock({
      wallMs: () => Date.now(),
      monoMs: () => performance.now(),
      upMs: () => uptime() * 1000,
      settlesMs: config.clockSettlesMs,
      holds: () => underWay(),
      stepped: (byMs, taken) => log.warn('clock.stepped', { by_ms: Math.round(byMs), taken }),
    })
  const ids = randomIds
  const base: Base = {
    config,
    pools,
    clock,
    wallMs: replaced.wallMs ?? replaced.clock?.ms ?? Date.now,
    ids,
    log,
    audit: postgresAudit(pools.app, ids),
  }
  const keyRing = await openKeyRing(join(config.dataDir, 'keys'), clock.ms)
  const auth = postgresAuthenticate(pools.auth, config.staffSecondFactor)
  let sockets: Sockets | null = null
  const rights: Rights = {
    changed: (account: AccountId) => {
      auth.forget(account)
      void sockets?.recheck(account)
    },
  }

  const core = await composeCore(base, {
    keys: keyRing,
    pepper: keys.secretFor('pepper'),
    kek: keys.kek,
    rights,
    passwordCosts: replaced.passwordCosts ?? passwordCosts,
    directory: directoryPasswords(base, keys),
  })
  let ended: (session: SessionId) => void = () => undefined
  const ingest = await composeIngest(base, {
    kek: keys.kek,
    keyRing,
    ended: (session) => ended(session),
    ...(replaced.ingestPolicy ? { policy: replaced.ingestPolicy } : {}),
  })
  underWay = ingest.underWay
  const evidence = await composeEvidence(base, {
    recordings: ingest.recordings,
    keys: keyRing,
    signJournal: core.signJournal,
  })
  ended = (session) => {
    // The sweep of closings tries again; here it is only sooner.
    evidence.close(session).catch(() => log.warn('recording.close_waits', { session }))
  }
  const door = composeDoor(base, { kek: keys.kek, objects: ingest.objects, disk: ingest.disk })
  const watch = await composeWatch(base, { hub: ingest.hub, recordings: ingest.recordings })
  const clips = composeClips(base, ingest.recordings)
  const forms = composeForms(base)
  const consents = composeConsents(base, {
    kek: keys.kek,
    objects: ingest.objects,
    disk: ingest.disk,
    printer: forms.printer,
    running: core.running,
  })
  const beforeExam = composeBeforeExam(base, {
    kek: keys.kek,
    objects: ingest.objects,
    disk: ingest.disk,
    printer: forms.printer,
  })
  const services = composeServices(base, {
    kek: keys.kek,
    objects: ingest.objects,
    disk: ingest.disk,
    printer: forms.printer,
  })
  const assignments = composeAssignments(base, {
    kek: keys.kek,
    objects: ingest.objects,
    disk: ingest.disk,
  })
  const failures = composeFailures(base, {
    printer: forms.printer,
    sessions: core.sessions,
    newDate: core.newDate,
  })
  const helping = composeHelping(base)
  const review = composeReview(base)
  const complaints = composeComplaints(base, { printer: forms.printer })
  const protocols = composeProtocols(base, {
    kek: keys.kek,
    objects: ingest.objects,
    disk: ingest.disk,
    printer: forms.printer,
    recordings: ingest.recordings,
  })
  const retention = composeRetention(base, {
    objects: ingest.objects,
    printer: forms.printer,
    keys: keyRing,
    forgetKey: ingest.forgetKey,
    kek: keys.kek,
    recordings: ingest.recordings,
    papers: [protocols.papers, consents.copies],
  })
  const dashboards = composeDashboards(base, { printer: forms.printer })
  const uploads = composeUploads(base)
  const people = composePeople(base, { printer: forms.printer, rights })
  let port = config.port
  const address = () => config.origins[0] ?? (ownOrigins(config, port)[0] as string)
  const mail = composeMail(base, { keys, address })
  const identityBridge = composeIdentityBridge(base, { keys, address })
  const secondFactor = composeSecondFactor(base, { keys, signIn: core.signIn, address })
  const federation = composeFederation(base, { keys, signIn: core.signIn, address })
  const lms = composeLms(base, { keys, signIn: core.signIn, address })
  const docs: Part = {
    routes: mounted(
      docsRoutes,
      docsHandlers(() => routes.map((one) => one.route), version),
    ),
  }
  const machine: Part = {
    routes: mounted(
      machineRoutes,
      machineHandlers({ disk: ingest.disk, unready: () => unready(parts), version }),
    ),
  }
  const parts: readonly Part[] = [
    core,
    secondFactor,
    federation,
    lms,
    ingest,
    evidence,
    door,
    consents,
    beforeExam,
    services,
    assignments,
    failures,
    helping,
    watch,
    clips,
    review,
    complaints,
    composeBreakGlass(base),
    forms,
    protocols,
    retention,
    people,
    uploads,
    dashboards,
    mail,
    identityBridge,
    docs,
    machine,
    composeRooms(base),
    ...(replaced.parts ?? []),
  ]

  const routes = parts.flatMap((part) => part.routes ?? [])
  const socketRoutes = parts.flatMap((part) => part.sockets ?? [])
  const metrics = httpMetrics({ ochno_sockets: () => sockets?.count() ?? 0 })
  const http: HttpDeps = {
    ...base,
    ...metrics,
    authenticate: auth.authenticate,
    openGlass: postgresOpenGlass(pools.app),
    origins: () => (config.origins.length ? config.origins : ownOrigins(config, port)),
    trustedProxies: config.trustedProxies,
    tls: config.tls
      ? { key: readFileSync(config.tls.keyFile), cert: readFileSync(config.tls.certFile) }
      : null,
  }
  const app = newFastify(http)
  mountOperations(app, {
    unready: () => unready(parts),
    metrics: async () =>
      (await Promise.all([metrics.text(), ...parts.map((part) => part.metrics?.() ?? '')])).join('\n'),
    cspReported: metrics.cspReported,
  })
  mount(app, routes, socketRoutes, { sights: postgresSights(pools.app), lookThrough: uploads.lookThrough })
  if (config.webDir) mountPages(app, config.webDir, postgresEmbedders(pools.auth), lms.origins)
  sockets = mountSockets(app.server, http, socketRoutes)
  const jobs = graphileJobs(
    given.ownerUrl,
    Object.assign({}, ...parts.map((part) => part.tasks ?? {})),
    parts.map((part) => part.crontab ?? '').join('\n'),
    log,
  )

  const setupCode = await core.setupCode()
  await jobs.start()
  for (const part of parts) await part.start?.()
  await app.listen({ host: config.host, port: config.port })
  port = (app.server.address() as AddressInfo).port
  log.info('server.listens', { port, tls: config.tls !== null })

  const stop = async () => {
    // What was promised is answered first, then the lines are closed, then what it was promised with.
    sockets?.quiet()
    await Promise.all(parts.map((part) => part.settle?.()))
    await sockets?.close()
    await app.close()
    await jobs.stop()
    for (const part of [...parts].reverse()) await part.stop?.()
    log.info('server.stopped')
  }
  return {
    url: config.origins[0] ?? (ownOrigins(config, port)[0] as string),
    setupCode,
    stop,
    core,
    ingest,
    evidence,
    keys: keyRing,
    mail,
    base,
    routes: routes.map((one) => one.route),
    sockets: socketRoutes.map((one) => one.route),
  }
}

const ownOrigins = (config: Config, port: number): string[] => {
  const scheme = config.tls ? 'https' : 'http'
  return ['localhost', '127.0.0.1'].map((host) => `${scheme}://${host}:${port}`)
}

async function unready(parts: readonly Part[]): Promise<Record<string, string>> {
  const reasons = await Promise.all(parts.map((part) => part.ready?.() ?? null))
  return Object.fromEntries(
    reasons.filter((reason) => reason !== null).map((reason) => [reason, 'not ready']),
  )
}
