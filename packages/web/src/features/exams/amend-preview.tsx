import type { AmendmentPreview } from '@ochno/contract/amendments'
import { IconMail } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import classes from './amend.module.css'

const PAPERS = 'papers'
const known = [
  'slot_full',
  'examinee_busy',
  'proctor_full',
  'proctor_busy',
  'no_proctor_free',
  'own_exam',
  'own_child',
] as const
type Known = (typeof known)[number]

/** More names than this are counted. */
const SHOWN = 8

/** Before the deed: what stands in its way, and who is told of it. */
export function AmendPreview({ preview }: { preview: AmendmentPreview }) {
  const { t } = useTranslation()
  const { told, problems, notes } = preview
  const words = ({ why, who, exam }: AmendmentPreview['problems'][number]) =>
    why === 'examinee_busy' && exam
      ? t('amendments.problems.examinee_busyIn', { name: who.name, exam })
      : t(`amendments.problems.${known.includes(why as Known) ? (why as Known) : PAPERS}`, {
          name: who.name,
        })
  if (problems.length)
    return (
      <Notice tone="bad" live="alert" title={t('amendments.preview.problems')}>
        <ul className={classes.list}>
          {problems.map((one) => (
            <li key={`${one.why} ${one.who.id}`}>{words(one)}</li>
          ))}
        </ul>
      </Notice>
    )
  // Whoever is only called off is put nowhere: there is no limit to hold.
  const seats = told.some(({ of }) => of !== 'called_off')
  return (
    <>
      {seats ? <Notice tone="ok" live="status" title={t('amendments.preview.fits')} /> : null}
      {notes.length ? (
        <ul className={classes.list}>
          {notes.map((note) => (
            <li key={note}>{t(`amendments.preview.notes.${note}`)}</li>
          ))}
        </ul>
      ) : null}
      {told.length ? (
        <div>
          <p className={classes.count}>
            {t('amendments.preview.told', { count: new Set(told.map(({ id }) => id)).size })}
          </p>
          <ul className={classes.told}>
            {told.slice(0, SHOWN).map((one) => (
              <li key={`${one.id} ${one.as} ${one.of}`}>
                <span className={classes.who}>{one.name}</span>
                <span className={classes.quiet}>
                  {t(`amendments.preview.as.${one.as}`)},{' '}
                  {t(
                    `amendments.preview.of.${one.as === 'proctor' && one.of === 'called_off' ? 'taken' : one.of}`,
                  )}
                  {one.letter ? (
                    <>
                      {', '}
                      <IconMail size={16} aria-hidden /> {t('amendments.preview.letter')}
                    </>
                  ) : null}
                </span>
              </li>
            ))}
            {told.length > SHOWN ? (
              <li className={classes.quiet}>
                {t('amendments.preview.more', { count: told.length - SHOWN })}
              </li>
            ) : null}
          </ul>
        </div>
      ) : (
        <p className={classes.quiet}>{t('amendments.preview.nobody')}</p>
      )}
    </>
  )
}
