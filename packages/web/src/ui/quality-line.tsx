import { useTranslation } from 'react-i18next'

type Figures = {
  readonly track: 'cam' | 'screen'
  readonly fps: number | null
  readonly kbps: number | null
  readonly sharpness: number | null
  readonly frozenMs: number | null
}

/** How good one picture is, in words; what nobody measured is said to be unknown. */
export function QualityLine({ of }: { of: Figures }) {
  const { t, i18n } = useTranslation()
  const number = (value: number) => value.toLocaleString(i18n.language, { maximumFractionDigits: 1 })
  const { track, fps, kbps, sharpness, frozenMs } = of
  const said = [
    fps === null ? t('quality.noFps') : t('quality.fps', { value: number(fps), count: Math.round(fps) }),
    kbps === null ? t('quality.noKbps') : t('quality.kbps', { value: number(kbps) }),
    track === 'screen' || frozenMs === null
      ? null
      : frozenMs < 1_000
        ? t('quality.moves')
        : t('quality.froze', { value: number(Math.round(frozenMs / 1000)) }),
    track === 'screen' || sharpness === null
      ? null
      : t('quality.sharp', { value: number(Math.round(sharpness * 100)) }),
  ].filter(Boolean)
  return (
    <>
      <strong>{t(`quality.track.${track}`)}:</strong> {said.join(' · ')}
    </>
  )
}
