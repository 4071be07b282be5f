/** The eleven zones of Russia first; any other can be typed by the operator in the settings file. */
export const russianZones = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
] as const

export function zoneName(zone: string, language: string, at: Date): string {
  const part = (style: 'longGeneric' | 'shortOffset') =>
    new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: style })
      .formatToParts(at)
      .find((one) => one.type === 'timeZoneName')?.value ?? zone
  return `${part('longGeneric')} (${part('shortOffset')})`
}
