import { useLocation } from 'react-router';
import { SectionTabs } from '../frame/SectionTabs.tsx';
import type { PageName } from '../pages.ts';

const underConditions: readonly PageName[] = ['reports.board', 'reports.figures'];

/** 看板 · 全部指标 · 月度通报: the conditions go along from the board to the list of figures. */
export function ReportTabs() {
  const { search } = useLocation();
  const query = (name: PageName) => (underConditions.includes(name) ? search : '');
  return <SectionTabs section="reports" className="report-tabs" label="report.pages" query={query} />;
}
