import type { FormLine } from '@ochno/contract/forms'
import { formPurposes } from '@ochno/domain/document/form-purposes'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import classes from './forms.module.css'
import { FormFiles } from './form-files.tsx'

export function FormsView({ rows, act }: { rows: readonly FormLine[]; act: string | null }) {
  const { t } = useTranslation()
  const where = ({ act: of, clause }: FormLine['clauses'][number]) => {
    const place = /^\d/.test(clause) ? t('forms.clause', { clause }) : clause
    return act === null ? t('forms.ofOne', { act: of, place }) : place
  }
  if (rows.length === 0) return <Card>{t('forms.nothing')}</Card>
  return formPurposes.map((purpose) => {
    const own = rows.filter((row) => row.purpose === purpose)
    return own.length === 0 ? null : (
      <Card key={purpose} title={t(`forms.purposes.${purpose}`)}>
        <ul className={classes.forms}>
          {own.map((form) => (
            <li key={form.id} className={classes.form}>
              <div className={classes.about}>
                <p className={classes.name} lang="ru">
                  {form.name}
                </p>
                <p className={classes.code}>{[form.id, ...form.clauses.map(where)].join(' · ')}</p>
              </div>
              <FormFiles form={form} />
            </li>
          ))}
        </ul>
      </Card>
    )
  })
}
