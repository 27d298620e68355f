import { isIP } from 'node:net';
import { Refusal } from '@hotline/shared/refusal';
import { object } from '@hotline/shared/schema';
import * as Type from 'typebox';
import { Errors } from 'typebox/value';
import { type AsteriskSettings, readAsterisk } from '../channels/phone/asterisk/settings.ts';
import { type LimitSettings, readLimits } from '../limits/settings.ts';
import type { TlsFiles } from './tls.ts';

const Settings = object({
  HOTLINE_HOST: Type.String({ minLength: 1 }),
  HOTLINE_PORT: Type.Integer({ minimum: 0, maximum: 65535 }),
  HOTLINE_DATABASE: Type.String({ pattern: '^(file:.+|postgres(ql)?://.+)$' }),
  HOTLINE_DEMO: Type.Union([Type.Literal('0'), Type.Literal('1')]),
  HOTLINE_ALLOW_PUBLIC_DEMO: Type.Union([Type.Literal('0'), Type.Literal('1')]),
  HOTLINE_METRICS_TOKEN: Type.String({ pattern: '^$|^[!-~]{16,200}$' }),
  HOTLINE_EXPORTS: Type.String({ maxLength: 1_000 }),
  HOTLINE_TLS_CERT: Type.String({ maxLength: 1_000 }),
  HOTLINE_TLS_KEY: Type.String({ maxLength: 1_000 }),
  HOTLINE_LIMITS: Type.String({ maxLength: 1_000 }),
  HOTLINE_TRUSTED_PROXIES: Type.String({ maxLength: 4_000 }),
  HOTLINE_ASTERISK: Type.String({ pattern: '^$|^ami://[^:@/ ]+:[^@/ ]+@[^@/ ]+$' }),
  HOTLINE_RECORDINGS: Type.String({ pattern: '^$|^/.+$|^https?://.+$' }),
});

export type Config = {
  host: string;
  port: number;
  database: string;
  demo: boolean;
  allowPublicDemo: boolean;
  exportsFolder: string;
  metricsToken: string | undefined;
  trustedProxies: readonly string[];
  limits: LimitSettings;
  /** Null: plain http. */
  tls: TlsFiles | null;
  /** Manager interfaces of Asterisk; each holds a secret and must not be logged. */
  asterisk: readonly AsteriskSettings[];
  recordings: string | undefined;
};

const defaults = {
  HOTLINE_HOST: '127.0.0.1',
  HOTLINE_PORT: '12345',
  HOTLINE_DATABASE: 'file:data/hotline.db',
  HOTLINE_DEMO: '0',
  HOTLINE_ALLOW_PUBLIC_DEMO: '0',
  HOTLINE_METRICS_TOKEN: '',
  HOTLINE_EXPORTS: '',
  HOTLINE_TLS_CERT: '',
  HOTLINE_TLS_KEY: '',
  HOTLINE_LIMITS: '',
  HOTLINE_TRUSTED_PROXIES: '',
  HOTLINE_ASTERISK: '',
  HOTLINE_RECORDINGS: '',
};

/**
 * The only reader of the environment.
 * @throws Refusal with one sentence for each unknown or malformed setting.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name.startsWith('HOTLINE_') && value !== undefined),
  );
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(defaults, name));
  if (unknown.length > 0)
    throw new Refusal(
      'invalid',
      `不认识的设置：${unknown.join('、')}。可用的设置：${Object.keys(defaults).join('、')}。`,
    );
  const merged = { ...defaults, ...given };
  const port = /^\d+$/.test(merged.HOTLINE_PORT ?? '') ? Number(merged.HOTLINE_PORT) : Number.NaN;
  const settings = { ...merged, HOTLINE_PORT: port };
  const wrong = [...Errors(Settings, settings)].map((e) => e.instancePath.slice(1));
  if (wrong.length > 0)
    throw new Refusal('invalid', `设置不正确：${[...new Set(wrong)].join('、')}。请检查后重新启动。`);
  return {
    host: merged.HOTLINE_HOST ?? '',
    port,
    database: merged.HOTLINE_DATABASE ?? '',
    demo: merged.HOTLINE_DEMO === '1',
    allowPublicDemo: merged.HOTLINE_ALLOW_PUBLIC_DEMO === '1',
    exportsFolder: merged.HOTLINE_EXPORTS ?? '',
    metricsToken: merged.HOTLINE_METRICS_TOKEN || undefined,
    trustedProxies: readAddresses(merged.HOTLINE_TRUSTED_PROXIES ?? ''),
    tls: readTls(merged.HOTLINE_TLS_CERT, merged.HOTLINE_TLS_KEY),
    limits: readLimits(merged.HOTLINE_LIMITS ?? ''),
    asterisk: merged.HOTLINE_ASTERISK ? [readAsterisk(merged.HOTLINE_ASTERISK)] : [],
    recordings: merged.HOTLINE_RECORDINGS || undefined,
  };
}

/** Addresses and networks in CIDR, as `10.0.0.7, 10.1.0.0/16`. */
function readAddresses(text: string): string[] {
  const addresses = text
    .split(',')
    .map((a) => a.trim())
    .filter(Boolean);
  const wrong = addresses.filter((address) => !isNetwork(address));
  if (wrong.length > 0)
    throw new Refusal(
      'invalid',
      `HOTLINE_TRUSTED_PROXIES 里的「${wrong.join('、')}」不是 IP 地址或网段，例如 10.0.0.7、10.1.0.0/16。`,
    );
  return addresses;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function readTls(cert = '', key = ''): TlsFiles | null {
  if (cert === '' && key === '') return null;
  if (cert === '' || key === '') throw new Refusal('invalid', 'HOTLINE_TLS_CERT 和 HOTLINE_TLS_KEY 必须同时设置。');
  return { cert, key };
}

export const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');
