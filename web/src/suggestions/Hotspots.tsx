import { hotspotWatchers } from '@hotline/shared/people/roles';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../data/api.ts';
import { useCatalog } from '../data/catalog.ts';
import { hasRole, usePerson } from '../data/session.ts';
import { useRead } from '../data/useRead.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import './routing.css';

const everyMs = 60_000;

/** Several citizens with one matter: for whoever can do something about it, until somebody has it in hand. */
export function Hotspots() {
  const person = usePerson();
  return hasRole(person, hotspotWatchers) ? <Alerts /> : null;
}

function Alerts() {
  const t = useT();
  const navigate = useNavigate();
  const categories = useCatalog((s) => s.categoryLabels);
  const { value, again } = useRead('hotspots', {}, { everyMs });
  const spots = value?.items.filter((s) => s.seenAt === null) ?? [];
  const [spot] = spots;
  if (!spot) return null;
  const { place, citizens, tickets, categoryId } = spot;
  const category = categoryId ? ` · ${categories.get(categoryId) ?? ''}` : '';
  const seen = async () => {
    await api.call('seeHotspot', { params: { id: spot.id } }).catch(() => null);
    await again();
  };
  return (
    <section className="hotspots" aria-label={t('hotspot.label')}>
      <span role="status">{t('hotspot.words', { place, category, citizens, tickets })}</span>
      {spots.length > 1 ? <span className="muted">{t('hotspot.more', { n: spots.length - 1 })}</span> : null}
      <Button
        size="small"
        onClick={() => void navigate(paths.search({ q: place, ...(categoryId ? { category: categoryId } : {}) }))}
      >
        {t('hotspot.open')}
      </Button>
      <Button size="small" onClick={() => void seen()}>
        {t('hotspot.seen')}
      </Button>
    </section>
  );
}
