import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Smaller than this a file travels as it is: its head would be longer than what is saved. */
const leastBytes = 1_024;
const texts = /\.(js|css|html|json|svg)$/;

const asBrotli = (content: Buffer) =>
  promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length, [constants.BROTLI_PARAM_QUALITY]: 11 },
  });
const asGzip = (content: Buffer) => promisify(gzip)(content, { level: 9 });

/**
 * Every text of the bundle once more in brotli, which browsers take over https and on the machine itself, and in gzip,
 * which is all they take over plain http: compressed as well as can be when it is built and never when it is asked for.
 */
export const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  async writeBundle(options, bundle) {
    const compress = async (name: string) => {
      const path = join(options.dir ?? '', name);
      const content = await readFile(path);
      if (content.length < leastBytes) return;
      await Promise.all([
        asBrotli(content).then((smaller) => writeFile(`${path}.br`, smaller)),
        asGzip(content).then((smaller) => writeFile(`${path}.gz`, smaller)),
      ]);
    };
    await Promise.all(
      Object.keys(bundle)
        .filter((name) => texts.test(name))
        .map(compress),
    );
  },
};
