export const formPurposes = ['people', 'before', 'protocols', 'services', 'reference'] as const
export type FormPurpose = (typeof formPurposes)[number]
