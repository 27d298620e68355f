/**
 * The oldest browsers the pages are promised to: 奇安信可信浏览器 1.0 is Chromium 90; Firefox and Safari are those of the
 * same spring of 2021. Syntax and style sheets are lowered to them when the pages are built.
 */
export const browserFloor = { chrome: '90', edge: '90', firefox: '88', safari: '14.1' } as const;
