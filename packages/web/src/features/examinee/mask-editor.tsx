import { Button } from '@mantine/core'
import { type Band, moved, newBand, resized, WHOLE } from '@ochno/domain/identity/mask'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, Rows } from '../../ui/page.tsx'
import classes from './door-steps.module.css'
import { masked } from './take-picture.ts'

const STEP = 12

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

const percent = (share: number) => `${(share * 100) / WHOLE}%`

/** The picture of the document with its bands. Every band is reached and moved by the keyboard as well as by hand. */
export function MaskEditor({
  frame,
  bands,
  onChange,
}: {
  frame: ImageData
  bands: readonly Band[]
  onChange: (bands: readonly Band[]) => void
}) {
  const { t } = useTranslation()
  const hint = useId()
  const canvas = useRef<HTMLCanvasElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const buttons = useRef<(HTMLButtonElement | null)[]>([])
  const drag = useRef<{ x: number; y: number; resize: boolean } | null>(null)

  // What is outside the frame is never drawn, on the screen either.
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(masked(frame, []), 0, 0)
  }, [frame])

  const put = (index: number, band: Band) => onChange(bands.map((one, i) => (i === index ? band : one)))
  const drop = (index: number) => {
    onChange(bands.filter((_, i) => i !== index))
    buttons.current[Math.max(0, index - 1)]?.focus()
  }
  const onKey = (event: KeyboardEvent, index: number, band: Band) => {
    const by = arrows[event.key]
    if (by) put(index, event.shiftKey ? resized(band, ...by) : moved(band, ...by))
    else if (event.key === 'Delete' || event.key === 'Backspace') drop(index)
    else return
    event.preventDefault()
  }
  const onDrag = (event: PointerEvent, index: number, band: Band) => {
    const from = drag.current
    const size = box.current?.getBoundingClientRect()
    if (!from || !size) return
    const [dx, dy] = [
      ((event.clientX - from.x) * WHOLE) / size.width,
      ((event.clientY - from.y) * WHOLE) / size.height,
    ]
    drag.current = { ...from, x: event.clientX, y: event.clientY }
    put(index, from.resize ? resized(band, dx, dy) : moved(band, dx, dy))
  }

  return (
    <Rows>
      <div>
        <p className={classes.strong}>{t('door.mask.title')}</p>
        <p className={classes.quiet}>{t('door.mask.text')}</p>
      </div>
      <div ref={box} className={classes.masked}>
        <canvas
          ref={canvas}
          width={frame.width}
          height={frame.height}
          role="img"
          aria-label={t('door.camera.picture')}
          className={classes.canvas}
        />
        {bands.map((band, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a band has nothing but its place in the list.
            key={index}
            ref={(element) => {
              buttons.current[index] = element
            }}
            type="button"
            className={classes.band}
            aria-label={t('door.mask.band', { n: index + 1, of: bands.length })}
            aria-describedby={hint}
            style={{
              left: percent(band.x),
              top: percent(band.y),
              width: percent(band.w),
              height: percent(band.h),
            }}
            onKeyDown={(event) => onKey(event, index, band)}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId)
              const resize = (event.target as HTMLElement).dataset.corner !== undefined
              drag.current = { x: event.clientX, y: event.clientY, resize }
            }}
            onPointerMove={(event) => onDrag(event, index, band)}
            onPointerUp={() => {
              drag.current = null
            }}
          >
            <span data-corner="" className={classes.corner} />
          </button>
        ))}
      </div>
      <Bar>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange([...bands, newBand])}
        >
          {t('door.mask.add')}
        </Button>
        {bands.length ? (
          <Button
            variant="subtle"
            leftSection={<IconTrash size={18} aria-hidden />}
            onClick={() => drop(bands.length - 1)}
          >
            {t('door.mask.remove', { n: bands.length })}
          </Button>
        ) : null}
      </Bar>
      <p id={hint} className={classes.quiet}>
        {t('door.mask.keys')}
      </p>
    </Rows>
  )
}
