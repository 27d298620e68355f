type Row = { version: number; at: string; createdBy: string; note: string | null; name: string | null };

/** Who made a version: a person by name, or the founding of the centre. */
export const made = ({ version, at, createdBy, note, name }: Row) => ({
  version,
  at,
  by: name ?? (createdBy === 'system' ? '系统' : createdBy),
  note,
});
