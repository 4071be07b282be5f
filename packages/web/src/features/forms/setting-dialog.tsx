import { Checkbox, TextInput } from '@mantine/core'
import { changePaperSetting, listForms, type PaperSetting } from '@ochno/contract/forms'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './forms.module.css'

const longest = { name: 500, dative: 500, short: 200, address: 300, city: 100 } as const
const hinted = ['dative', 'short', 'city'] as const

export function SettingDialog({ setting, onClose }: { setting: PaperSetting; onClose: () => void }) {
  const { t } = useTranslation()
  const changing = useDo(changePaperSetting, [listForms])
  const [typed, setTyped] = useState(setting)
  const submit = async () => {
    const answer = await changing.run({ body: typed })
    if (answer.ok) onClose()
  }
  const hint = (field: keyof typeof longest) => hinted.find((one) => one === field)
  return (
    <FormSheet
      title={t('forms.setting.open')}
      failure={changing.failure}
      submit={t('forms.setting.save')}
      busy={changing.busy}
      disabled={!typed.name.trim()}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className={classes.code}>{t('forms.setting.empty')}</p>
      {(['name', 'dative', 'short', 'address', 'city'] as const).map((field) => {
        const hintOf = hint(field)
        return (
          <TextInput
            key={field}
            label={t(`forms.setting.${field}`)}
            description={hintOf ? t(`forms.setting.${hintOf}Hint`) : null}
            value={typed[field]}
            onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
            maxLength={longest[field]}
            required={field === 'name'}
            withAsterisk={false}
          />
        )
      })}
      <Checkbox
        label={t('forms.setting.typos')}
        description={t('forms.setting.typosHint')}
        checked={typed.fixTypos}
        onChange={(event) => setTyped({ ...typed, fixTypos: event.currentTarget.checked })}
      />
    </FormSheet>
  )
}
