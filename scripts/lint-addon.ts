import { execFile } from 'node:child_process';
import { join } from 'node:path';

// Warnings we know and accept; a new one fails the check. Errors are never accepted.
const ALLOWED: { code: string; file: RegExp; reason: string }[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /\.js$/,
    reason: 'Preact holds the code for dangerouslySetInnerHTML, which tests/architecture.ts keeps unused',
  },
];

interface Message {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

const root = join(import.meta.dirname, '..');
const webExt = join(root, 'node_modules', '.bin', 'web-ext');
const source = join(root, '.output', 'firefox-mv3');

// It ends with an error code when it warns, so only what it prints counts.
const output = await new Promise<string>((done) => {
  const args = ['lint', '--source-dir', source, '--no-config-discovery', '--output', 'json'];
  execFile(webExt, args, { maxBuffer: 1e8, shell: process.platform === 'win32' }, (_, stdout) => done(stdout));
});
const { errors, warnings } = JSON.parse(output) as { errors: Message[]; warnings: Message[] }; // web-ext's own output

const unknown = warnings.filter(
  ({ code, file }) => !ALLOWED.some((known) => known.code === code && known.file.test(file ?? '')),
);
for (const { code, message, file, line } of [...errors, ...unknown]) {
  console.log(`${code}: ${message} (${file ?? 'manifest.json'}:${line ?? 1})`);
}
console.log(`${errors.length} errors, ${unknown.length} new warnings, ${warnings.length - unknown.length} known ones`);
process.exitCode = errors.length + unknown.length === 0 ? 0 : 1;
