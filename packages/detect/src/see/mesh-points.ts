// Which point of the face mesh is what. Left and right are the person's.
export const lips = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409, 78, 95, 88, 178,
  87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415,
]
export const eyeRight = [33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173]
export const eyeLeft = [263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398]
export const oval = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
]
export const [OUTER_RIGHT, INNER_RIGHT, OUTER_LEFT, INNER_LEFT] = [33, 133, 263, 362] as const
export const [IRIS_RIGHT, IRIS_LEFT] = [468, 473] as const
export const [BROW, CHIN, SIDE_RIGHT, SIDE_LEFT] = [10, 152, 234, 454] as const
export const [LIP_UPPER, LIP_LOWER, MOUTH_RIGHT, MOUTH_LEFT] = [13, 14, 78, 308] as const

/** Small groups of points whose colour says whether something lies over that part of the face. */
export const spots = {
  forehead: [151, 9, 337, 108],
  eyeRight: [159, 145, 468],
  eyeLeft: [386, 374, 473],
  cheekRight: [50, 205, 187],
  cheekLeft: [280, 425, 411],
  mouth: [13, 14, 0, 17],
  chin: [199, 175, 200],
} as const
export type Spot = keyof typeof spots
