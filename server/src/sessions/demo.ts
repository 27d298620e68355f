/** Shown on the sign-in page in demo mode only. */
export const demoPassword = 'hotline-demo';
/** As public as the password: what the simulator rings the demo city with. */
export const demoTelephonyToken = 'demo-telephony-token';
