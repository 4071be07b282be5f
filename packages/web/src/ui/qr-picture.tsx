import { useMemo } from 'react'
import { encode } from 'uqr'
import classes from './qr-picture.module.css'

/** Drawn by us: the key of an authenticator goes to no service of pictures. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(text, { border: 2 })
    const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
    return { size, path }
  }, [text])
  return (
    <svg className={classes.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} className={classes.paper} />
      <path d={path} className={classes.ink} />
    </svg>
  )
}
