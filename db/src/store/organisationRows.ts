// Who belongs to what: centres, departments, people and what is catalogued.

export type CentreRow = {
  id: string;
  path: string;
  name: string;
  regionCode: string;
  utcOffsetMinutes: number;
  /** Grows with every change of its catalog, calendar, rules or people: other nodes see by it that they must read again. */
  revision: number;
  createdAt: string;
};
export type DepartmentRow = {
  id: string;
  centreId: string;
  parentId: string | null;
  path: string;
  name: string;
  shortName: string;
  phone: string | null;
  duties: string | null;
  requiresApproval: string | null;
  createdAt: string;
  retiredAt: string | null;
};
export type PersonRow = {
  id: string;
  username: string;
  name: string;
  passwordHash: string;
  totpSecret: string | null;
  /** Grows with every change of role or scope: live cursors of the old scope are reset. */
  scopeVersion: number;
  failedSignIns: number;
  lockedUntil: string | null;
  /** Since when somebody else has known the password; until the person chooses his own, he can do nothing else. */
  passwordResetAt: string | null;
  demoAt: string | null;
  createdAt: string;
  disabledAt: string | null;
};
export type GrantRow = { id: string; personId: string; role: string; path: string; grantedAt: string };
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
export type CategoryRow = {
  id: string;
  centreId: string;
  parentId: string | null;
  name: string;
  level: number;
  retiredAt: string | null;
};
export type RegionRow = { code: string; parentCode: string | null; name: string };
