/** 热点: so many different citizens reporting one matter at one place within so many hours raise an alert. */
export const hotspotRule = { citizens: 5, hours: 24 } as const;
/** What was told longer ago is neither a duplicate nor part of a hotspot. */
export const rememberedDays = 90;
