/** Why the server ends a connection. Everything but `authEnded` is answered by connecting again. */
export const closeCodes = {
  restart: 1012,
  /** It said something the protocol does not know. */
  unknownFrame: 1003,
  failed: 1011,
  authEnded: 4001,
  scopeChanged: 4003,
  slow: 4008,
  /** Sent by the client: it noticed a missing frame. */
  gap: 4009,
} as const;
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];
