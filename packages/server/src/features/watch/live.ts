// Live pictures: the journal first, then the feed; the right is asked again every two seconds (T-10).
import type { WatchAsk } from '@ochno/contract/watch'
import type { SessionId } from '@ochno/domain/ids'
import { isTrackId, type TrackId } from '@ochno/domain/recording/track'
import type { Instant } from '@ochno/domain/time'
import type { WatchedSession } from '../../ports/watching.ts'
import type { Viewer, WatchDeps } from './deps.ts'
import { type Feed, openFeed, type Sink } from './feed.ts'
import { journalled, wholeSession } from './journalled.ts'
import { inLiveWindow, LIVE_AFTER, LIVE_BEFORE, liveRight } from './rights.ts'

/** A wall of thirty works; a third more while one wall gives way to the next. */
const SESSIONS_AT_ONCE = 40

type Watched = { readonly leave: () => void; readonly since: Instant; readonly feed: Feed }

export type Watcher = {
  readonly ask: (message: WatchAsk) => Promise<void>
  readonly close: () => Promise<void>
}

type Person = {
  readonly viewer: Viewer
  readonly sink: Sink
  readonly watched: Map<SessionId, Watched>
  readonly stop: (session: SessionId, why: string) => Promise<void>
}

export type Live = {
  readonly connect: (viewer: Viewer, sink: Sink) => Watcher
  /** Ends what is no longer allowed and tells everyone how their sessions are. */
  readonly check: () => Promise<void>
  readonly viewers: () => number
}

export function liveWatching(deps: WatchDeps): Live {
  const people = new Set<Person>()
  const feeds = new Map<SessionId, { readonly feed: Feed; users: number }>()
  let numbers = 0

  const enter = (session: WatchedSession): Feed => {
    const found = feeds.get(session.id)
    if (found) {
      found.users++
      return found.feed
    }
    numbers = (numbers + 1) & 0xffff
    const feed = openFeed(deps, session, numbers, () => void check())
    feeds.set(session.id, { feed, users: 1 })
    return feed
  }

  const exit = (session: SessionId) => {
    const found = feeds.get(session)
    if (!found || --found.users > 0) return
    feeds.delete(session)
    found.feed.close()
  }

  function connect(viewer: Viewer, sink: Sink): Watcher {
    const watched = new Map<SessionId, Watched>()
    const wanted = new Set<SessionId>()

    const stop = async (session: SessionId, why: string) => {
      const one = watched.get(session)
      wanted.delete(session)
      if (!one) return
      watched.delete(session)
      one.leave()
      exit(session)
      sink.tell({ t: 'left', session, why })
      await journalled(deps, viewer, {
        ...wholeSession,
        session,
        role: 'proctor',
        action: 'live.end',
        purpose: 'live_supervision',
        startedAt: one.since,
        endedAt: deps.clock.now(),
      })
    }
    const person: Person = { viewer, sink, watched, stop }
    people.add(person)

    const start = async (session: SessionId, tids: readonly TrackId[]) => {
      const refuse = (why: string) => {
        wanted.delete(session)
        sink.tell({ t: 'no', session, why })
      }
      if (wanted.has(session)) return
      if (wanted.size >= SESSIONS_AT_ONCE) return sink.tell({ t: 'no', session, why: 'too_many' })
      wanted.add(session)
      const now = deps.clock.now()
      const right = liveRight(await deps.sessions.find(viewer.tenant, session, viewer.account), viewer, now)
      if (!right.ok) return refuse(right.why)
      const begun = await journalled(deps, viewer, {
        ...wholeSession,
        session,
        role: 'proctor',
        action: 'live.begin',
        purpose: 'live_supervision',
        startedAt: now,
      })
      if (!begun) return refuse('journal_unavailable')
      const feed = enter(right.session)
      try {
        await feed.ready
      } catch (cause) {
        deps.log.error('watch_feed_failed', { session }, cause)
        exit(session)
        return refuse('try_again')
      }
      const gone = !people.has(person) || !wanted.has(session)
      if (gone) return exit(session)
      watched.set(session, { leave: feed.attach(sink, tids), since: now, feed })
      tellState(person, right.session, feed)
    }

    return {
      ask: (message) =>
        message.t === 'sub'
          ? start(message.session as SessionId, message.tracks.filter(isTrackId))
          : stop(message.session as SessionId, 'asked'),
      async close() {
        people.delete(person)
        wanted.clear()
        await Promise.all([...watched.keys()].map((session) => stop(session, 'closed')))
      },
    }
  }

  const tellState = (person: Person, session: WatchedSession, feed: Feed) =>
    person.sink.tell({
      t: 'state',
      sub: feed.no,
      session: session.id,
      state: session.state,
      authorizedAt: session.authorizedAt?.toString() ?? null,
      deadline: session.deadline?.toString() ?? null,
      deauthorizedAt: session.deauthorizedAt?.toString() ?? null,
      tracks: feed.tracks(session),
    })

  async function check(): Promise<void> {
    const now = deps.clock.now()
    await Promise.all(
      [...people].map(async (person) => {
        if (!person.watched.size) return
        const allowed = await deps.sessions
          .assigned(
            person.viewer.tenant,
            person.viewer.account,
            now.subtract(LIVE_AFTER),
            now.add(LIVE_BEFORE),
          )
          .catch((cause: unknown) => {
            // Not known to be allowed is not allowed: the stream ends, the player comes back when the database does.
            deps.log.error('watch_check_failed', {}, cause)
            return null
          })
        for (const [id, { feed }] of person.watched) {
          const session = allowed?.find((one) => one.id === id)
          if (!session) await person.stop(id, allowed ? 'not_assigned' : 'try_again')
          else if (!inLiveWindow(session, now)) await person.stop(id, 'outside_window')
          else tellState(person, session, feed)
        }
      }),
    )
  }

  return { connect, check, viewers: () => people.size }
}
