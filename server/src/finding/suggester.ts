import { modelBody, newestModel } from '@hotline/db/finding/routed';
import type { Classifier } from '@hotline/shared/routing/classifier';
import { type DutyIndex, indexDuties } from '@hotline/shared/routing/duties';
import type { SeedCategory } from '@hotline/shared/routing/seeds';
import { readClassifier } from '@hotline/shared/routing/storedClassifier';
import type { Hotline } from '../app/hotline.ts';
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

const held = new WeakMap<Hotline, Map<string, Suggester>>();

/** The newest model of the centre, or one made of the names in its catalog; read again when either has changed. */
export async function suggesterOf(hotline: Hotline, centreId: string): Promise<Suggester> {
  const known = held.get(hotline) ?? new Map<string, Suggester>();
  held.set(hotline, known);
  const catalog = hotline.catalog.published(centreId);
  const newest = await newestModel(hotline.store.reader, centreId);
  const before = known.get(centreId);
  if (before && before.modelId === (newest?.id ?? null) && before.version === catalog.version) return before;
  const knowledge: Suggester = {
    modelId: newest?.id ?? null,
    model: readClassifier(
      newest ? await modelBody(hotline.store.reader, newest.id) : await namesModel(catalog.version, catalog.categories),
    ),
    examples: newest?.examples ?? 0,
    trainedAt: newest?.trainedAt ?? null,
    duties: indexDuties(catalog.departments),
    categoryNames: new Map(catalog.categories.map((c) => [c.id, c.name])),
    areaNames: new Map(catalog.regions.map((r) => [r.code, r.name])),
    departmentNames: new Map(catalog.departments.map((d) => [d.id, d.shortName])),
    version: catalog.version,
  };
  known.set(centreId, knowledge);
  return knowledge;
}

/** One for each catalog, whoever asks first. */
function namesModel(version: string, categories: readonly SeedCategory[]): Promise<string> {
  const made = namesModels.get(version) ?? trainOnNames(categories);
  namesModels.clear();
  namesModels.set(version, made);
  return made;
}
const namesModels = new Map<string, Promise<string>>();
