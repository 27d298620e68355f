/** Shown on the sign-in page in demo mode only. */
export const demoPassword = 'hotline-demo';
