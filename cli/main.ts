import { runExport } from './export';
import { runFormat } from './format';
import { runNumbers } from './numbers';
import { runParse } from './parse';
import { runReport } from './report';
import { runRoles } from './roles';

const USAGE = `用法：
  daodu parse FILE…        读日报、日报的 JSONL 或论文库文件，每个文件输出一行 JSON
  daodu format FILE.json   把 parse 的一行输出写回 Markdown
  daodu export --format 格式 --out PATH FILE…
                           把论文和解读导出成 BibTeX、RIS、CSV 等，格式名用 daodu export 查看
  daodu roles FILE.jsonl   给 {"sentences":[…]} 的每句话标上角色
  daodu report --date 日期 --categories cs.CV,cs.RO --out DIR
                           用 arXiv 当天的公告做一份日报，连同索引和 Atom 写进文件夹；
                           加 --model 和 --model-name 用模型打分、写解读和概览
  daodu numbers FILE.jsonl 核对 {"text":…,"source":…} 里 text 的每个数字，看 source 里有没有
`;

const COMMANDS: Record<string, (args: string[]) => Promise<number>> = {
  parse: runParse,
  format: runFormat,
  export: runExport,
  roles: runRoles,
  numbers: runNumbers,
  report: runReport,
};

/** Runs `daodu` with the words behind it, and gives the exit code. */
export async function main(args: string[]): Promise<number> {
  // A reader who closes the pipe (`| head`) has seen enough; that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const [name = '', ...rest] = args;
  if (['help', '--help', '-h'].includes(name)) {
    process.stdout.write(USAGE);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command(rest);
  process.stderr.write(name === '' ? USAGE : `没有这个命令：${name}\n${USAGE}`);
  return 2;
}
