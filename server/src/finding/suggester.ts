import { modelBody, newestModel } from '@hotline/db/finding/routed';
import type { Db } from '@hotline/db/store/open';
import type { Classifier } from '@hotline/shared/routing/classifier';
import { type DutyIndex, indexDuties } from '@hotline/shared/routing/duties';
import type { SeedCategory } from '@hotline/shared/routing/seeds';
import { readClassifier } from '@hotline/shared/routing/storedClassifier';
import type { LiveCatalog } from '../app/catalog.ts';
import { trainOnNames } from './train.ts';

/** What suggestions of one centre rest on. */
export type Suggester = {
  readonly modelId: string | null;
  readonly model: Classifier;
  readonly examples: number;
  readonly trainedAt: string | null;
  readonly duties: DutyIndex;
  readonly categoryNames: ReadonlyMap<string, string>;
  readonly areaNames: ReadonlyMap<string, string>;
  readonly departmentNames: ReadonlyMap<string, string>;
  /** Of the catalog it was made from. */
  readonly version: string;
};

export type Suggesters = (centreId: string) => Promise<Suggester>;

/** The newest model of a centre, or one made of the names in its catalog; read again when either has changed. */
export function openSuggesters({ reader, catalog }: { reader: Db; catalog: LiveCatalog }): Suggesters {
  const known = new Map<string, Suggester>();
  return async (centreId) => {
    const { version, categories, departments, regions } = catalog.published(centreId);
    const newest = await newestModel(reader, centreId);
    const before = known.get(centreId);
    if (before && before.modelId === (newest?.id ?? null) && before.version === version) return before;
    const knowledge: Suggester = {
      modelId: newest?.id ?? null,
      model: readClassifier(newest ? await modelBody(reader, newest.id) : await namesModel(version, categories)),
      examples: newest?.examples ?? 0,
      trainedAt: newest?.trainedAt ?? null,
      duties: indexDuties(departments),
      categoryNames: new Map(categories.map((c) => [c.id, c.name])),
      areaNames: new Map(regions.map((r) => [r.code, r.name])),
      departmentNames: new Map(departments.map((d) => [d.id, d.shortName])),
      version,
    };
    known.set(centreId, knowledge);
    return knowledge;
  };
}

/** One for each catalog, whoever asks first. */
function namesModel(version: string, categories: readonly SeedCategory[]): Promise<string> {
  const made = namesModels.get(version) ?? trainOnNames(categories);
  namesModels.clear();
  namesModels.set(version, made);
  return made;
}
const namesModels = new Map<string, Promise<string>>();
