import { Call } from '@hotline/shared/telephony/call';
import { Appeal } from '@hotline/shared/ticket/model/appeal';
import {
  Callback,
  Card,
  Citation,
  Note,
  Order,
  Pause,
  Reply,
  Request,
  Urge,
} from '@hotline/shared/ticket/model/children';
import { Dispatch } from '@hotline/shared/ticket/model/dispatch';
import { Ticket } from '@hotline/shared/ticket/model/ticket';
import type { Schema } from './schema.ts';

const contracts = {
  ticket: Ticket,
  appeal: Appeal,
  dispatch: Dispatch,
  request: Request,
  reply: Reply,
  callback: Callback,
  urge: Urge,
  card: Card,
  supervisionOrder: Order,
  pause: Pause,
  note: Note,
  citation: Citation,
  call: Call,
} as const;

/**
 * What a row of these tables consists of: the fields of its schema. The tables hold more (migrations/0001 says which
 * columns wait for what is built next); a row gets a column when its schema names it. Null for every other table: its rows
 * have all columns but `n`.
 */
export function contractColumns(table: keyof Schema): readonly string[] | null {
  const contract = table in contracts ? contracts[table as keyof typeof contracts] : null;
  return contract && Object.keys(contract.properties);
}

/** The tables whose rows are those of a schema. */
export const contractTables = Object.keys(contracts) as readonly (keyof typeof contracts)[];

// `Object.keys` forgets that it is asked of a closed object.
export const callColumns = Object.keys(Call.properties) as (keyof typeof Call.properties)[];
