/** `1:05:09` or `5:09` as the player shows a place; null for anything else. */
export function msOfClock(text: string): number | null {
  const parts = text.trim().match(/^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/)
  if (!parts) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = parts
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}
