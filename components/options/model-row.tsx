import { useEffect, useRef, useState } from 'preact/hooks';
import type { ModelConfig } from '@/core/model/config';
import type { Language } from '@/core/settings';
import type { ModelWords } from '@/core/words/models';
import { fill } from '@/core/words/words';
import { OriginHelp } from './origin-help';

/** A model as it is listed: of its key, only whether there is one. */
export interface ShownModel extends ModelConfig {
  hasKey: boolean;
  isDefault: boolean;
}

/** What became of 测试连接, in words; `originHelp` when the server serves no extensions. */
export type TestState =
  | { kind: 'running' }
  | { kind: 'ok'; message: string }
  | { kind: 'failed'; message: string; originHelp: boolean };

export interface ModelActions {
  onTest: (model: ShownModel) => void;
  onStopTest: (model: ShownModel) => void;
  onSetDefault: (model: ShownModel) => void;
  onEdit: (model: ShownModel) => void;
  onRemove: (model: ShownModel) => void;
  onCopy: (text: string) => Promise<boolean>;
}

interface ModelRowProps extends ModelActions {
  model: ShownModel;
  provider: string;
  words: ModelWords;
  language: Language;
  /** Null before the first test. */
  test: TestState | null;
  /** True when the focus would be lost elsewhere: its first button then takes it. */
  takesFocus: boolean;
}

function priceOf({ price }: ModelConfig, words: ModelWords, language: Language): string {
  if (!price) return words.unpriced;
  const yuan = (amount: number) => (language === 'zh' ? `${amount} 元` : `¥${amount}`);
  return fill(words.priced, { input: yuan(price.input), output: yuan(price.output) });
}

/** One of the reader's models, and what can be done with it. */
export function ModelRow(props: ModelRowProps) {
  const {
    model,
    provider,
    words,
    language,
    test,
    takesFocus,
    onTest,
    onStopTest,
    onSetDefault,
    onEdit,
    onRemove,
    onCopy,
  } = props;
  const [removing, setRemoving] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) row.current?.querySelector('button')?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (removing) question.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, [removing]);
  const button = (action: string, onClick: () => void, look = '') => (
    <button
      type="button"
      class={`button small ${look}`}
      aria-label={fill(words.nameOf, { action, name: model.name })}
      onClick={onClick}
    >
      {action}
    </button>
  );
  return (
    <li ref={row} class="model-row">
      <p class="model-name">
        <b>{model.name}</b>
        {model.isDefault && <span class="tag">{words.isDefault}</span>}
      </p>
      <p class="facts">
        {model.name !== provider && <span>{provider}</span>}
        <span translate={false}>{model.model}</span>
        <span translate={false}>{new URL(model.baseUrl).origin}</span>
        <span>{model.hasKey ? words.hasKey : words.hasNoKey}</span>
        <span>{priceOf(model, words, language)}</span>
      </p>
      {removing ? (
        <div key="question" ref={question} class="actions question" role="group" aria-label={words.remove}>
          <span>{fill(words.removeQuestion, { name: model.name })}</span>
          {button(words.removeYes, () => onRemove(model), 'danger')}
          {button(words.keep, () => setRemoving(false))}
        </div>
      ) : (
        <div key="actions" class="actions">
          {test?.kind === 'running'
            ? button(words.stopTest, () => onStopTest(model))
            : button(words.test, () => onTest(model))}
          {!model.isDefault && button(words.setDefault, () => onSetDefault(model))}
          {button(words.edit, () => onEdit(model))}
          {button(words.remove, () => setRemoving(true))}
        </div>
      )}
      <p class={`message ${test?.kind ?? ''}`} role="status">
        {test && (test.kind === 'running' ? words.testing : test.message)}
      </p>
      {test?.kind === 'failed' && test.originHelp && <OriginHelp words={words} onCopy={onCopy} />}
    </li>
  );
}
