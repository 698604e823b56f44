import { html } from './html';

const LIGHT = `--ink:#1d2326;--ink-2:#556067;--paper:#fcfcfa;--paper-2:#f3f4f0;--line:#dcdfd9;--accent:#0f6a6a;--warn:#8a5a00`;
const DARK = `--ink:#e4e7e6;--ink-2:#a9b3b5;--paper:#15191a;--paper-2:#1c2223;--line:#30383a;--accent:#6cc4bd;--warn:#e7c27a`;
const PRINTED = `--ink:#000;--ink-2:#333;--paper:#fff;--paper-2:#fff;--line:#aaa;--accent:#000;--warn:#000`;

/** How a report looks as a file of its own: the vocabulary of components/tokens.css, which a file cannot ask for. */
export const REPORT_STYLE = html`<style>
  :root{${LIGHT};color-scheme:light dark}
  @media (prefers-color-scheme:dark){:root{${DARK}}}
  *{box-sizing:border-box}
  body{max-width:46em;margin:0 auto;padding:28px 20px 64px;color:var(--ink);background:var(--paper);
  font:16px/1.75 'PingFang SC','HarmonyOS Sans SC','MiSans','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',system-ui,sans-serif;
  text-autospace:normal;overflow-wrap:anywhere}
  :lang(en){font-family:'Helvetica Neue','Segoe UI',Roboto,Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif}
  a{color:var(--accent)}
  h1{margin:0;font-size:24px;line-height:1.4}
  h2{margin:36px 0 8px;font-size:19px;line-height:1.45;text-wrap:balance}
  h3{margin:18px 0 2px;color:var(--accent);font-size:15px}
  h4,h5,h6,.as{margin:10px 0 2px;color:var(--ink-2);font-size:14px;font-weight:600}
  p,ul,ol{margin:0 0 8px}
  ul,ol{padding-inline-start:1.5em}
  .from,.by,.none,.small,footer{color:var(--ink-2);font-size:14px}
  .title-chinese{margin:0;font-size:16px}
  .by{margin:0}
  .by span+span::before,.by a::before{display:inline-block;margin-inline-end:6px;content:"·"}
  .by>*{margin-inline-end:6px}
  .badge{padding:0 6px;color:var(--warn);font-size:12.5px;border:1px solid var(--line);border-radius:4px}
  article{padding-top:1px;border-top:1px solid var(--line);margin-top:28px}
  article h2{margin-top:20px}
  article h2 a{color:inherit;text-decoration:none}
  .gist{margin-top:8px;font-weight:600}
  .findings{font-family:Georgia,'Times New Roman','Noto Serif',serif}
  .overview,blockquote{margin:16px 0;padding:4px 16px;background:var(--paper-2);border-radius:8px}
  .overview h2,nav h2{margin-top:10px;font-size:16px}
  table{display:block;max-width:100%;margin:0 0 10px;overflow-x:auto;border-collapse:collapse}
  th,td{padding:3px 12px;text-align:start;border:1px solid var(--line);font-variant-numeric:tabular-nums}
  caption{font-size:14px;text-align:start}
  td.n,th.n{text-align:end}
  .account :is(th,td){padding:3px 8px;white-space:nowrap}
  pre,math[display=block]{overflow-x:auto}
  pre{padding:10px 12px;font-size:13.5px;background:var(--paper-2);border-radius:8px}
  summary{padding:3px 0;color:var(--ink-2);font-size:14px;cursor:pointer}
  details.inline,details.inline summary{display:inline}
  nav li small{color:var(--ink-2)}
  footer{margin-top:40px;border-top:1px solid var(--line);padding-top:10px}
  @media print{:root{${PRINTED};color-scheme:light}body{max-width:none;padding:0;font-size:11pt}
  h1,h2,h3,h4{break-after:avoid}li,tr,p{break-inside:avoid}.overview,pre,blockquote{padding:0;border-radius:0}
  nav{display:none}a{text-decoration:none}}
</style>`;
