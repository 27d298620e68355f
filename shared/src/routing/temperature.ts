/** Probabilities of margins: the smaller the temperature, the surer. */
export function softmax(margins: Float64Array, temperature: number): number[] {
  const top = Math.max(...margins);
  const powers = Array.from(margins, (m) => Math.exp((m - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}

/**
 * The temperature at which the probabilities of examples held back are likeliest to be right (Guo et al. 2017): one
 * number, so a label with three examples cannot spoil it as it would a curve of its own.
 */
export function fitTemperature(margins: readonly Float64Array[], wanted: readonly number[]): number {
  const loss = (temperature: number) =>
    margins.reduce((sum, m, i) => sum - Math.log(Math.max(1e-12, softmax(m, temperature)[wanted[i] ?? 0] ?? 0)), 0);
  // Golden section over the logarithm: the loss has one valley.
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.02), Math.log(5)];
  for (let i = 0; i < 24; i++) {
    const [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
    if (loss(Math.exp(left)) < loss(Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}
