/** „Kui turvaline oli täna rääkida?“, from the safest to the least safe. */
export const PULSE_ANSWERS = ['fully', 'mostly', 'little', 'not'] as const;
export type PulseAnswer = (typeof PULSE_ANSWERS)[number];
