/** What ids are called in words, and the zone times are written in. */
export type Names = {
  readonly department: (id: string) => string;
  /** From the root down: 城市管理/路灯照明/路灯不亮. */
  readonly category: (id: string) => string;
  readonly region: (code: string) => string;
  readonly utcOffsetMinutes: number;
};
