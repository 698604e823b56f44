import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';

/** Short facts in one line, with a dot between two of them; a line ends behind a dot and never within a fact. */
export function Facts({ facts }: { facts: readonly ComponentChildren[] }) {
  return (
    <>
      {facts.map((fact, at) => (
        <Fragment key={at}>
          <span class="fact">
            {fact}
            {at < facts.length - 1 && ' ·'}
          </span>
          {at < facts.length - 1 && ' '}
        </Fragment>
      ))}
    </>
  );
}
