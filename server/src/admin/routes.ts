import { countStaff } from '@hotline/db/people/staff';
import { administrators } from '@hotline/shared/people/roles';
import { localDate } from '@hotline/shared/time/instant';
import { dateOfDay, dayNumber } from '@hotline/shared/time/localDate';
import { provisionalRules } from '@hotline/shared/time/rules/coverage';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { proxiesOf } from '../app/proxies.ts';
import { serve } from '../app/route.ts';
import { administered } from './administration.ts';
import { auditRoutes } from './audit.ts';
import { calendarRoutes } from './calendar.ts';
import { correctionRoutes } from './correction.ts';
import { departmentRoutes } from './departments.ts';
import { peopleRoutes } from './people.ts';
import { ruleRoutes } from './rules.ts';
import { schemeRoutes } from './schemes.ts';

export function adminRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'adminHome', administrators, async ({ me, query }) => {
    const centre = administered(hotline, me.actor, query.centreId);
    const at = hotline.now();
    const { calendar, rules } = hotline.catalog.clocks(centre.id);
    const provisional = provisionalRules(calendar, rules.rules, at);
    const today = dayNumber(localDate(at, calendar.utcOffsetMinutes));
    const first = provisional[0];
    const own = [...hotline.catalog.directory().departments.values()].filter((d) => d.centreId === centre.id);
    return {
      centreId: centre.id,
      centreName: centre.name,
      calendarVersion: calendar.version,
      calendarTo: dateOfDay(calendar.lastDay),
      rulesVersion: rules.version,
      rules: rules.rules.length,
      people: await countStaff(hotline.store.reader, centre.path),
      departments: own.filter((d) => d.retiredAt === null).length,
      provisional,
      missingYear: Number(dateOfDay(calendar.lastDay + 1).slice(0, 4)),
      undeclaredProxies: await proxiesOf(hotline),
      daysLeft: first ? dayNumber(first.from) - today : null,
    };
  });
  calendarRoutes(server, hotline);
  correctionRoutes(server, hotline);
  ruleRoutes(server, hotline);
  schemeRoutes(server, hotline);
  peopleRoutes(server, hotline);
  departmentRoutes(server, hotline);
  auditRoutes(server, hotline);
}
