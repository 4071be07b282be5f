import { readWall, type WallTile, watchSocket } from '@ochno/contract/watch'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { openSocket } from '../../api/socket.ts'
import { WatchClient } from '../../player/watch-client.ts'
import { useDarkPage } from '../../ui/dark-page.ts'
import { RequirementsFirst } from './unread-requirements.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { useServerClock, WallClockContext } from './wall-clock.ts'
import classes from './wall.module.css'
import { WallLock } from './wall-lock.tsx'
import { WallView } from './wall-view.tsx'

export function WallPage() {
  const { t } = useTranslation()
  useDarkPage()
  useEffect(() => {
    document.title = `${t('proctor.wall.title')} · ${t('common.product')}`
  }, [t])
  const may = useMicrophoneRight()
  const wall = useLoad(readWall, {}, { everyMs: 10_000 })
  if (!may) return null
  if (wall.is === 'ready' && wall.value.tiles.length > 0 && wall.value.tiles.every(({ unread }) => unread))
    return <RequirementsFirst />
  return wall.is === 'ready' ? (
    <Connected tiles={wall.value.tiles} serverNow={wall.value.now} />
  ) : (
    <div className={classes.waiting}>
      <LoadView load={wall} rows={6}>
        {() => null}
      </LoadView>
    </div>
  )
}

function Connected({ tiles, serverNow }: { tiles: readonly WallTile[]; serverNow: string }) {
  const [client, setClient] = useState<WatchClient | null>(null)
  useEffect(() => {
    const made = new WatchClient(() => openSocket(watchSocket, {}))
    setClient(made)
    return () => {
      made.close()
      setClient(null)
    }
  }, [])
  const clock = useServerClock(serverNow)
  return client ? (
    <WallClockContext value={clock}>
      <Online client={client} tiles={tiles} />
    </WallClockContext>
  ) : null
}

function Online({ client, tiles }: { client: WatchClient; tiles: readonly WallTile[] }) {
  const online = useSyncExternalStore(client.subscribe, client.online)
  const [waiting, setWaiting] = useState(0)
  return (
    <WallLock waiting={waiting}>
      <WallView client={client} tiles={tiles} online={online} onWaiting={setWaiting} />
    </WallLock>
  )
}

type WithPolicy = Document & { readonly featurePolicy?: { allowsFeature(name: string): boolean } }
const RELOADED = 'ochno.wall.reloaded'

/** B-03: the wall may call, other pages have no right to a microphone, and a right comes only with a document of its own. */
function useMicrophoneRight(): boolean {
  const [may] = useState(() => {
    const allowed = (document as WithPolicy).featurePolicy?.allowsFeature('microphone') ?? true
    // Where something between us and the server takes the right away, one reload is enough to know.
    return allowed || sessionStorage.getItem(RELOADED) === '1'
  })
  useEffect(() => {
    if (may) return sessionStorage.removeItem(RELOADED)
    sessionStorage.setItem(RELOADED, '1')
    location.reload()
  }, [may])
  return may
}
