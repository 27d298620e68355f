import type { Figure } from './figure.ts';
import { satisfactionRate, satisfactionRateWith } from './satisfactionRate.ts';

/** The figure as a centre counts it that takes 基本满意 for so many tenths of 满意. */
export const ofCentre = (figure: Figure, { fairlyTenths }: { readonly fairlyTenths: number }): Figure =>
  figure.id === satisfactionRate.id ? satisfactionRateWith(fairlyTenths) : figure;
