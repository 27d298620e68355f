import { type Classifier, classify, type Example, trainClassifier } from './classifier.ts';

export type Scores = {
  readonly examples: number;
  readonly accuracy: number;
  /** Mean over the labels that occur, so that a rare one counts like a common one. */
  readonly macroF1: number;
  /** The right label is among the first three. */
  readonly topThree: number;
  /** Mean distance between how sure the model was and how often it was right (expected calibration error, ten bins). */
  readonly calibrationError: number;
};
type Verdict = { wanted: string; guessed: string; probability: number; isAmongThree: boolean };

/** How a model does on examples it has not seen. */
export const scoreOn = (model: Classifier, examples: readonly Example[]): Scores => scoresOf(judge(model, examples));

/** `folds` times trained on all but one part and tried on that part; part `i` is every `folds`-th example from `i`. */
export function crossValidate(examples: readonly Example[], folds: number): Scores {
  const verdicts: Verdict[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const model = trainClassifier(examples.filter((_, i) => i % folds !== fold));
    verdicts.push(
      ...judge(
        model,
        examples.filter((_, i) => i % folds === fold),
      ),
    );
  }
  return scoresOf(verdicts);
}

const judge = (model: Classifier, examples: readonly Example[]): Verdict[] =>
  examples.map(({ text, label }) => {
    const [first, ...others] = classify(model, text).slice(0, 3);
    return {
      wanted: label,
      guessed: first?.label ?? '',
      probability: first?.probability ?? 0,
      isAmongThree: first?.label === label || others.some((g) => g.label === label),
    };
  });

function scoresOf(verdicts: readonly Verdict[]): Scores {
  const share = (right: (v: Verdict) => boolean) => verdicts.filter(right).length / Math.max(1, verdicts.length);
  const labels = [...new Set(verdicts.map((v) => v.wanted))];
  const f1 = labels.map((label) => {
    const right = verdicts.filter((v) => v.wanted === label && v.guessed === label).length;
    const wrong = verdicts.filter((v) => (v.wanted === label) !== (v.guessed === label)).length;
    return (2 * right) / (2 * right + wrong);
  });
  const bins = Map.groupBy(verdicts, (v) => Math.min(9, Math.floor(v.probability * 10)));
  const error = [...bins.values()].reduce(
    (sum, bin) => sum + Math.abs(bin.reduce((s, v) => s + v.probability - (v.guessed === v.wanted ? 1 : 0), 0)),
    0,
  );
  return {
    examples: verdicts.length,
    accuracy: share((v) => v.guessed === v.wanted),
    macroF1: f1.reduce((a, b) => a + b, 0) / Math.max(1, labels.length),
    topThree: share((v) => v.isAmongThree),
    calibrationError: error / Math.max(1, verdicts.length),
  };
}
