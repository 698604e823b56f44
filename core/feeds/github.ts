import type { GithubPlace } from './feed';
import { findTemplate, hasDatePlace, tidyPlaces } from './template';

export type GithubProblem = 'no-date' | 'not-a-file' | 'private-repository';

const NAME = /^[\w.-]+$/;
const COMMIT = /^[\da-f]{40}$/;
/** Where nothing says which. */
const USUAL_BRANCHES = ['main', 'master'];
/** Branches from which github.io is mostly built. */
const SITE_BRANCH = /^(?:gh-pages|main|master)$/;

/** The parts of an address at GitHub, or at jsDelivr for GitHub: owner, repository, branch ('' for none) and path. */
interface Parts {
  owner: string;
  repo: string;
  branch: string;
  path: string;
}

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** Splits the rest of an address after the repository: `refs/heads/main/a/b` or `main/a/b`. */
function splitRest(owner: string, repo: string, rest: string): Parts {
  const [branch = '', ...path] = rest.replace(/^refs\/heads\//, '').split('/');
  return { owner, repo, branch, path: path.join('/') };
}

function readParts(url: URL): Parts | null {
  const [first = '', second = '', ...more] = url.pathname.slice(1).split('/');
  switch (url.host) {
    case 'raw.githubusercontent.com':
      return splitRest(first, second, more.join('/'));
    case 'github.com':
    case 'www.github.com':
      if (!/^(?:blob|raw|blame|edit)$/.test(more[0] ?? '')) return null;
      return splitRest(first, second, more.slice(1).join('/'));
    case 'cdn.jsdelivr.net': {
      const [repo = '', branch = ''] = (more[0] ?? '').split('@');
      return first === 'gh' ? { owner: second, repo, branch, path: more.slice(1).join('/') } : null;
    }
    case 'api.github.com': {
      const [repo = '', kind = '', ...path] = more;
      const branch = url.searchParams.get('ref')?.replace(/^refs\/heads\//, '') ?? '';
      return first === 'repos' && kind === 'contents' ? { owner: second, repo, branch, path: path.join('/') } : null;
    }
    default:
      return null;
  }
}

/** Whether an address belongs to GitHub, or to jsDelivr's mirror of it. */
export function isGithubAddress(url: URL): boolean {
  if (url.host === 'cdn.jsdelivr.net') return url.pathname.startsWith('/gh/');
  return /^(?:(?:www\.|api\.)?github\.com|raw\.githubusercontent\.com)$/.test(url.host);
}

/** Where github.io would have the same file: most sites have none, which testing the route will tell. */
function guessPages({ owner, repo, branch }: Parts, path: string): string | null {
  if (!SITE_BRANCH.test(branch)) return null;
  const site = `${owner.toLowerCase()}.github.io`;
  return repo.toLowerCase() === site ? `https://${site}/${path}` : `https://${site}/${repo}/${path}`;
}

/** Reads where a repository keeps its day files from the address of one, at any of the hosts that serve it. */
export function readGithubPlace(url: URL): GithubPlace | { problem: GithubProblem } {
  // An address with a token reads a private repository, for some minutes and in its owner's name.
  if (url.searchParams.has('token')) return { problem: 'private-repository' };
  const parts = readParts(url);
  const written = parts && decode(parts.path);
  const branch = parts && decode(parts.branch);
  if (!parts || !written || branch === null || !NAME.test(parts.owner) || !NAME.test(parts.repo)) {
    return { problem: 'not-a-file' };
  }
  const tidy = tidyPlaces(written);
  const path = hasDatePlace(tidy) ? tidy : findTemplate(`/${tidy}`)?.slice(1);
  if (path === undefined) return { problem: 'no-date' };
  return {
    owner: parts.owner,
    repo: parts.repo,
    // A commit never gets another day.
    branches: branch === '' || COMMIT.test(branch) ? USUAL_BRANCHES : [branch],
    path,
    pages: guessPages(parts, path),
  };
}
