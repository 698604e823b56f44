import { Component } from 'preact';
import { alphaxivUrl, papersCoolUrl } from '@/core/arxiv/other-sites';
import type { Guide } from '@/core/guide/guide';
import type { Outline } from '@/core/roles/outline';
import type { PanelHeight } from '@/core/settings';
import type { JobView } from '@/core/jobs/view';
import { AppError } from '@/core/errors';
import { Button, Sign } from './button';
import { CopyMenu } from './copy-menu';
import { BriefBody, FullBody } from './guide-body';
import { Failure, Head, Heights, Meta, Notice, Outside, Star } from './header';
import { OutlineBody } from './outline-body';
import type { PanelActions, PanelData, View } from './view';

/** What stands in a panel. `message` is a sentence for the reader. Before the first answer there are no words yet. */
export type PanelContent =
  | { kind: 'loading' }
  | { kind: 'error'; message: string | null }
  | { kind: 'ready'; data: PanelData; shownVersion: number | null; outline: Outline | null };

/** The few words needed before an answer has brought the reader's own. */
export const EARLY_WORDS = {
  name: '导读',
  loading: '正在读取导读…',
  error: '导读没有读出来。论文库里的内容没有受影响，请刷新本页再试。',
};

interface PanelProps {
  content: PanelContent;
  actions: PanelActions;
  retired: boolean;
}

/** What the reader did in this panel; null where nothing yet, so that the data speaks. */
interface PanelState {
  height: PanelHeight | null;
  guideKey: string | null;
  saved: boolean | null;
  outlineOpen: boolean | null;
  outline: Outline | null;
  said: string;
}

const SAID_MS = 4_000;

/** The panel inside its host, in every state. The host carries the role, the name and `data-state`. */
export class Panel extends Component<PanelProps, PanelState> {
  override state: PanelState = {
    height: null,
    guideKey: null,
    saved: null,
    outlineOpen: null,
    outline: null,
    said: '',
  };
  private forget: ReturnType<typeof setTimeout> | undefined;

  private say = (said: string) => {
    clearTimeout(this.forget);
    this.setState({ said });
    this.forget = setTimeout(() => this.setState({ said: '' }), SAID_MS);
  };

  override componentWillUnmount() {
    clearTimeout(this.forget);
  }

  override componentDidUpdate({ content: before }: PanelProps) {
    const now = this.props.content;
    if (before.kind !== 'ready' || now.kind !== 'ready' || before.data === now.data) return;
    // A newer answer knows better than the last press; one line more of what is being written is none.
    if (before.data.guides !== now.data.guides) this.setState({ saved: null });
    // What was just written stays in sight, at the height it was written in.
    const written = before.data.job?.guide;
    if (written && !now.data.job) this.setState({ guideKey: written.key, height: 'full' });
  }

  private setHeight = (height: PanelHeight) => {
    this.props.actions.highlight(null); // what was pointed at may go
    this.setState({ height });
    this.props.actions.setHeight(height);
  };

  /** Turns at once, and turns back with a word when it could not be saved. */
  private async save(was: boolean, words: View['words']) {
    this.setState({ saved: !was });
    try {
      this.setState(await this.props.actions.save(!was));
    } catch (cause) {
      console.error('[Daodu] not saved', cause);
      this.setState({ saved: was });
      this.say(words.saveFailed);
    }
  }

  private async toggleOutline(open: boolean, outline: Outline | null, words: View['words']) {
    const { actions } = this.props;
    actions.highlight(null);
    try {
      this.setState({ outline: outline ?? (await actions.readOutline()), outlineOpen: open });
      actions.setOutlineOpen(open);
    } catch (cause) {
      console.error('[Daodu] no outline', cause);
      this.say(words.outlineFailed);
    }
  }

  /** Asks for something that draws itself when it is there; when it fails, that is said. */
  private async attempt(asked: Promise<void>, words: View['words']) {
    try {
      await asked;
    } catch (cause) {
      console.error('[Daodu]', cause);
      this.say(cause instanceof AppError && cause.code !== 'unknown' ? cause.message : words.askFailed);
    }
  }

  render({ content, actions, retired }: PanelProps) {
    if (content.kind !== 'ready') {
      return (
        <div class={`panel line ${content.kind}`} lang="zh-CN">
          <Head name={EARLY_WORDS.name}>
            <p class="text" role={content.kind === 'error' ? 'alert' : 'status'}>
              {content.kind === 'error' ? (content.message ?? EARLY_WORDS.error) : EARLY_WORDS.loading}
            </p>
          </Head>
        </div>
      );
    }
    const { data, shownVersion } = content;
    const { words } = data;
    const view: View = { words, actions, retired, say: this.say };
    const guide = data.guides.find(({ key }) => key === this.state.guideKey) ?? data.guides[0];
    if (data.job && data.job.state !== 'failed') return this.drawJob(view, data.job);
    return guide ? this.drawGuide(view, data, guide, shownVersion) : this.drawOutline(view, data, content.outline);
  }

