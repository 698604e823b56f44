import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const USER = '读者';
export const PASSWORD = 'an app password: 口令';

/** Debian's servers with WebDAV, as a reader may have set them up. */
export const DAV_SERVERS = ['apache2', 'lighttpd', 'nginx'] as const;
export type DavServerName = (typeof DAV_SERVERS)[number];

/** Servers that were started as root hand their files to nobody; we start them as nobody at once. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const APACHE_MODULES = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'dav',
  'dav_fs',
  'dav_lock',
];

interface Place {
  folder: string;
  port: number;
}

const CONFIGS: Record<DavServerName, { command: string[]; config: (place: Place) => string }> = {
  apache2: {
    command: ['/usr/sbin/apache2', '-DFOREGROUND', '-f'],
    config: ({ folder, port }) => `
ServerRoot "${folder}"
ServerName localhost
Listen 127.0.0.1:${port}
PidFile "${folder}/pid"
ErrorLog "${folder}/error.log"
Mutex file:${folder} default
${APACHE_MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
DavLockDB "${folder}/locks"
DocumentRoot "${folder}/files"
<Directory "${folder}/files">
  Dav On
  AuthType Basic
  AuthName "dav"
  AuthUserFile "${folder}/users"
  Require valid-user
</Directory>
`,
  },
  lighttpd: {
    command: ['/usr/sbin/lighttpd', '-D', '-f'],
    config: ({ folder, port }) => `
server.modules = ("mod_auth", "mod_authn_file", "mod_webdav")
server.document-root = "${folder}/files"
server.bind = "127.0.0.1"
server.port = ${port}
server.errorlog = "${folder}/error.log"
server.upload-dirs = ("${folder}/temporary")
webdav.activate = "enable"
auth.backend = "htpasswd"
auth.backend.htpasswd.userfile = "${folder}/users"
auth.require = ("/" => ("method" => "basic", "realm" => "dav", "require" => "valid-user"))
`,
  },
  nginx: {
    command: ['/usr/sbin/nginx', '-e', 'stderr', '-c'],
    config: ({ folder, port }) => `
load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
daemon off;
worker_processes 1;
pid ${folder}/pid;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/temporary;`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/files;
    location / {
      auth_basic dav;
      auth_basic_user_file ${folder}/users;
      dav_methods PUT DELETE MKCOL COPY MOVE;
      dav_ext_methods PROPFIND OPTIONS;
    }
  }
}
`,
  },
};

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo; // as: it listens on TCP
      server.close(() => resolve(port));
    });
  });
}

/** Resolves once something listens there; rejects when the server ended before. */
function listening(port: number, child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said()}`)));
    const attempt = () => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve();
      });
      socket.once('error', () => setTimeout(attempt, 20));
    };
    attempt();
  });
}

/** A real server on loopback with a folder of its own, run by an ordinary user. */
export class DavServer {
  private child: ChildProcess | null = null;

  private constructor(
    readonly name: DavServerName,
    private readonly place: Place,
  ) {}

  static async start(name: DavServerName): Promise<DavServer> {
    const folder = mkdtempSync(join(tmpdir(), `daodu-${name}-`));
    const place = { folder, port: await freePort() };
    for (const part of ['files', 'temporary']) mkdirSync(join(folder, part));
    const digest = createHash('sha1').update(PASSWORD).digest('base64');
    writeFileSync(join(folder, 'users'), `${USER}:{SHA}${digest}\n`);
    writeFileSync(join(folder, 'config'), CONFIGS[name].config(place));
    chmodSync(folder, 0o755);
    const { uid, gid } = NOBODY;
    if (uid !== undefined) for (const part of ['', 'files', 'temporary']) chownSync(join(folder, part), uid, gid);
    const server = new DavServer(name, place);
    await server.up();
    return server;
  }

  get port(): number {
    return this.place.port;
  }

  /** Starts it again after `down`. */
  async up(): Promise<void> {
    const { command } = CONFIGS[this.name];
    const [program = '', ...options] = command;
    const child = spawn(program, [...options, join(this.place.folder, 'config')], {
      ...NOBODY,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    this.child = child;
    const log = join(this.place.folder, 'error.log');
    await listening(this.place.port, child, () => errors + (existsSync(log) ? readFileSync(log, 'utf8') : ''));
  }

  async down(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    child.removeAllListeners('exit');
    const ended = new Promise((done) => {
      child.once('exit', done);
    });
    child.kill();
    await ended;
  }

  /** Ends it, and with it all that was written. */
  async close(): Promise<void> {
    await this.down();
    rmSync(this.place.folder, { recursive: true, force: true });
  }

  /** The files of a reader's devices by their names. */
  files(): Map<string, string> {
    const folder = join(this.place.folder, 'files', 'daodu');
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  }

  /** Puts a file there past the server, or takes it away. */
  put(name: string, text: string | null): void {
    const path = join(this.place.folder, 'files', 'daodu', name);
    if (text === null) rmSync(path);
    else writeFileSync(path, text);
  }
}
