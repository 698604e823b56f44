// Plain Node without a dependency, because it runs on a fresh machine before there are any.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';

/** Runs a program in the project's folder and shows its output; throws when it fails. */
export function run(command, args, env = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, ...env },
  });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${done.status ?? done.signal}`);
}

const binOf = (name) => join(root, 'node_modules', '.bin', windows ? `${name}.cmd` : name);

/** Runs a program of a dependency, such as wxt, and gives its exit code. */
export function runBin(name, args, env = {}) {
  const done = spawnSync(binOf(name), args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, ...env },
  });
  return done.status ?? 1;
}

/** Runs a program of a dependency and shows its output only when it fails, in what it throws. */
export function runQuietly(name, args, env = {}) {
  const options = { cwd: root, encoding: 'utf8', shell: windows, env: { ...process.env, ...env } };
  const done = spawnSync(binOf(name), args, options);
  if (done.status !== 0) throw new Error(`${name} ${args.join(' ')} failed.\n${done.stdout ?? ''}${done.stderr ?? ''}`);
}

/** Builds the extension for a browser of wxt's. */
export function build(browser) {
  runQuietly('wxt', ['build', '-b', browser, '--mv3']);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Daodu needs Node 20.19 or newer; this is ${process.versions.node}.`);
  }
}

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

/** Whether what is installed is what the lock file names: by content, since a checkout makes every file look new. */
function isInstalled() {
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const present = installed[path];
    // Packages for other platforms are named in the lock file and never installed.
    return present ? present.version === entry.version : Boolean(entry.optional || entry.peer);
  });
}

/** Installs the dependencies of the lock file unless they are there, and writes the types wxt generates. */
export function ensurePackages() {
  requireNode();
  if (!isInstalled()) {
    console.log('Installing dependencies …');
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
  }
  if (!existsSync(join(root, '.wxt', 'tsconfig.json'))) runBin('wxt', ['prepare', '--level', 'warn']);
}

/** The first of these programs that is on the PATH and starts; null when none does. */
export function findProgram(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, windows ? `${name}.exe` : name);
      // Some distributions put a stub there that only says how to install the program.
      if (folder && isExecutable(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0) return path;
    }
  }
  return null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

let aptRefreshed = false;

/** Installs Debian packages where we may; false when this machine has no apt, or we are not root. */
function aptInstall(packages) {
  if (process.getuid?.() !== 0 || !['/usr/bin/apt-get', '/bin/apt-get'].some(isExecutable)) return false;
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  aptRefreshed ||= apt(['update', '-qq']);
  return apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

// Google Chrome and Edge are not looked for: they no longer load an unpacked extension from the command line.
export const findChromium = () => process.env.CHROMIUM_PATH ?? findProgram(['chromium', 'chromium-browser']);

/** Path of a Chromium: CHROMIUM_PATH, the one on the PATH, else Debian's package, else playwright's download. */
export function ensureChromium() {
  const found = findChromium() ?? (aptInstall(['chromium']) ? findChromium() : null);
  if (found) return found;
  console.log("Fetching playwright's Chromium …");
  if (runBin('playwright', ['install', '--no-shell', 'chromium']) !== 0) {
    throw new Error('No Chromium found. Install one, or name it in CHROMIUM_PATH.');
  }
  const asked = "import('playwright').then(({ chromium }) => console.log(chromium.executablePath()))";
  return spawnSync(process.execPath, ['-e', asked], { cwd: root, encoding: 'utf8' }).stdout.trim();
}

export const findFirefox = () => process.env.FIREFOX_PATH ?? findProgram(['firefox', 'firefox-esr']);

/** Path of a Firefox: FIREFOX_PATH, the one on the PATH, else Debian's package. Only tests need it. */
export function ensureFirefox() {
  const found = findFirefox() ?? (aptInstall(['firefox-esr']) ? findFirefox() : null);
  if (!found) throw new Error('No Firefox found. Install one, or name it in FIREFOX_PATH.');
  return found;
}

/** Chinese text needs a font; bare Linux machines have none. Elsewhere, and where we may not install, nothing happens. */
export function ensureFonts() {
  if (process.platform !== 'linux') return;
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (listed.status === 0 && listed.stdout.trim() !== '') return;
  if (!aptInstall(['fonts-noto-cjk', 'fontconfig'])) console.log('No Chinese font found; texts may show as boxes.');
}

/** openssl makes the certificate with which tests serve arXiv's pages on loopback. */
export function ensureOpenssl() {
  if (!findProgramAnyVersion('openssl') && !aptInstall(['openssl'])) throw new Error('No openssl found.');
}

function hasBibliographyPrograms() {
  if (findProgram(['biber']) === null || findProgram(['bibtex']) === null) return false;
  return spawnSync('kpsewhich', ['plain.bst'], { stdio: 'ignore' }).status === 0;
}

/** biber and bibtex, with its styles, check what is exported: some 130 packages, which take half a minute. */
export function ensureBibliographyPrograms() {
  if (hasBibliographyPrograms()) return;
  if (!aptInstall(['biber', 'texlive-binaries', 'texlive-base']) || !hasBibliographyPrograms()) {
    throw new Error('No biber and bibtex found. Install both, as TeX Live has them.');
  }
}

const DAV_FILES = [
  '/usr/sbin/apache2',
  '/usr/lib/apache2/modules/mod_dav.so',
  '/usr/sbin/lighttpd',
  '/usr/lib/lighttpd/mod_webdav.so',
  '/usr/sbin/nginx',
  '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so',
];
const DAV_PACKAGES = ['apache2-bin', 'lighttpd', 'lighttpd-mod-webdav', 'nginx', 'libnginx-mod-http-dav-ext'];

const hasDavServers = () => DAV_FILES.every((path) => existsSync(path));

/** Three servers with WebDAV, as Debian has them; tests start them by themselves, on loopback. */
export function ensureDavServers() {
  if (!hasDavServers() && (!aptInstall(DAV_PACKAGES) || !hasDavServers())) {
    throw new Error(`No servers with WebDAV found. Install ${DAV_PACKAGES.join(', ')} as Debian has them.`);
  }
}

function findProgramAnyVersion(name) {
  return spawnSync(name, ['version'], { stdio: 'ignore' }).status === 0;
}
