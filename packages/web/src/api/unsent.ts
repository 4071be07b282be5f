// Which exams have left something on this computer that the server may not have confirmed yet (B-37).
const KEY = 'ochno.unsent'

function read(): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
  } catch {
    return []
  }
}

function write(sessions: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(sessions))
  } catch {
    // Without storage there is no outbox either.
  }
}

export const hasUnsent = (session: string): boolean => read().includes(session)
export const anythingUnsent = (): boolean => read().length > 0
export const recordingBegan = (session: string): void => write([...new Set([...read(), session])])
export const recordingConfirmed = (session: string): void => write(read().filter((one) => one !== session))
