import { Button, Textarea } from '@mantine/core'
import { readCatalogue } from '@ochno/contract/service-catalogue'
import { publishServiceRules, readServiceRegister, type ServiceView } from '@ochno/contract/services'
import { rulesTextFor } from '@ochno/domain/services/rules-texts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { useDayOf } from './day.ts'
import classes from './services.module.css'

const parts = ['text', 'requirements', 'protection'] as const

/** The rules of use in force, and a new edition of them. */
export function RulesCard({ one, editable }: { one: ServiceView; editable: boolean }) {
  const { t } = useTranslation()
  const day = useDayOf()
  const [writing, setWriting] = useState(false)
  const { rules } = one
  return (
    <Card
      title={t('services.rules.title')}
      actions={
        editable ? (
          <Button variant={rules ? 'default' : 'filled'} onClick={() => setWriting(true)}>
            {t(rules ? 'services.rules.renew' : 'services.rules.publish')}
          </Button>
        ) : null
      }
    >
      {rules ? (
        <Rows>
          <p className={classes.quiet}>
            {t('services.rules.edition', {
              version: rules.version,
              day: day(rules.at),
              by: rules.by,
            })}
          </p>
          {parts.map((part) => (
            <section key={part}>
              <h3 className={classes.part}>{t(`services.notice.${part}`)}</h3>
              <p className={classes.told}>{rules[part]}</p>
            </section>
          ))}
        </Rows>
      ) : (
        <Notice tone="info" title={t('services.rules.none')}>
          {t('services.rules.noneText')}
        </Notice>
      )}
      {writing ? <RulesForm one={one} onClose={() => setWriting(false)} /> : null}
    </Card>
  )
}

function RulesForm({ one, onClose }: { one: ServiceView; onClose: () => void }) {
  const { t } = useTranslation()
  const publishing = useDo(publishServiceRules, [readServiceRegister, readCatalogue])
  const [text, setText] = useState(() => {
    const { text, requirements, protection } = one.rules ?? rulesTextFor(one.card.families)
    return { text, requirements, protection }
  })
  const submit = async () => {
    if ((await publishing.run({ params: { srv: one.id }, body: text })).ok) onClose()
  }
  return (
    <FormSheet
      title={t('services.rules.newTitle', { name: one.card.name })}
      failure={publishing.failure}
      submit={t('services.rules.publish')}
      busy={publishing.busy}
      disabled={parts.some((part) => !text[part].trim())}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className={classes.quiet}>{t('services.rules.hint')}</p>
      {parts.map((part) => (
        <Textarea
          key={part}
          label={t(`services.notice.${part}`)}
          value={text[part]}
          onChange={(event) => setText({ ...text, [part]: event.currentTarget.value })}
          maxLength={part === 'text' ? 8000 : 3000}
          rows={part === 'text' ? 6 : 3}
          required
          withAsterisk={false}
        />
      ))}
    </FormSheet>
  )
}
