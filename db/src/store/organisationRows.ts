// Who belongs to what: centres, departments, people and what is catalogued. Fields that are told are the contract's.
import type { AdminDepartment } from '@hotline/shared/api/admin/departments';
import type { StaffMember } from '@hotline/shared/api/admin/people';
import type { Catalog } from '@hotline/shared/api/catalog';
import type { Grant } from '@hotline/shared/people/actor';

export type CentreRow = Catalog['centres'][number] & {
  /** Grows with every change of its catalog, calendar, rules or people: other nodes see by it that they must read again. */
  revision: number;
  createdAt: string;
};
export type DepartmentRow = Omit<AdminDepartment, 'requiresApproval' | 'open'> & {
  /** Since when its head approves a reply before it leaves. */
  requiresApproval: string | null;
  createdAt: string;
};
export type PersonRow = Omit<StaffMember, 'grants' | 'lastSeenAt'> & {
  passwordHash: string;
  totpSecret: string | null;
  failedSignIns: number;
  /** Since when somebody else has known the password; until the person chooses his own, he can do nothing else. */
  passwordResetAt: string | null;
  demoAt: string | null;
};
export type GrantRow = Grant & { id: string; personId: string; grantedAt: string };
export type SessionRow = {
  tokenHash: string;
  personId: string;
  createdAt: string;
  seenAt: string;
  expiresAt: string;
  endedAt: string | null;
};
export type ApiKeyRow = {
  id: string;
  personId: string;
  keyHash: string;
  name: string;
  createdAt: string;
  revokedAt: string | null;
};
export type CategoryRow = Catalog['categories'][number] & { centreId: string; retiredAt: string | null };
export type RegionRow = Catalog['regions'][number];
