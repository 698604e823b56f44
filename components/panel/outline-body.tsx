import { type Outline, ROLES } from '@/core/roles/outline';
import { Labelled, Sentences } from './parts';
import { renderTree } from './tree';
import type { View } from './view';

/** 英文提纲: the abstract's sentences by their role, the key ones marked. */
export function OutlineBody({ view, outline }: { view: View; outline: Outline }) {
  const { words } = view;
  const groups = ROLES.map((role) => ({ role, sentences: outline.sentences.filter((one) => one.role === role) }));
  return (
    <>
      <dl class="parts">
        {groups.map(
          ({ role, sentences }) =>
            sentences.length > 0 && (
              <Labelled key={role} label={words[`role_${role}`]}>
                <Sentences
                  view={view}
                  list={sentences.map(({ text, body, key }) => ({
                    lang: 'en',
                    text,
                    body: key ? <mark>{renderTree(body)}</mark> : renderTree(body),
                  }))}
                />
              </Labelled>
            ),
        )}
      </dl>
      <p class="foot">
        {outline.sentences.length > 0
          ? [<mark>{words.quotedFindings}</mark>, ` · ${words.outlineFooter}`]
          : words.outlineEmpty}
      </p>
    </>
  );
}
