/** Chances of 4,096 at every 128th step of their logistic scale from -2,048 to 2,048. */
const CURVE = [
  1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901, 3975, 4022, 4050, 4068,
  4079, 4085, 4089, 4092, 4093, 4094,
];

/** A step of the logistic scale as a chance of 4,096. */
export function squash(step: number): number {
  if (step > 2047) return 4095;
  if (step < -2047) return 0;
  const at = (step >> 7) + 16;
  const part = step & 127;
  return ((CURVE[at] ?? 0) * (128 - part) + (CURVE[at + 1] ?? 0) * part + 64) >> 7;
}

/** The step of the logistic scale for each chance of 4,096. */
export const STRETCH = stretched();

function stretched(): Int16Array {
  const steps = new Int16Array(4096);
  let next = 0;
  for (let step = -2047; step <= 2047; step++) {
    const chance = squash(step);
    for (; next <= chance; next++) steps[next] = step;
  }
  steps.fill(2047, next);
  return steps;
}
