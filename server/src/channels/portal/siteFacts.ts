import type { Hotline } from '../../app/hotline.ts';
import type { SiteFacts } from './calls.ts';

/** Counties, clock and time zone of the centre that citizens write to. */
export function siteFacts(hotline: Hotline): SiteFacts {
  const centre = () => [...hotline.catalog.directory().centres.values()][0];
  const catalog = () => {
    const here = centre();
    return here && hotline.catalog.published(here.id);
  };
  const own = () => catalog()?.centres.find((c) => c.id === centre()?.id);
  return {
    regions: () => catalog()?.regions.filter((r) => r.parentCode === own()?.regionCode) ?? [],
    utcOffsetMinutes: () => own()?.utcOffsetMinutes ?? 480,
    now: hotline.now,
  };
}
