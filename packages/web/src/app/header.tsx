import { IconChevronDown, IconLifebuoy, IconLogout, IconMenu2, IconShieldLock } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Me, may, useSignOut } from '../api/me.ts'
import { anythingUnsent } from '../api/unsent.ts'
import { NoticesBell } from '../features/notices/notices-bell.tsx'
import { features } from './features.ts'
import { Drop, dropItem, dropNote } from '../ui/drop.tsx'
import classes from './header.module.css'
import { LanguageSwitch } from './language-switch.tsx'
import { Mark } from '../ui/mark.tsx'

const links = features.flatMap((feature) => feature.nav ?? [])

export function Header({ me }: { me: Me | null }) {
  const { t } = useTranslation()
  const mine = me && me.only === undefined ? links.filter((link) => may(me, link.can)) : []
  return (
    <>
      <a href="#content" className={classes.skip}>
        {t('common.skip')}
      </a>
      <header className={classes.header}>
        <div className={classes.inner}>
          <Link to="/" className={classes.brand}>
            <Mark />
            <span>{t('common.product')}</span>
          </Link>
          {me ? <span className={classes.institution}>{me.institution.name}</span> : null}
          {mine.length ? <WideMenu items={mine} /> : null}
          <div className={classes.end}>
            <LanguageSwitch />
            {me && me.only === undefined ? <NoticesBell /> : null}
            {me ? <PersonMenu me={me} /> : null}
            {mine.length ? <PhoneMenu items={mine} /> : null}
          </div>
        </div>
      </header>
    </>
  )
}

type Item = { readonly to: string; readonly word: string }

/** As many sections as stand beside each other on a small laptop; the others behind one word. */
const BESIDE = 3

function WideMenu({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation()
  const more = items.length > BESIDE + 1 ? items.slice(BESIDE) : []
  return (
    <nav className={classes.nav} aria-label={t('common.mainNav')}>
      {items.slice(0, items.length - more.length).map((item) => (
        <Link key={item.to} to={item.to} className={classes.link} activeProps={{ 'aria-current': 'page' }}>
          {t(item.word as 'common.home')}
        </Link>
      ))}
      {more.length ? (
        <Drop
          className={classes.more}
          button={
            <>
              {t('common.more')}
              <IconChevronDown size={16} aria-hidden />
            </>
          }
        >
          <NavItems items={more} />
        </Drop>
      ) : null}
    </nav>
  )
}

function NavItems({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation()
  return items.map((item) => (
    <Link key={item.to} to={item.to} className={dropItem} activeProps={{ 'aria-current': 'page' }}>
      {t(item.word as 'common.home')}
    </Link>
  ))
}

function PhoneMenu({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation()
  return (
    <nav className={classes.phone} aria-label={t('common.mainNav')}>
      <Drop label={t('common.menu')} button={<IconMenu2 size={24} aria-hidden />}>
        <NavItems items={items} />
      </Drop>
    </nav>
  )
}

function PersonMenu({ me }: { me: Me }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const leave = async () => {
    if (await signOut(!anythingUnsent())) void navigate({ to: '/sign-in' })
  }
  return (
    <Drop
      button={
        <>
          <span className={classes.initials} aria-hidden>
            {initials(me.fullName)}
          </span>
          <span className={classes.quiet}>{t('common.menu')}</span>
          <span className={classes.name}>{me.fullName}</span>
          <IconChevronDown size={16} aria-hidden />
        </>
      }
    >
      <p className={dropNote}>{me.roles.map((role) => t(`common.roles.${role}`)).join(', ')}</p>
      <Link to="/help" className={dropItem}>
        <IconLifebuoy size={18} aria-hidden />
        {t('common.help')}
      </Link>
      {me.only === undefined ? (
        <Link to="/me/sign-ins" className={dropItem}>
          <IconShieldLock size={18} aria-hidden />
          {t('common.mySignIns')}
        </Link>
      ) : null}
      <button type="button" className={dropItem} onClick={leave}>
        <IconLogout size={18} aria-hidden />
        {t('common.signOut')}
      </button>
    </Drop>
  )
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
