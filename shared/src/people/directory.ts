/** A centre, as decisions need it. */
export type Centre = {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly regionCode: string;
  readonly utcOffsetMinutes: number;
  /** 区号 such as `0591`, in which a number without one is dialled; null: the centre has not said. */
  readonly areaCode: string | null;
};

/** A department in the tree of organisations. `requiresApproval`: its head approves a reply before it leaves. */
export type Department = {
  readonly id: string;
  readonly centreId: string;
  readonly parentId: string | null;
  readonly path: string;
  readonly name: string;
  readonly shortName: string;
  readonly requiresApproval: boolean;
  readonly retiredAt: string | null;
};

/**
 * Organisations, categories and divisions as they stand at the moment of a decision; immutable, replaced as a whole when
 * edited.
 */
export type Directory = {
  readonly centres: ReadonlyMap<string, Centre>;
  readonly departments: ReadonlyMap<string, Department>;
  /** Category id → ids from the root down to itself. */
  readonly categoryPaths: ReadonlyMap<string, readonly string[]>;
  /** 行政区划 that are known here. */
  readonly regionCodes: ReadonlySet<string>;
};

/** Department ids from the root of the centre's tree down to the department itself. */
export function departmentLine(directory: Directory, id: string): string[] {
  const line: string[] = [];
  for (let d = directory.departments.get(id); d; d = d.parentId ? directory.departments.get(d.parentId) : undefined) {
    line.unshift(d.id);
  }
  return line;
}

/** Minutes of a centre's clock ahead of UTC; China's where the centre is not known. */
export const offsetOfCentre = ({ centres }: Pick<Directory, 'centres'>, centreId: string): number =>
  centres.get(centreId)?.utcOffsetMinutes ?? 480;

/** The area in which a number without one is dialled, `0591`. */
export const areaCodeOf = ({ centres }: Pick<Directory, 'centres'>, centreId: string): string | null =>
  centres.get(centreId)?.areaCode ?? null;
