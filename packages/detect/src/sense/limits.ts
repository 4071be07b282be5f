// What the numbers of the networks mean: measured on the clips of the benchmark, the same for everybody, versioned with it.
export const DETECTOR = 'ochno-detect 1 (BlazeFace, Face Mesh, NanoDet)'

export const limits = {
  /** A face from this score on. */
  face: 0.5,
  /** The mesh sees this part of a turn and of a nod. */
  yawSeen: 0.71,
  pitchSeen: 0.85,
  /** A head turned so far (as the mesh has it) looks elsewhere whatever the eyes do. */
  awayYaw: 20,
  downPitch: 16,
  upPitch: 13,
  /** Irises this far from where they usually stand, with the head nearly straight. */
  gazeAcross: 0.12,
  gazeYawMost: 12,
  gazeMs: 1_500,
  /** Of eyes alone: what they are off beyond this, times seconds, has to come to so much. Clearly beside the screen is told after two
      seconds or less, its very edge after four and a half, for who thinks looks past it. */
  gazeFree: 0.06,
  gazeEnough: 0.36,
  /** A head that goes along by more than this, as the mesh has it, is who thinks rather than who reads beside the screen. */
  stillYaw: 5,
  /** A head that is only raised, or goes along, as if the eyes were off so far. */
  raised: 0.14,
  /** A head this straight, as the mesh has it, shows its whole face. */
  straight: 8,
  /** Eyes less open than this are shut: they look nowhere. */
  shut: 0.12,
  secondFaceMs: 1_000,
  baselineFrom: 4,
  dark: 40,
  coverSpread: 12,
  coverEdges: 20,
  coverMs: 1_000,
  backlightStep: 80,
  backlightFace: 90,
  /** Of the light the face had in the first looks. */
  backlightLess: 0.7,
  backlightBlack: 30,
  /** What began goes on down to this part of the step. */
  backlightStill: 0.8,
  lightMs: 1_500,
  unevenPart: 0.4,
  unevenMs: 3_000,
  /** Of the natural logarithm of one cheek's light to the other's: a lamp moved, with the head held straight. */
  lampStep: 0.5,
  lampMs: 5_000,
  frozen: 0.05,
  litFace: 50,
  eyesMs: 1_000,
  eyesDark: 0.28,
  eyesUnrest: 6,
  /** A face too dark for these is judged by how its own eyes were in the first looks, down to this light. */
  shadedFace: 25,
  shadedLight: 0.5,
  shadedUnrest: 0.33,
  fringeDark: 0.45,
  fringeSurety: 4,
  person: 0.4,
  laptopLess: 0.05,
  /** Surer than the shelf behind the examinee: what stood there in the first looks is furniture. */
  bookMore: 0.1,
} as const
