import { useSearchParams } from 'react-router';
import { LogAppealPage } from './LogAppealPage.tsx';

/** The page of logging at its address. A form for each call: two callers never share one. */
export function LogPage() {
  const [query] = useSearchParams();
  const call = query.get('call');
  return <LogAppealPage key={call ?? 'none'} callId={call} join={query.get('join')} joinNumber={query.get('number')} />;
}
