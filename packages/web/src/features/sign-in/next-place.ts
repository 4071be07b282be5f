/** Where to go after signing in: a page of our own, or the home page. Never another site: a link to us must not be a way to elsewhere. */
export function nextPlace(search: string): string {
  const wished = new URLSearchParams(search).get('next') ?? '/'
  const own = /^\/(?![/\\])/.test(wished) && !/^\/(sign-in|setup|invite)\b/.test(wished)
  return own ? wished : '/'
}
