import type { PersonRow } from '@ochno/contract/people'
import { Link } from '@tanstack/react-router'
import {
  IconDots,
  IconLink,
  IconLock,
  IconLockOpen,
  IconShieldX,
  IconUserCog,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Drop, dropItem } from '../../ui/drop.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import type { More } from '../../ui/more-line.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import classes from './people-view.module.css'

const tones = { active: 'ok', invited: 'info', disabled: 'idle' } as const satisfies Record<
  PersonRow['state'],
  Tone
>

export type PeopleViewProps = {
  readonly rows: readonly PersonRow[]
  readonly more: More
  readonly searched: boolean
  readonly branches: boolean
  readonly self: string | null
  readonly onInvite: (person: PersonRow) => void
  readonly onRoles: (person: PersonRow) => void
  readonly onForget: (person: PersonRow) => void
  readonly onDisable: (person: PersonRow) => void
  readonly onEnable: (person: PersonRow) => void
}

export function PeopleView(props: PeopleViewProps) {
  const { t } = useTranslation()
  const { rows, more, searched } = props
  if (!rows.length)
    return (
      <Empty icon={IconUsers} title={t(searched ? 'admin.people.nobody' : 'admin.people.empty')}>
        {t(searched ? 'admin.people.nobodyText' : 'admin.people.emptyText')}
      </Empty>
    )
  return (
    <>
      <p role="status" className={classes.count}>
        {t('admin.people.count', { count: more.total })}
      </p>
      <LongTable
        label={t('admin.people.title')}
        rows={rows}
        more={more}
        rowKey={(person) => person.id}
        columns={[
          {
            name: t('admin.people.name'),
            cell: (person) => (
              <Link to={`/people/${person.id}`}>
                <strong>{person.fullName}</strong>
              </Link>
            ),
          },
          { name: t('admin.people.login'), cell: (person) => person.login },
          { name: t('people.group'), cell: (person) => person.group?.name ?? t('people.none') },
          ...(props.branches
            ? [
                {
                  name: t('people.branch.one'),
                  cell: (person: PersonRow) => person.branch?.name ?? t('people.none'),
                },
              ]
            : []),
          {
            name: t('admin.people.roles'),
            cell: (person) => person.roles.map((role) => t(`common.roles.${role}`)).join(', '),
          },
          {
            name: t('admin.people.state'),
            cell: (person) => (
              <StateMark tone={tones[person.state]} word={t(`admin.people.states.${person.state}`)} />
            ),
          },
          {
            name: t('admin.people.actions'),
            quiet: true,
            cell: (person) => <PersonMenu person={person} {...props} />,
          },
        ]}
      />
    </>
  )
}

function PersonMenu({
  person,
  self,
  onInvite,
  onRoles,
  onForget,
  onDisable,
  onEnable,
}: { person: PersonRow } & Pick<
  PeopleViewProps,
  'self' | 'onInvite' | 'onRoles' | 'onForget' | 'onDisable' | 'onEnable'
>) {
  const { t } = useTranslation()
  return (
    <Drop
      label={t('admin.people.more', { name: person.fullName })}
      button={<IconDots size={18} aria-hidden />}
    >
      <button type="button" className={dropItem} onClick={() => onInvite(person)}>
        <IconLink size={18} aria-hidden />
        {t('admin.people.newLink')}
      </button>
      {person.id === self ? null : (
        <button type="button" className={dropItem} onClick={() => onRoles(person)}>
          <IconUserCog size={18} aria-hidden />
          {t('admin.people.changeRoles')}
        </button>
      )}
      {person.id === self ? null : (
        <button type="button" className={dropItem} onClick={() => onForget(person)}>
          <IconShieldX size={18} aria-hidden />
          {t('secondFactor.forget.title')}
        </button>
      )}
      {person.id === self ? null : person.state === 'disabled' ? (
        <button type="button" className={dropItem} onClick={() => onEnable(person)}>
          <IconLockOpen size={18} aria-hidden />
          {t('admin.people.enable')}
        </button>
      ) : (
        <button type="button" className={dropItem} onClick={() => onDisable(person)}>
          <IconLock size={18} aria-hidden />
          {t('admin.people.disable')}
        </button>
      )}
    </Drop>
  )
}
