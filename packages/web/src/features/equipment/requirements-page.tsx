import { Button } from '@mantine/core'
import { readRequirements, type TechnicalRequirements } from '@ochno/contract/equipment'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import classes from './equipment.module.css'
import { requirementsFile } from './requirements-file.ts'
import { useEquipmentWords } from '../../machine/words.ts'

/** /technical-requirements: without a sign-in, made of the act in force; `?institution=` where there are several. */
export const RequirementsPage = () => <Requirements embedded={false} />
/** The same in a course of a learning system: nothing here leads on inside the frame. */
export const EmbeddedRequirements = () => <Requirements embedded />

function Requirements({ embedded }: { embedded: boolean }) {
  const { t } = useTranslation()
  const [institution] = useState(() => new URLSearchParams(location.search).get('institution'))
  const rules = useLoad(readRequirements, { query: institution ? { institution } : {} })
  return (
    <Page title={t('equipment.public.title')} lead={t('equipment.public.lead')} width="narrow">
      <LoadView load={rules} rows={8}>
        {(value) => <Rules rules={value} instruction={value.instruction} embedded={embedded} />}
      </LoadView>
    </Page>
  )
}

function Rules({
  rules,
  instruction,
  embedded,
}: {
  rules: TechnicalRequirements
  instruction: string
  embedded: boolean
}) {
  const { t, i18n } = useTranslation()
  const words = useEquipmentWords()
  const { act, institution, requirements, appliesToStaff } = rules
  const said = act
    ? t('equipment.public.institution', { name: institution, title: act.title, edition: act.edition })
    : t('equipment.public.noAct', { name: institution })
  const lines = requirements.map((one) => ({
    item: one.item,
    need: words.need(one),
    source: words.source(one.source),
  }))
  const save = () => {
    const text = requirementsFile({
      language: i18n.language,
      title: t('equipment.public.title'),
      lead: said,
      lines: appliesToStaff ? [...lines, { need: t('equipment.public.staff'), source: '' }] : lines,
      link: { address: `${location.origin}/exam/equipment`, word: t('equipment.public.check') },
    })
    const address = URL.createObjectURL(new Blob([text], { type: 'text/html' }))
    const anchor = document.createElement('a')
    anchor.href = address
    anchor.download = 'technical-requirements.html'
    anchor.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
  }
  return (
    <Rows gap="lg">
      <Card title={t('equipment.public.what')} lead={said}>
        <ul className={classes.need}>
          {lines.map(({ item, need, source }) => (
            <li key={item}>
              <p className={classes.text}>{need}</p>
              <p className={classes.source}>{source}</p>
            </li>
          ))}
        </ul>
        {appliesToStaff ? <p className={classes.hint}>{t('equipment.public.staff')}</p> : null}
      </Card>
      <Card lead={t('equipment.public.checkText')} title={t('equipment.public.check')}>
        <Bar>
          <Button
            component="a"
            href="/exam/equipment"
            {...(embedded ? { target: '_blank', rel: 'noopener' } : {})}
          >
            {t('equipment.public.check')}
          </Button>
          <Button
            component="a"
            variant="default"
            href={instruction}
            {...(embedded ? { target: '_blank', rel: 'noopener' } : {})}
          >
            {t('equipment.public.instruction')}
          </Button>
          {embedded ? null : (
            <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={save}>
              {t('equipment.public.file')}
            </Button>
          )}
        </Bar>
      </Card>
    </Rows>
  )
}
