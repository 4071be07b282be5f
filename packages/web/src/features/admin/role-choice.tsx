import { Checkbox } from '@mantine/core'
import { type Role, roles } from '@ochno/domain/access/table'
import { useTranslation } from 'react-i18next'
import classes from './role-choice.module.css'

export function RoleChoice({
  chosen,
  complain,
  onChange,
}: {
  chosen: readonly Role[]
  /** Says that at least one is needed. */
  complain: boolean
  onChange: (chosen: readonly Role[]) => void
}) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group
      label={t('admin.person.roles')}
      description={t('admin.person.rolesHint')}
      value={[...chosen]}
      onChange={(value) => onChange(roles.filter((role) => value.includes(role)))}
      error={complain && !chosen.length ? t('admin.person.needRole') : null}
    >
      <div className={classes.roles}>
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={t(`common.roles.${role}`)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
