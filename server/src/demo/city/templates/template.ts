import type { Kind, Service, Urgency } from '@hotline/shared/ticket/model/ticket';

/** One matter as an agent would log it, and as its department would answer. May hold the placeholders of `fill`. */
export interface AppealTemplate {
  readonly kind: Kind;
  /** A leaf of the category tree. */
  readonly categoryId: string;
  /** `general` unless said. */
  readonly service?: Service;
  /** `normal` unless said. */
  readonly urgency?: Urgency;
  /** Happens in a township, not in a city street: choose {street} accordingly. */
  readonly rural?: true;
  readonly title: string;
  readonly content: string;
  /** 办理情况: for the centre's eyes. */
  readonly handling: string;
  /** 公开答复: what the citizen reads. */
  readonly publicReply: string;
}