  private drawStar(view: View, data: PanelData, short = false) {
    const saved = this.state.saved ?? data.saved;
    return <Star view={view} saved={saved} short={short} save={() => void this.save(saved, view.words)} />;
  }

  /** 生成解读, with what it will cost about; 重新生成 where there is an analysis. */
  private drawWrite(view: View, { estimate, guides }: PanelData) {
    const { words, actions } = view;
    const { writing } = actions;
    return (
      writing && (
        <Button view={view} title={estimate} onClick={() => void this.attempt(writing.write('html'), words)}>
          {guides.length > 0 ? words.rewrite : words.write}
          {estimate && guides.length === 0 && <small> {estimate.split(/[，,]/)[0]}</small>}
        </Button>
      )
    );
  }

  /** A guide while it is being written: finished parts stay where they are, the next one grows below them. */
  private drawJob(view: View, { line, guide }: JobView) {
    const { words, actions } = view;
    const { writing } = actions;
    return (
      <div class={`panel ${guide ? 'full' : 'line'}`} lang={words.lang}>
        <Head name={words.name} seen={!!guide}>
          <p class="text" role="status">
            {line}
          </p>
          <Notice view={view} said={this.state.said} />
          <div class="actions">
            {writing && (
              <Button view={view} onClick={() => void this.attempt(writing.stop(), words)}>
                {words.stop}
              </Button>
            )}
          </div>
        </Head>
        {guide && (
          <>
            <p class="gist" lang="zh-CN">
              {guide.gist}
            </p>
            <FullBody view={view} guide={guide} />
          </>
        )}
      </div>
    );
  }

  private drawGuide(view: View, data: PanelData, guide: Guide, shownVersion: number | null) {
    const { words } = view;
    const { writing } = view.actions;
    const height = this.state.height ?? data.height;
    const gist = guide.gist || (guide.brief[0]?.text ?? guide.source);
    const line = height === 'line';
    return (
      <div class={`panel ${height}`} lang={words.lang}>
        <Head name={words.name} seen={!line}>
          {line ? (
            <p class="gist" lang="zh-CN" title={gist}>
              {gist}
            </p>
          ) : (
            <Meta
              view={view}
              guides={data.guides}
              guide={guide}
              shownVersion={shownVersion}
              choose={(guideKey) => this.setState({ guideKey })}
            />
          )}
          <Notice view={view} said={this.state.said} />
          <div class="actions">
            {this.drawStar(view, data, line)}
            {!line && this.drawWrite(view, data)}
            {!line && <CopyMenu view={view} guideKey={guide.key} />}
            <Heights view={view} height={height} setHeight={this.setHeight} />
          </div>
        </Head>
        <Failure job={data.job} />
        {!line && (
          <p class="gist" lang="zh-CN">
            {gist}
          </p>
        )}
        {height === 'brief' && <BriefBody view={view} guide={guide} />}
        {height === 'full' && (
          <FullBody
            view={view}
            guide={guide}
            check={writing ? () => void this.attempt(writing.check(guide.key), words) : null}
            readPdf={
              writing && data.readsPdf && guide.cost && guide.basis === 'abstract'
                ? () => void this.attempt(writing.write('pdf'), words)
                : null
            }
          />
        )}
      </div>
    );
  }

  private drawOutline(view: View, data: PanelData, given: Outline | null) {
    const { words } = view;
    const outline = this.state.outline ?? given;
    const open = outline !== null && (this.state.outlineOpen ?? data.outlineOpen);
    return (
      <div class={`panel none ${open ? 'full' : 'line'}`} lang={words.lang}>
        <Head name={words.name}>
          <p class="text">{words.noGuide}</p>
          {this.drawWrite(view, data)}
          <Button view={view} aria-expanded={open} onClick={() => void this.toggleOutline(!open, outline, words)}>
            {words.outline} <Sign>{open ? '▴' : '▾'}</Sign>
          </Button>
          <Notice view={view} said={this.state.said} />
          <div class="actions">
            <Outside href={papersCoolUrl(data.id)} name="Cool Papers" />
            <Outside href={alphaxivUrl(data.id)} name="alphaXiv" />
            {this.drawStar(view, data)}
          </div>
        </Head>
        <Failure job={data.job} />
        {open && <OutlineBody view={view} outline={outline} />}
      </div>
    );
  }
}
