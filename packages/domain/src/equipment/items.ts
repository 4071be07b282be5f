/** What a check looks at: the act's minimums, what the recording needs, and the place itself. */
export const checkItems = [
  'device',
  'recorder',
  'browser',
  'os',
  'ram',
  'cpu',
  'disk',
  'storage',
  'camera',
  'light',
  'microphone',
  'gain',
  'noise',
  'speakers',
  'headphones',
  'net',
  'link',
  'monitor',
  'share',
  'virtual',
  'wall',
  'dress',
  'extra',
] as const

export type CheckItem = (typeof checkItems)[number]
