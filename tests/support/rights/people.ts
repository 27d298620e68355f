export const ofCentre = ['agent', 'dispatcher', 'reviewer', 'callback', 'supervisor', 'manager', 'auditor'] as const;
/** `traffic` holds the ticket, `urban` is another department, `admin` administers and reads no case. */
export const people = [...ofCentre, 'admin', 'traffic', 'traffic.head', 'urban', 'urban.head'] as const;
export type Person = (typeof people)[number];
