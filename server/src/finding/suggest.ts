import type { Suggestions } from '@hotline/shared/api/routing';
import { dutyKeywords } from '@hotline/shared/catalog/categories';
import { within } from '@hotline/shared/people/actor';
import { offsetOfCentre } from '@hotline/shared/people/directory';
import { classify, type Guess } from '@hotline/shared/routing/classifier';
import { guessDepartments, type Likely } from '@hotline/shared/routing/departments';
import { noticeOf } from '@hotline/shared/routing/fixedMatters';
import { departmentReasons, fewExamples, hitReason } from '@hotline/shared/routing/reasons';
import { categoryKey } from '@hotline/shared/routing/routed';
import { tellingWords } from '@hotline/shared/routing/tellingWords';
import { localDate, toInstant } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';
import type { Suggester } from './suggester.ts';

export type Asked = {
  content: string;
  regionCode?: string | null | undefined;
  categoryId?: string | null | undefined;
  service?: string | undefined;
  /** Path of the body complained of. */
  against?: string | null | undefined;
};

const most = 3;
const leastProbability = 0.02;
/** Beside a likely one, what is so much less likely only takes room. */
const leastShare = 1 / 8;
const likelyCategories = 4;
const dayMs = 86_400_000;
const historyDays = 720;

/** Category and department for an appeal; law-fixed matters first. Suggests, never decides. */
export async function suggest(hotline: Hotline, centreId: string, asked: Asked): Promise<Suggestions> {
  const knowledge = await hotline.suggesters(centreId);
  const { content } = asked;
  const guesses = classify(knowledge.model, content);
  const least = Math.max(leastProbability, (guesses[0]?.probability ?? 0) * leastShare);
  const notice = noticeOf(content);
  return {
    categories: guesses
      .slice(0, most)
      .filter((g) => g.probability >= least)
      .map(({ label, probability }) => ({
        id: label,
        probability,
        reasons: [
          ...hitReason(tellingWords(knowledge.model, content, label)),
          ...(knowledge.examples === 0 ? [fewExamples] : []),
        ],
      })),
    departments: await departmentsFor(hotline, centreId, knowledge, asked, guesses),
    notice: notice && {
      verb: notice.verb,
      code: notice.code,
      told: notice.told,
      reasons: hitReason(notice.words),
    },
    learned: { examples: knowledge.examples, trainedAt: knowledge.trainedAt },
  };
}

async function departmentsFor(
  hotline: Hotline,
  centreId: string,
  knowledge: Suggester,
  asked: Asked,
  guesses: readonly Guess[],
) {
  const directory = hotline.catalog.directory();
  const offset = offsetOfCentre(directory, centreId);
  const area = asked.regionCode?.slice(0, 6) ?? '';
  const keys = keysOf(directory, asked.categoryId, guesses);
  const experiences = await hotline.readers.ask('experiences', {
    centreId,
    categoryIds: keys.map(([key]) => key),
    since: localDate(toInstant(Date.parse(hotline.now()) - historyDays * dayMs), offset),
    today: localDate(hotline.now(), offset),
    area,
  });
  const likely = keys.flatMap(([key, probability], i): Likely[] => {
    const experience = experiences[i];
    return experience ? [{ categoryKey: key, probability, experience }] : [];
  });
  const excluded = excludedPaths(hotline, centreId, asked);
  const found = guessDepartments(likely, {
    text: `${asked.content}，${termsOf(knowledge, asked, likely, guesses).join('，')}`,
    duties: knowledge.duties,
    mayReceive: (id) => {
      const d = directory.departments.get(id);
      return d?.retiredAt === null && d.centreId === centreId && !excluded.some((path) => within(d.path, path));
    },
  });
  return found.map((guess) => ({
    id: guess.departmentId,
    probability: guess.probability,
    reasons: departmentReasons(guess, {
      department: knowledge.departmentNames.get(guess.departmentId) ?? guess.departmentId,
      area: knowledge.areaNames.get(area) ?? null,
    }),
  }));
}

/** The words in which duties are written: of the category chosen, or of the two likeliest. */
function termsOf({ categoryNames }: Suggester, asked: Asked, likely: readonly Likely[], guesses: readonly Guess[]) {
  const leaf = categoryNames.get(asked.categoryId ?? guesses[0]?.label ?? '') ?? '';
  const branches = likely
    .slice(0, 2)
    .flatMap(({ categoryKey: key }) => [categoryNames.get(key) ?? '', ...(dutyKeywords.get(key) ?? [])]);
  return [leaf, ...branches];
}

/** The chosen category is certain; otherwise the likeliest, leaves of one branch taken together. */
function keysOf(
  directory: Parameters<typeof categoryKey>[0],
  chosen: string | null | undefined,
  guesses: readonly Guess[],
): [string, number][] {
  if (chosen) return [[categoryKey(directory, chosen), 1]];
  const sums = new Map<string, number>();
  for (const { label, probability } of guesses) {
    const key = categoryKey(directory, label);
    sums.set(key, (sums.get(key) ?? 0) + probability);
  }
  return [...sums].sort((a, b) => b[1] - a[1]).slice(0, likelyCategories);
}

/**
 * The body complained of and whatever is below it. In a complaint about efficiency also every body the words name:
 * 《机关效能投诉》 is never handled by the one it is about.
 */
function excludedPaths(hotline: Hotline, centreId: string, { content, service, against }: Asked): string[] {
  const named =
    service === 'efficiencyComplaint'
      ? [...hotline.catalog.directory().departments.values()]
          .filter((d) => d.centreId === centreId && [d.name, d.shortName].some((name) => content.includes(name)))
          .map((d) => d.path)
      : [];
  return against ? [against, ...named] : named;
}
