import * as Type from 'typebox';
import { within } from '../../people/actor.ts';
import type { Department } from '../../people/directory.ts';
import { holder } from '../../people/permissions.ts';
import { departmentStaff } from '../../people/roles.ts';
import { Id } from '../../schema.ts';
import { hasRunOut } from '../clocks/clock.ts';
import { sendDispatch } from '../clocks/sent.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';
import { mayReceive } from '../steps/sending.ts';
import { dispatchVerb } from '../verb.ts';
import { refuse } from '../why.ts';

/** 转派下级: within one's own department, due before oneself; the parent judges and answers. */
export const subDispatch = dispatchVerb(
  { departmentId: Id, note: Type.Optional(Type.String({ title: '交办意见', maxLength: 2000 })) },
  {
    term: '转派下级',
    termEn: 'Sub-dispatch',
    timeline: { zh: '{who}转派下级：{units}', en: '{who} sent it on to {units}' },
    citizen: 'notTold',
    button: { prominence: 'secondary', key: 'p', batch: false, afterwards: 'next' },
    from: ['awaitingDispatch', 'handling'],
    by: holder(...departmentStaff),
    offered: (_, d) => isOpen(d),
    ready: (_, d, m) => {
      if (![...m.directory.departments.values()].some((unit) => isBelow(unit, d))) return 'nobodyBelow';
      if (d.status !== 'handling') return d.status === 'awaitingSigning' ? 'notSigned' : 'wrongStatus';
      return hasRunOut(d, m.at) ? 'overdueAlready' : undefined;
    },
    change: (c, d, input, m) => {
      const department = mayReceive(c, input.departmentId, m);
      if (typeof department === 'string') return refuse(department);
      if (!isBelow(department, d)) return refuse('notBelow');
      if (c.dispatches.some((x) => x.parentId === d.id && x.departmentId === department.id && isOpen(x)))
        return refuse('duplicateDepartment');
      const send = { departmentId: department.id, role: d.role, offset: 0, note: input.note ?? null, lead: d };
      return {
        dispatches: [...c.dispatches, { ...sendDispatch(c, send, m), parentId: d.id, requiresApproval: null }],
      };
    },
  },
);

const isBelow = (unit: Department, d: Dispatch) =>
  unit.retiredAt === null && unit.path !== d.departmentPath && within(unit.path, d.departmentPath);
