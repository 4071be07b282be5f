/** What stays in a field once `sent` has arrived: whoever wrote on meanwhile loses nothing. */
export const without =
  (sent: string) =>
  (now: string): string =>
    now === sent ? '' : now
