// Plain Node without a dependency: it must be able to say that there are none yet.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// What is needed to run: tsx, and the paths that `wxt prepare` writes.
const needed = ['node_modules/tsx/package.json', 'node_modules/zod/package.json', '.wxt/tsconfig.json'];

if (!needed.every((path) => existsSync(join(root, path)))) {
  process.stderr.write(
    '依赖还没有装好，请先在项目文件夹里运行 npm install。\n' +
      'Dependencies are not installed yet; please run npm install in the project folder first.\n',
  );
  process.exitCode = 1;
} else {
  process.env.TSX_TSCONFIG_PATH = join(root, 'tsconfig.json');
  const { register } = await import(pathToFileURL(join(root, 'node_modules/tsx/dist/esm/api/index.mjs')).href);
  register();
  const { main } = await import(pathToFileURL(join(root, 'cli/main.ts')).href);
  // npm runs scripts in the project's folder; file names are meant from where the reader is.
  if (process.env.npm_lifecycle_event === 'daodu' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  process.exitCode = await main(process.argv.slice(2));
}
