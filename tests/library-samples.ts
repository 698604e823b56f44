import { type GuideJob, newGuideJob } from '@/core/jobs/job';
import type { PagePaper } from '@/core/arxiv/page-paper';
import type { Guide } from '@/core/guide/guide';
import type { ModelConfig } from '@/core/model/config';
import type { AnalysisRecord, LibraryPaper, PaperRecord } from '@/core/library/records';
import type { IncomingPaper } from '@/storage/write-papers';

/** A paper as a report would give it; change what a test is about. */
export function samplePaper(change: Partial<PaperRecord> = {}): PaperRecord {
  return {
    id: '1706.03762',
    version: 1,
    title: 'Attention Is All You Need',
    titleChinese: null,
    authors: ['Ashish Vaswani', 'Łukasz Kaiser'],
    published: '2017-06-12',
    categories: ['cs.CL', 'cs.LG'],
    abstract: 'We propose the Transformer, based solely on attention mechanisms.',
    links: [{ label: 'arXiv', url: 'https://arxiv.org/abs/1706.03762v1' }],
    comments: null,
    journalRef: null,
    doi: null,
    from: 'report',
    ...change,
  };
}

export function sampleAnalysis(change: Partial<AnalysisRecord> = {}): AnalysisRecord {
  return {
    key: '1706.03762|2026-11-20|示例|1',
    paperId: '1706.03762',
    reportId: '2026-11-20|示例',
    source: '示例日报',
    date: '2026-11-20',
    basis: 'full',
    basisStated: false,
    version: 1,
    model: null,
    markdown: '**1. 研究问题：**\n\n循环网络难以并行。',
    sections: [{ part: 'problem', title: '1. 研究问题：', markdown: '循环网络难以并行。' }],
    keyFindings: [],
    extra: {},
    ...change,
  };
}

export function sampleGuide(change: Partial<Guide> = {}): Guide {
  return {
    key: '1706.03762|2026-11-20|示例|1',
    source: '示例日报',
    date: '2026-11-20',
    basis: 'full',
    basisStated: false,
    version: 1,
    model: null,
    gist: '只用注意力的序列模型。',
    brief: [],
    sections: [{ part: 'problem', title: '1. 研究问题：', inferred: false, body: [['p', null, '循环网络难以并行。']] }],
    findings: { quoted: true, items: [] },
    cost: '',
    numbers: null,
    ...change,
  };
}

export function sampleEntry(change: Partial<LibraryPaper> = {}): LibraryPaper {
  return { paper: samplePaper(), analyses: [sampleAnalysis()], saved: null, ...change };
}

export function sampleIncoming(change: Partial<IncomingPaper> = {}): IncomingPaper {
  return { ...sampleEntry(), guides: [sampleGuide()], ...change };
}

/** The same paper as its page would tell of it. */
export function samplePage(change: Partial<PagePaper> = {}): PagePaper {
  const { id, title, authors, abstract, categories, published } = samplePaper();
  return {
    id,
    version: 7,
    latestVersion: 7,
    title,
    authors,
    abstract,
    categories,
    published,
    versionDate: '2023-08-02',
    comments: '15 pages, 5 figures',
    journalRef: null,
    doi: null,
    reportNumber: null,
    mscClass: null,
    acmClass: null,
    withdrawn: false,
    ...change,
  };
}

/** A job that writes a guide, put in at the time 1. */
export function sampleJob(fields: Partial<GuideJob> = {}): GuideJob {
  const input = { paper: samplePage(), modelId: 'm1', language: 'zh', promptVersion: 1, source: 'html' } as const;
  return { ...newGuideJob(input, 1), ...fields };
}

export function sampleModel(change: Partial<ModelConfig> = {}): ModelConfig {
  return {
    id: 'm',
    name: '测试',
    provider: 'custom',
    protocol: 'openai',
    baseUrl: 'http://127.0.0.1:9/v1',
    model: 'scripted',
    contextTokens: 64_000,
    price: null,
    json: 'object',
    readsPdf: false,
    ...change,
  };
}
