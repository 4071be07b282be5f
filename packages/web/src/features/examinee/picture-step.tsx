import { Button, Checkbox, Radio } from '@mantine/core'
import { isBlurred } from '@ochno/capture'
import { coachSeat } from '@ochno/detect'
import type { DoorStepView, DoorView } from '@ochno/contract/door'
import { type Band, firstBands } from '@ochno/domain/identity/mask'
import type { Clarity } from '@ochno/domain/identity/sharpness'
import { IconCamera, IconRefresh, IconSend } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import { SeatCoach } from '../../ui/seat-coach.tsx'
import { DoorCamera } from './door-camera.tsx'
import classes from './door-steps.module.css'
import { MaskEditor } from './mask-editor.tsx'
import { clarityOfFrame, grab, jpegOf, masked } from './take-picture.ts'

type Kind = DoorView['documents'][number]
const SIDES = ['left', 'right', 'behind'] as const

export type PictureStepProps = {
  readonly step: DoorStepView
  readonly documents: readonly Kind[]
  readonly stream: MediaStream | null
  readonly busy: boolean
  /** The part of the picture the act asks of a face. */
  readonly least: number | null
  readonly onTurnOn: () => void
  readonly onSend: (
    bytes: Uint8Array<ArrayBuffer>,
    part: number,
    document: Kind | null,
    clarity: Clarity,
  ) => void
}

/** A picture is taken, looked at, covered where it must be, and only then sent. */
export function PictureStep({ step, documents, stream, busy, least, onTurnOn, onSend }: PictureStepProps) {
  const { t } = useTranslation()
  const video = useRef<HTMLVideoElement>(null)
  const [kind, setKind] = useState<Kind | null>(null)
  const [frame, setFrame] = useState<ImageData | null>(null)
  const [clarity, setClarity] = useState<Clarity>('clear')
  const [bands, setBands] = useState<readonly Band[]>([])
  const [seen, setSeen] = useState(false)
  const [ready, setReady] = useState(false)
  const isDocument = step.id === 'document'
  const [blurred, setBlurred] = useState(false)
  const part = Math.min(step.taken, Math.max(0, step.pictures - 1))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the picture of another part is another picture.
  useEffect(() => setFrame(null), [step.id, part])

  const take = () => {
    const taken = video.current && grab(video.current)
    if (!taken) return
    const [track] = stream?.getVideoTracks() ?? []
    // R1-4.1f: nobody sees to the wall through a blur.
    const hidden = step.id === 'behind' && track !== undefined && isBlurred(track) === true
    setBlurred(hidden)
    if (hidden) return
    setFrame(taken)
    setClarity(clarityOfFrame(taken))
    setBands(isDocument && kind ? firstBands(kind) : [])
    setSeen(false)
    setReady(false)
  }
  const send = async () => {
    if (!frame) return
    onSend(await jpegOf(isDocument ? masked(frame, bands) : frame), part, isDocument ? kind : null, clarity)
  }

  if (frame)
    return (
      <Rows>
        {isDocument ? (
          <MaskEditor frame={frame} bands={bands} onChange={setBands} />
        ) : (
          <TakenPicture frame={frame} />
        )}
        {isDocument || clarity === 'dark' ? (
          <Notice
            tone={clarity === 'clear' ? 'ok' : 'warn'}
            title={t(`door.clarity.${clarity}`)}
            live="status"
          />
        ) : null}
        {isDocument && bands.length === 0 ? <Notice tone="warn" title={t('door.mask.none')} /> : null}
        {isDocument ? (
          <Checkbox
            size="md"
            label={t('door.mask.seen')}
            checked={seen}
            onChange={(event) => setSeen(event.currentTarget.checked)}
          />
        ) : null}
        <Bar>
          <Button
            leftSection={<IconSend size={18} aria-hidden />}
            loading={busy}
            disabled={isDocument && !seen}
            onClick={() => void send()}
          >
            {t('door.camera.send')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconRefresh size={18} aria-hidden />}
            onClick={() => setFrame(null)}
          >
            {t('door.camera.again')}
          </Button>
        </Bar>
      </Rows>
    )

  return (
    <Rows>
      {isDocument ? (
        <Radio.Group
          label={t('door.documents.label')}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
        >
          <div className={classes.kinds}>
            {documents.map((one) => (
              <Radio size="md" key={one} value={one} label={t(`door.documents.${one}`)} />
            ))}
          </div>
        </Radio.Group>
      ) : null}
      {step.pictures > 1 ? (
        <p className={classes.strong}>
          {t('door.part', {
            n: part + 1,
            of: step.pictures,
            side: t(`door.sides.${SIDES[part] ?? 'behind'}`),
          })}
        </p>
      ) : null}
      <DoorCamera
        stream={stream}
        video={video}
        over={isDocument ? 'document' : step.id === 'face' ? 'face' : 'nothing'}
        mirrored={step.id === 'face'}
        onTurnOn={onTurnOn}
        onReady={setReady}
      />
      {step.id === 'face' ? <SeatCoach stream={stream} coach={coachSeat} least={least} /> : null}
      {blurred ? <Notice tone="bad" live="alert" title={t('door.camera.blurred')} /> : null}
      {isDocument || step.id === 'face' ? (
        <p className={classes.quiet}>
          {t(isDocument ? 'door.camera.documentFrame' : 'door.camera.faceFrame')}
        </p>
      ) : null}
      <Bar>
        <Button
          size="md"
          leftSection={<IconCamera size={20} aria-hidden />}
          disabled={!stream || !ready || (isDocument && kind === null)}
          onClick={take}
        >
          {t('door.camera.take')}
        </Button>
      </Bar>
    </Rows>
  )
}

function TakenPicture({ frame }: { frame: ImageData }) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(frame, 0, 0)
  }, [frame])
  return (
    <canvas
      ref={canvas}
      width={frame.width}
      height={frame.height}
      role="img"
      aria-label={t('door.camera.picture')}
      className={classes.canvas}
    />
  )
}
