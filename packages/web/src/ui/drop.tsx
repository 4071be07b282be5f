import { useClickOutside } from '@mantine/hooks'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import classes from './drop.module.css'

/**
 * A button that shows a short list of links and acts below itself. A disclosure, not a menu of role=menu: Tab walks it,
 * Escape closes it and gives the focus back, leaving it closes it.
 */
export function Drop({
  button,
  className,
  label,
  children,
}: {
  /** What the button shows. */
  button: ReactNode
  className?: string | undefined
  /** The button's name where what it shows has no words. */
  label?: string
  children: ReactNode
}) {
  const id = useId()
  const [open, setOpen] = useState(false)
  /** Of a long list hardly any is ever opened: what is in them is made when they are. */
  const [made, setMade] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const box = useClickOutside<HTMLDivElement>(() => setOpen(false))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    setOpen(false)
    trigger.current?.focus()
  }
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the button and the list inside it
    <div ref={box} className={classes.drop} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={trigger}
        type="button"
        className={`${classes.button} ${className ?? ''}`}
        aria-expanded={open}
        aria-controls={id}
        {...(label ? { 'aria-label': label } : {})}
        onClick={() => {
          setMade(true)
          setOpen(!open)
        }}
      >
        {button}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a press on one of its links or buttons, by key too, arrives as a click */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the presses are of what lies in it */}
      <div id={id} className={classes.panel} hidden={!open} onClick={() => setOpen(false)}>
        {made ? children : null}
      </div>
    </div>
  )
}

/** The look of a link or a button inside. */
export const dropItem = classes.item
export const dropNote = classes.note
