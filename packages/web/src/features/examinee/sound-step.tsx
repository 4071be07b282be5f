import { Button } from '@mantine/core'
import { IconMicrophone, IconPlayerStop, IconRefresh, IconSend } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LiveLevel } from '../../ui/level-meter.tsx'
import type { Loudness } from '../../ui/loudness.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import classes from './door-steps.module.css'

/** A name is said in a few seconds. */
const LONGEST_S = 10
/** A press too soon leaves a file without a sound. */
const SHORTEST_S = 1
const BITS_PER_SECOND = 32_000

/** Records a name, lets the person hear it, and sends it only then. */
export function SoundStep({
  stream,
  level,
  name,
  busy,
  onTurnOn,
  onSend,
}: {
  stream: MediaStream | null
  level: Loudness
  name: string
  busy: boolean
  onTurnOn: () => void
  onSend: (bytes: Uint8Array<ArrayBuffer>) => void
}) {
  const { t } = useTranslation()
  const [recorder, setRecorder] = useState<MediaRecorder | null>(null)
  const [left, setLeft] = useState(LONGEST_S)
  const [said, setSaid] = useState<Blob | null>(null)
  const address = useAddress(said)
  const [failed, setFailed] = useState(false)

  const record = () => {
    const [track] = stream?.getAudioTracks() ?? []
    setFailed(!track)
    if (!track) return onTurnOn()
    const made = new MediaRecorder(new MediaStream([track]), { audioBitsPerSecond: BITS_PER_SECOND })
    const pieces: Blob[] = []
    made.ondataavailable = ({ data }) => pieces.push(data)
    made.onstop = () => {
      setSaid(new Blob(pieces, { type: made.mimeType }))
      setRecorder(null)
    }
    made.start()
    setLeft(LONGEST_S)
    setRecorder(made)
  }

  useEffect(() => {
    if (!recorder) return
    const timer = setInterval(() => setLeft((was) => was - 1), 1_000)
    return () => clearInterval(timer)
  }, [recorder])
  useEffect(() => {
    if (left <= 0 && recorder?.state === 'recording') recorder.stop()
  }, [left, recorder])

  const send = async () => {
    if (said) onSend(new Uint8Array(await said.arrayBuffer()))
  }

  return (
    <Rows>
      <p className={classes.say}>{t('door.sound.say', { name })}</p>
      {failed ? <Notice tone="bad" live="alert" title={t('door.sound.refused')} /> : null}
      {recorder ? (
        <>
          <LiveLevel of={level} label={t('exam.check.micLevel')} />
          <p className={classes.strong} role="status">
            {t('door.sound.recording', { count: left })}
          </p>
          <Bar>
            <Button
              leftSection={<IconPlayerStop size={18} aria-hidden />}
              disabled={left > LONGEST_S - SHORTEST_S}
              onClick={() => recorder.stop()}
            >
              {t('door.sound.stop')}
            </Button>
          </Bar>
        </>
      ) : said && address ? (
        <>
          {/* biome-ignore lint/a11y/useMediaCaption: a person's own voice saying their own name. */}
          <audio controls src={address} aria-label={t('door.sound.listen')} className={classes.audio} />
          <Bar>
            <Button
              leftSection={<IconSend size={18} aria-hidden />}
              loading={busy}
              onClick={() => void send()}
            >
              {t('door.sound.send')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconRefresh size={18} aria-hidden />}
              onClick={() => setSaid(null)}
            >
              {t('door.sound.again')}
            </Button>
          </Bar>
        </>
      ) : (
        <Bar>
          <Button size="md" leftSection={<IconMicrophone size={20} aria-hidden />} onClick={record}>
            {t('door.sound.record')}
          </Button>
        </Bar>
      )}
    </Rows>
  )
}

/** A blob's address, given back when nobody plays it any more. */
function useAddress(blob: Blob | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  const last = useRef<string | null>(null)
  useEffect(() => {
    last.current = blob ? URL.createObjectURL(blob) : null
    setAddress(last.current)
    return () => {
      if (last.current) URL.revokeObjectURL(last.current)
    }
  }, [blob])
  return address
}
