import { beginningOf, maxLengthOf } from '@hotline/shared/schema';
import { SoughtWords } from '@hotline/shared/search/sought';
import { Appeal } from '@hotline/shared/ticket/model/appeal';
import { AutoComplete } from 'antd';
import { useCatalog } from '../data/catalog.ts';
import { useAsked } from '../data/useAsked.ts';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';
import type { LogDraft } from './logDraft.ts';

type Place = Pick<LogDraft, 'address' | 'regionCode'>;
type Props = { draft: Place; set: (change: Partial<Place>) => void; hint?: string | undefined };

/** Where it is; places that were named before are offered, with the region they lie in. */
export function AddressField({ draft: { address, regionCode }, set, hint }: Props) {
  const t = useT();
  const regionLabels = useCatalog((s) => s.regionLabels);
  const q = address.trim();
  const asked =
    q.length >= 2 ? { q: beginningOf(q, SoughtWords), ...(regionCode ? { region: regionCode } : {}) } : null;
  const known = useAsked('addresses', asked && { query: asked })?.items ?? [];
  const offered = known.filter((a) => a.address !== q);
  return (
    <Field label={t('form.address')} hint={hint}>
      {(wiring) => (
        <AutoComplete
          {...wiring}
          className="wide"
          maxLength={maxLengthOf(Appeal.properties.address)}
          // Enter writes what was typed; a place is taken only by whoever moves to it.
          defaultActiveFirstOption={false}
          options={offered.map((a) => ({
            value: a.address,
            label: (
              <>
                {a.address} <span className="muted">{a.regionCode ? regionLabels.get(a.regionCode) : ''}</span>
              </>
            ),
          }))}
          value={address}
          onChange={(typed: string | undefined) => set({ address: typed ?? '' })}
          onSelect={(chosen = '') => {
            const place = known.find((a) => a.address === chosen);
            set({
              address: chosen,
              ...(regionCode === null && place?.regionCode ? { regionCode: place.regionCode } : {}),
            });
          }}
        />
      )}
    </Field>
  );
}
