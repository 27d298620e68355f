import * as Type from 'typebox';
import { Id, Instant, object, orNull } from '../schema.ts';

/** One route of the contract: what goes in, what comes out. Server, client, OpenAPI and fuzzing all read this table. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly params?: Type.TObject;
  readonly query?: Type.TObject;
  readonly body?: Type.TSchema;
  readonly answer: Type.TSchema;
  readonly status?: 200 | 201 | 204;
  /** Bytes of the body, where more are taken than usual. */
  readonly bodyLimit?: number;
  /** Takes an `Idempotency-Key` header. */
  readonly once?: true;
};
export const route = <const R extends Route>(r: R) => r;

export const Count = Type.Integer({ minimum: 0 });
export const listOf = <T extends Type.TSchema>(item: T) =>
  object({
    items: Type.Array(item),
    nextCursor: orNull(Type.String()),
    asOf: Instant,
    epoch: Type.String(),
    seq: Count,
  });
export const byId = object({ id: Id });
export const none = Type.Null();
