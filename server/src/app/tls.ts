import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { createServer as createRedirecter, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import { Refusal } from '@hotline/shared/refusal';

/** Files of a certificate with its chain, and of its key, in PEM. */
export type TlsFiles = { readonly cert: string; readonly key: string };

/** How often the two files are looked at: a renewed certificate is served without a restart. */
const lookMs = 5_000;
/** What every TLS connection begins with. */
const handshake = 22;

/**
 * A server that speaks https, and sends whoever speaks plain http to the same port there. What is renewed is taken once
 * both files fit together; until then what was served goes on.
 * @throws Refusal with a sentence where the files cannot be read or do not fit
 */
export function secureServer(files: TlsFiles, answer: RequestListener, log: (words: string) => void): Server {
  const secure = createSecure(readFiles(files), answer);
  const plain = createRedirecter(redirect);
  const takeSecure = secure.listeners('connection');
  secure.removeAllListeners('connection');
  secure.on('connection', (socket: Socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      if (first[0] === handshake) for (const take of takeSecure) take.call(secure, socket);
      else plain.emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  const renew = () => {
    try {
      secure.setSecureContext(readFiles(files));
      log('证书已更新。');
    } catch (error) {
      log(`新的证书暂不能用，继续使用原来的：${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const file of [files.cert, files.key]) watchFile(file, { interval: lookMs, persistent: false }, renew);
  secure.on('close', () => {
    for (const file of [files.cert, files.key]) unwatchFile(file, renew);
    plain.closeAllConnections();
  });
  return secure;
}

const redirect: RequestListener = (request, response) => {
  const host = request.headers.host ?? '';
  const isName = /^[\w.:[\]-]+$/.test(host);
  response.writeHead(isName ? 308 : 400, isName ? { location: `https://${host}${request.url ?? '/'}` } : {});
  response.end();
};

function readFiles({ cert, key }: TlsFiles): { cert: Buffer; key: Buffer } {
  try {
    const read = { cert: readFileSync(cert), key: readFileSync(key) };
    createSecureContext(read);
    return read;
  } catch (error) {
    throw new Refusal(
      'invalid',
      `证书或私钥不能用，请检查 HOTLINE_TLS_CERT 和 HOTLINE_TLS_KEY：${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
