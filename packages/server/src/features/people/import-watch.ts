// How far an import has come, for whoever started it. It is of this process, like the import itself.

type ImportStep = 'reading' | 'checking' | 'writing'
type ImportState = { readonly step: ImportStep; readonly done: number; readonly total: number }

/** Undoes the transaction it is thrown in. */
export class ImportCancelled extends Error {}

export type Watched = {
  /** Each throws once the person has cancelled. */
  readonly step: (step: ImportStep, total: number) => void
  readonly did: (count: number) => void
  /** The last look: what is kept from here on can't be cancelled any more. */
  readonly keep: () => void
  readonly end: () => void
}

export type ImportWatch = {
  readonly begin: (who: string) => Watched
  readonly see: (who: string) => ImportState | null
  /** False when nothing of theirs runs, or what runs is being kept already. */
  readonly cancel: (who: string) => boolean
}

export function importWatch(): ImportWatch {
  const running = new Map<string, { state: ImportState; cancelled: boolean; kept: boolean }>()
  return {
    begin: (who) => {
      const state: ImportState = { step: 'reading', done: 0, total: 0 }
      const own = { state, cancelled: false, kept: false }
      running.set(who, own)
      const unlessCancelled = () => {
        if (own.cancelled) throw new ImportCancelled('cancelled')
      }
      return {
        step: (step, total) => {
          unlessCancelled()
          own.state = { step, done: 0, total }
        },
        did: (count) => {
          unlessCancelled()
          own.state = { ...own.state, done: Math.min(own.state.total, own.state.done + count) }
        },
        keep: () => {
          unlessCancelled()
          own.kept = true
        },
        end: () => {
          // Another one of the same person may have begun.
          if (running.get(who) === own) running.delete(who)
        },
      }
    },
    see: (who) => running.get(who)?.state ?? null,
    cancel: (who) => {
      const own = running.get(who)
      if (!own || own.kept) return false
      own.cancelled = true
      return true
    },
  }
}
