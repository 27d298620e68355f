import type { Vector } from './vectors.ts';

/** `weights` are the room's, until the next plane is learned in it. */
export type Hyperplane = { readonly weights: Float64Array; readonly bias: number };
/** Where planes over the same rows are learned one after the other: made anew for each they would come to gigabytes. */
export type Room = { readonly weights: Float64Array; readonly alpha: Float64Array; readonly active: Int32Array };

export const roomFor = (rows: number, dims: number): Room => ({
  weights: new Float64Array(dims),
  alpha: new Float64Array(rows),
  active: new Int32Array(rows),
});

const epochs = 10;
const tolerance = 0.5;

/**
 * A linear support vector machine with squared hinge loss by dual coordinate descent, rows that no longer matter left
 * out (Hsieh et al. 2008, the method of LIBLINEAR). `cost` weighs errors; the order of rows is mixed by a fixed sequence,
 * so the same input gives the same plane.
 */
export function separate(rows: readonly Vector[], isOne: readonly boolean[], room: Room, cost: number): Hyperplane {
  const { weights, alpha, active } = room;
  weights.fill(0);
  alpha.fill(0);
  for (let i = 0; i < rows.length; i++) active[i] = i;
  let bias = 0;
  const diagonal = 1 / (2 * cost);
  let size = rows.length;
  let seed = 1;
  let highestBefore = Number.POSITIVE_INFINITY;
  for (let epoch = 0; epoch < epochs; epoch++) {
    let highest = Number.NEGATIVE_INFINITY;
    let lowest = Number.POSITIVE_INFINITY;
    for (let k = size - 1; k > 0; k--) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      swap(active, k, seed % (k + 1));
    }
    for (let k = 0; k < size; k++) {
      const i = active[k] as number;
      const { at, weight } = rows[i] as Vector;
      const sign = isOne[i] ? 1 : -1;
      const a = alpha[i] as number;
      let margin = bias;
      for (let j = 0; j < at.length; j++) margin += (weights[at[j] as number] as number) * (weight[j] as number);
      const gradient = sign * margin - 1 + diagonal * a;
      if (a === 0 && gradient > highestBefore) {
        size -= 1;
        swap(active, k, size);
        k -= 1;
        continue;
      }
      const projected = a === 0 ? Math.min(gradient, 0) : gradient;
      highest = Math.max(highest, projected);
      lowest = Math.min(lowest, projected);
      if (Math.abs(projected) < 1e-9) continue;
      // Rows have length 1, and so has the constant one of the bias.
      const next = Math.max(a - gradient / (2 + diagonal), 0);
      const step = (next - a) * sign;
      alpha[i] = next;
      bias += step;
      for (let j = 0; j < at.length; j++) {
        const f = at[j] as number;
        weights[f] = (weights[f] as number) + step * (weight[j] as number);
      }
    }
    if (highest - lowest <= tolerance) {
      if (size === rows.length) break;
      // Settled among the rows that were left: once more over all.
      size = rows.length;
      highestBefore = Number.POSITIVE_INFINITY;
    } else highestBefore = highest > 0 ? highest : Number.POSITIVE_INFINITY;
  }
  return { weights, bias };
}

function swap(list: Int32Array, a: number, b: number): void {
  const held = list[a] as number;
  list[a] = list[b] as number;
  list[b] = held;
}
