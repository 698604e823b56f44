import { Component, createRef } from 'preact';
import type { PanelWords } from '@/core/words/panel';
import { fill } from '@/core/words/words';
import { Button, Sign } from './button';
import type { Copied, CopyFormat, View } from './view';

const FORMATS: Record<CopyFormat, keyof PanelWords> = {
  text: 'copyText',
  html: 'copyRich',
  markdown: 'copyMarkdown',
  bibtex: 'copyBibtex',
};

interface CopyMenuProps {
  view: View;
  guideKey: string | null;
}

/** 复制为 ▾: a menu button as screen readers know it; arrows move, Escape and Tab leave. */
export class CopyMenu extends Component<CopyMenuProps, { open: boolean }> {
  override state = { open: false };
  private button = createRef<HTMLButtonElement>();
  private menu = createRef<HTMLDivElement>();

  private items(): HTMLElement[] {
    return Array.from(this.menu.current?.querySelectorAll('button') ?? []);
  }

  private open = () => this.setState({ open: true }, () => this.items()[0]?.focus());

  private close = () => {
    this.setState({ open: false });
    this.button.current?.focus();
  };

  private async copy(prepare: () => Promise<Copied>) {
    const { words, say } = this.props.view;
    this.close();
    try {
      const { note, ...forms } = await prepare();
      await writeClipboard(forms);
      say(note ? fill(words.copiedBut, { note }) : words.copied);
    } catch (cause) {
      console.error('[Daodu] not copied', cause);
      say(words.copyFailed);
    }
  }

  private onKeyDown = (event: KeyboardEvent) => {
    const items = this.items();
    const at = items.findIndex((item) => item === event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation(); // one key, one thing: what holds the panel stays as it is
      this.close();
    } else if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length)?.focus();
    }
  };

  render({ view, guideKey }: CopyMenuProps) {
    const { words, actions } = view;
    // as: the keys of the table above
    const formats = (Object.keys(FORMATS) as CopyFormat[]).map((format) => ({
      label: words[FORMATS[format]],
      copy: () => actions.cite(format, guideKey),
    }));
    const open = this.state.open && !view.retired;
    return (
      <div
        class="menu-place"
        onFocusOut={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) this.setState({ open: false }); // focus goes to nodes only
        }}
      >
        <Button
          view={view}
          buttonRef={this.button}
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={open ? this.close : this.open}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            this.open();
          }}
        >
          {words.copyAs} <Sign>▾</Sign>
        </Button>
        {open && (
          // A press leaves the focus where it is: some browsers give buttons none, and the menu would close before the click.
          <div
            class="menu"
            role="menu"
            aria-label={words.copyAs}
            ref={this.menu}
            onKeyDown={this.onKeyDown}
            onMouseDown={(event) => event.preventDefault()}
          >
            {[...formats, ...(actions.moreCopies ?? [])].map(({ label, copy }) => (
              <button key={label} type="button" role="menuitem" tabIndex={-1} onClick={() => void this.copy(copy)}>
                {label}
              </button>
            ))}
          </div>
        )}
      </div>
    );
  }
}

async function writeClipboard({ text, html }: { text: string; html: string }): Promise<void> {
  if (!html) return navigator.clipboard.writeText(text);
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    }),
  ]);
}
