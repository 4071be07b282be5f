// Why a server could not start, in words for the person at the keyboard: what happened, what is safe, what to do.
import { LooseKey } from '../adapters/key-files/key-files.ts'
import { NewerDatabase } from '../adapters/postgres/migrate.ts'
import { PostgresError } from '../adapters/postgres/supervisor.ts'
import type { Wrong } from '../config.ts'
import { AlreadyRunning } from './data-lock.ts'

export type Words = { readonly ru: string; readonly en: string }
export type Where = {
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly ownDatabase: boolean
}

export const wrongSettings = (wrong: readonly Wrong[]): Words => {
  const list = (language: 'ru' | 'en') =>
    wrong.map(({ name, why }) => `    ${name}: ${why[language]}`).join('\n')
  return {
    ru: `Настройки не подходят; сервер не запущен:\n${list('ru')}\n  Все имена и значения: docs/operating.md`,
    en: `The settings do not fit; the server was not started:\n${list('en')}\n  All names and values: docs/operating.md`,
  }
}

export const wrongArguments = (unknown: readonly string[]): Words => ({
  ru: `Нет такого аргумента: ${unknown.join(' ')}. Сервер не запущен. Есть один: --demo, показ на выдуманных данных (npm run demo).`,
  en: `There is no such argument: ${unknown.join(' ')}. The server was not started. There is one: --demo, a show with invented data (npm run demo).`,
})

/** Null: a fault of ours that has no words yet. */
export function explain(cause: unknown, at: Where): Words | null {
  if (cause instanceof AlreadyRunning) return alreadyRunning(cause.pid, at)
  if (cause instanceof NewerDatabase) return newer(cause, at)
  if (cause instanceof LooseKey)
    return {
      ru: `Ключ ${cause.file} могут прочитать посторонние. Закройте его: chmod 400 ${cause.file}`,
      en: `The key ${cause.file} may be read by others. Close it: chmod 400 ${cause.file}`,
    }
  if (cause instanceof PostgresError) return database(cause, at)
  return bySystemCode(cause as NodeJS.ErrnoException & { hostname?: string }, at)
}

const alreadyRunning = (pid: number, { dataDir }: Where): Words => ({
  ru: `С папкой ${dataDir} уже работает другой сервер Ochno (процесс ${pid}). Остановите его или укажите другую папку: OCHNO_DATA_DIR=…`,
  en: `Another Ochno server (process ${pid}) already uses ${dataDir}. Stop it, or name another folder: OCHNO_DATA_DIR=…`,
})

const newer = (cause: NewerDatabase, { dataDir, ownDatabase }: Where): Words => {
  const where = ownDatabase ? dataDir : 'DATABASE_URL'
  return {
    ru: `Данные (${where}) принадлежат более новой версии Ochno: в ней есть ${cause.unknown.join(', ')}. Ничего не изменено. Запустите ту же версию, что раньше, или новее.`,
    en: `The data (${where}) belong to a newer version of Ochno: it has ${cause.unknown.join(', ')}. Nothing was changed. Start the version that ran before, or a later one.`,
  }
}

function database({ failure }: PostgresError, { dataDir }: Where): Words {
  if (failure.why === 'foreign_folder')
    return {
      ru: `В папке ${dataDir}/postgres лежит что-то чужое; она не тронута. Укажите другую папку: OCHNO_DATA_DIR=…`,
      en: `The folder ${dataDir}/postgres holds something else; it was not touched. Name another folder: OCHNO_DATA_DIR=…`,
    }
  if (failure.why === 'major_version')
    return {
      ru: `База данных в ${dataDir} записана PostgreSQL ${failure.found}, а эта версия Ochno работает с ${failure.ours}. Ничего не изменено. Как перейти: docs/operating.md`,
      en: `The database in ${dataDir} was written by PostgreSQL ${failure.found}; this Ochno works with ${failure.ours}. Nothing was changed. How to move: docs/operating.md`,
    }
  if (/No space left|could not resize|ENOSPC/.test(failure.log)) return noSpace(dataDir)
  const last = failure.log
    .trim()
    .split('\n')
    .slice(-4)
    .map((line) => `    ${line}`)
    .join('\n')
  return {
    ru: `PostgreSQL не запустился; данные в ${dataDir} на месте. Последнее, что он сказал:\n${last}\n  Весь журнал: ${dataDir}/postgres.log`,
    en: `PostgreSQL did not start; the data in ${dataDir} are in place. Its last words:\n${last}\n  Its whole log: ${dataDir}/postgres.log`,
  }
}

const noSpace = (dataDir: string): Words => ({
  ru: `Нет места на диске с папкой ${dataDir}. Записанное сохранено. Освободите место и запустите снова.`,
  en: `The disk with ${dataDir} is full. What was recorded is safe. Free some space and start again.`,
})

function bySystemCode(cause: NodeJS.ErrnoException & { hostname?: string }, at: Where): Words | null {
  const { dataDir, port, host } = at
  switch (cause?.code) {
    case 'EADDRINUSE':
      return {
        ru: `Порт ${port} занят другой программой. Остановите её или выберите другой порт: OCHNO_PORT=${port + 1} npm start`,
        en: `Port ${port} is taken by another program. Stop it, or choose another port: OCHNO_PORT=${port + 1} npm start`,
      }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      if (cause.syscall === 'listen' || cause.syscall === 'bind' || cause.hostname === host)
        return {
          ru: `У этой машины нет адреса ${host} (OCHNO_HOST).`,
          en: `This machine has no address ${host} (OCHNO_HOST).`,
        }
      return unreachable
    case 'EEXIST':
    case 'ENOTDIR':
      return {
        ru: `${dataDir} — не папка (OCHNO_DATA_DIR).`,
        en: `${dataDir} is not a folder (OCHNO_DATA_DIR).`,
      }
    case 'ENOSPC':
    case 'EDQUOT':
    case '53100':
      return noSpace(dataDir)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      if (cause.syscall === 'listen' || cause.syscall === 'bind')
        return {
          ru: `Порт ${port} можно занять только с правами администратора. Выберите порт от 1024: OCHNO_PORT=8080`,
          en: `Port ${port} needs administrator's rights. Choose a port from 1024 up: OCHNO_PORT=8080`,
        }
      return {
        ru: `Нет права писать в ${cause.path ?? dataDir}. Дайте его пользователю, от которого запущен Ochno, или укажите другую папку: OCHNO_DATA_DIR=…`,
        en: `No permission to write ${cause.path ?? dataDir}. Give it to the user Ochno runs as, or name another folder: OCHNO_DATA_DIR=…`,
      }
    case 'ECONNREFUSED':
    case 'ETIMEDOUT':
    case 'EAI_AGAIN':
      return unreachable
    case '28P01':
    case '28000':
    case '3D000':
      return {
        ru: `База данных из DATABASE_URL не пускает: ${cause.message}`,
        en: `The database of DATABASE_URL does not let us in: ${cause.message}`,
      }
    default:
      return null
  }
}

const unreachable: Words = {
  ru: 'База данных из DATABASE_URL не отвечает. Проверьте адрес и что она запущена.',
  en: 'The database of DATABASE_URL does not answer. Check its address and that it is running.',
}
